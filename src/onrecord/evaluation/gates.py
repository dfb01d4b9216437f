"""`make gates`: every development set, one table, and an exit status: 1 where a figure is below its floor or a set cannot be scored.

    python -m onrecord.evaluation.gates [--shared DIR] [--only SET ...] [--limit N | --full] [--raise] [--lower NAME ...]

`--raise` writes higher floors where more was reached; a floor is lowered only by its name. Without the shared folder (it holds other
people's news and is no part of the repository) it says so, and ends with 0.
"""

# ruff: noqa: T201  a command: it prints
from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError, SettingsError
from onrecord.evaluation import floors as kept
from onrecord.evaluation.runs import Outcome, run, wired
from onrecord.evaluation.sets import SETS, GoldSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FLOORS = Path(__file__).with_name("floors.json")


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0 all at or above their floors (or nothing to score), 1 below, 2 misuse."""
    args = _parser().parse_args(words)
    if not (args.shared / "score").is_dir() or not (args.shared / "gold").is_dir():
        print(f"gates: no {args.shared}/score and gold here: nothing to measure on, so nothing was measured.")
        return 0
    try:
        return _gates(args)
    except OnrecordError as error:
        print(f"gates: {error}", file=sys.stderr)
        return 2


def _gates(args: argparse.Namespace) -> int:
    began, chosen = time.perf_counter(), _chosen(args.only)
    _known(args.lower)
    floors = kept.load(args.floors)
    outcomes, verdicts = [], []
    print(f"{'set':<19}{'figure':<26}{'value':>7}{'floor':>8}   ok", flush=True)
    for outcome in _outcomes(chosen, args):
        outcomes.append(outcome)
        verdicts += kept.judge(outcome, floors)
        print(_block(outcome, kept.judge(outcome, floors)), flush=True)
    if args.markdown:
        args.markdown.write_text(_page(outcomes), encoding="utf-8")
        print(f"figures written to {args.markdown}")
    if args.raise_ or args.lower:
        kept.save(args.floors, kept.moved(outcomes, floors, frozenset(args.lower)))
        print(f"floors written to {args.floors}")
    below = [v for v in verdicts if v.ok is False]
    faults = [o for o in outcomes if o.fault]
    print(
        f"{len(verdicts)} figures, {len(below)} below their floor, {len(faults)} sets not scored, {time.perf_counter() - began:.0f} s"
    )
    return 1 if below or faults else 0


def _outcomes(chosen: Sequence[GoldSet], args: argparse.Namespace) -> Iterator[Outcome]:
    for verb in dict.fromkeys(gold.verb[0] for gold in chosen):
        wired(verb)  # asked once, before the runs go side by side
    with ThreadPoolExecutor(args.jobs) as pool:
        yield from pool.map(lambda gold: run(gold, args.shared, _limit(gold, args)), chosen)


def _limit(gold: GoldSet, args: argparse.Namespace) -> int | None:
    if args.full or gold.scorer != "score":
        return None
    return min((n for n in (gold.limit, args.limit) if n is not None), default=None)


def _chosen(only: Sequence[str]) -> list[GoldSet]:
    known = {gold.name: gold for gold in SETS}
    if unknown := [name for name in only if name not in known]:
        raise SettingsError(f"no set {', '.join(unknown)}: there are {', '.join(known)}")
    return [known[name] for name in only] or list(SETS)


def _known(lower: Sequence[str]) -> None:
    names = {gold.name for gold in SETS} | {f"{gold.name}/{figure.name}" for gold in SETS for figure in gold.figures}
    if unknown := [name for name in lower if name not in names]:
        raise SettingsError(
            f"no floor {', '.join(unknown)}: name a set ({SETS[2].name}) or a figure of it ({SETS[2].name}/{SETS[2].figures[0].name})"
        )


def _block(outcome: Outcome, verdicts: Sequence[kept.Verdict]) -> str:
    name = outcome.gold.name
    if outcome.unwired:
        return f"{name:<19}not wired yet: needs `onrecord {outcome.gold.verb[0]}`"
    if outcome.fault:
        return f"{name:<19}NOT SCORED: {outcome.fault}"
    rows = []
    for verdict in verdicts:
        floor = "-" if verdict.floor is None else f"{verdict.floor:.1f}"
        mark = {None: "", True: "ok", False: "BELOW"}[verdict.ok]
        rows.append(f"{verdict.set:<19}{verdict.figure:<26}{verdict.value:>7.1f}{floor:>8}   {mark}".rstrip())
    articles = "all" if outcome.limit is None else f"first {outcome.limit}"
    speed = "" if outcome.speed is None else f", {outcome.speed:,.0f} words/s"
    return "\n".join([*rows, f"{'':19}({articles} articles, {outcome.seconds:.0f} s{speed})"])


def _page(outcomes: Sequence[Outcome]) -> str:
    """The figures as a page of the docs: one table a set. Speed is left out: it is the machine's."""
    lines = [
        "# Figures",
        "",
        "Written by `python -m onrecord.evaluation.gates --markdown docs/figures.md`, on the development sets of `../shared/gold` with the scorers of",
        "`../shared/score`, which define each figure at their heads. Per cent. The network was trained on polnear_train and on parts of the time, place and",
        "event sets (its model card says which), so figures on those parts are not independent; polnear_dev is.",
    ]
    for outcome in outcomes:
        if outcome.figures:
            articles = "" if outcome.limit is None else f" (first {outcome.limit} articles)"
            names = [figure.name for figure in outcome.gold.figures if figure.name in outcome.figures]
            lines += [
                "",
                f"**{outcome.gold.name}**{articles}",
                "",
                f"| {' | '.join(names)} |",
                "|---" * len(names) + "|",
            ]
            lines.append(f"| {' | '.join(f'{outcome.figures[name]:.1f}' for name in names)} |")
    return "\n".join(lines) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gates", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--shared", type=Path, default=Path("../shared"), metavar="DIR", help="the folder with gold/ and score/"
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="SET", help="only these sets")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--limit", type=int, metavar="N", help="at most N articles of each set")
    size.add_argument("--full", action="store_true", help="all articles of each set")
    parser.add_argument(
        "--raise", dest="raise_", action="store_true", help="write higher floors where more was reached"
    )
    parser.add_argument(
        "--lower",
        nargs="+",
        default=[],
        metavar="NAME",
        help="lower the floors of SET or SET/FIGURE to what is reached",
    )
    parser.add_argument(
        "--floors", type=Path, default=FLOORS, metavar="FILE", help="the floors (default: the package's own)"
    )
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the figures as a page of the docs")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="sets scored side by side (default: 2)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
