"""What has been reached, in `floors.json`: a figure may not fall below its floor; a floor falls only when somebody says so by name.

A floor is what was measured less `SLACK` (another processor's arithmetic moves a score or two across a threshold), to one decimal; for a rate of false alarms it
is a ceiling, measured plus `SLACK`. It counts for the limit under which it was set, since the first 40 articles are not the whole set.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from onrecord.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from onrecord.evaluation.runs import Outcome
    from onrecord.evaluation.sets import Figure

SLACK = 0.3


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure beside its floor: `ok` is None where there is none to compare with."""

    set: str
    figure: str
    value: float
    floor: float | None
    ok: bool | None


def load(path: Path) -> dict[str, dict[str, Any]]:
    """The floors: set -> {"limit", "floors": {figure: number}}. Raises SettingsError for a damaged file; no file means no floors."""
    if not path.is_file():
        return {}
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: {"limit": row["limit"], "floors": {f: float(v) for f, v in row["floors"].items()}}
            for name, row in told.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise SettingsError(f"{path} is damaged ({error}): restore it from the repository") from error


def judge(outcome: Outcome, floors: Mapping[str, Mapping[str, Any]]) -> list[Verdict]:
    """Each figure of an outcome beside its floor."""
    row = floors.get(outcome.gold.name, {})
    known: Mapping[str, float] = row.get("floors", {}) if row.get("limit", outcome.limit) == outcome.limit else {}
    verdicts = []
    for figure in outcome.gold.figures:
        value, low = outcome.figures.get(figure.name), known.get(figure.name)
        if value is None and low is not None:
            verdicts.append(Verdict(outcome.gold.name, figure.name, 0.0, low, ok=False))
        elif value is not None:
            verdicts.append(
                Verdict(outcome.gold.name, figure.name, value, low, None if low is None else _holds(figure, value, low))
            )
    return verdicts


def moved(
    outcomes: Iterable[Outcome], floors: Mapping[str, Mapping[str, Any]], lower: frozenset[str]
) -> dict[str, dict[str, Any]]:
    """The floors raised to what the outcomes reached; those of the sets (or "set/figure") in `lower` set to it even where that is lower."""
    new = {name: {"limit": row["limit"], "floors": dict(row["floors"])} for name, row in floors.items()}
    for outcome in outcomes:
        if not outcome.figures:
            continue
        name, row = outcome.gold.name, new.get(outcome.gold.name)
        if row is None or (row["limit"] != outcome.limit and name in lower):
            row = new[name] = {"limit": outcome.limit, "floors": {}}
        if row["limit"] != outcome.limit:
            continue  # measured on other articles: says nothing of this floor
        for figure in outcome.gold.figures:
            if figure.name in outcome.figures:
                may_fall = bool(lower & {name, f"{name}/{figure.name}"})
                row["floors"][figure.name] = _floor(
                    figure, outcome.figures[figure.name], row["floors"].get(figure.name), may_fall=may_fall
                )
    return new


def save(path: Path, floors: Mapping[str, Mapping[str, Any]]) -> None:
    """Writes the floors, one set a line, in the order of their names."""
    lines = (f"{json.dumps(name)}: {json.dumps(floors[name])}" for name in sorted(floors))
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _holds(figure: Figure, value: float, low: float) -> bool:
    return value <= low if figure.at_most else value >= low


def _floor(figure: Figure, value: float, old: float | None, *, may_fall: bool) -> float:
    if figure.at_most:
        new = ceil(10 * (value + SLACK)) / 10
        return new if old is None or may_fall else min(old, new)
    new = max(0.0, floor(10 * (value - SLACK)) / 10)
    return new if old is None or may_fall else max(old, new)
