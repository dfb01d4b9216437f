"""Times: every time expression of the reporting, with its value and the days that it covers.

In: `Page` (reporting, reference). Out: `Times`. The engine is `reading.timex`; here its findings get ids, anchors and confidence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.knowledge.confidence import calibrated
from onrecord.reading.timex.engine import Expression, expressions
from onrecord.reading.timex.stamp import stamp
from onrecord.values.layers import Page, Reading, Times
from onrecord.values.record import Time

if TYPE_CHECKING:
    from typing import Literal

    from onrecord.settings import Settings

    TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

# The share of a rule's findings whose value is right, on two thirds of TimeBank, AQUAINT and MEANTIME (rules seen ten times or more).
RIGHT = {
    "weekday": 0.89, "last week": 0.75, "month and day": 0.96, "year": 0.88, "today": 0.93, "duration": 0.86, "now": 0.66, "month": 0.92,
    "quarter": 0.96, "stretch": 0.92, "units": 0.6, "ago": 0.75, "a unit": 0.6, "daily": 0.55, "month and year": 0.95, "recent": 0.62,
    "offset": 0.65, "year ago": 0.79, "current": 0.45, "clock": 0.85, "the nine months": 0.95, "iso date": 0.99,
}  # fmt: skip
OTHERWISE = 0.75
WHOLE_DATE = 0.98  # a date with its year needs no guess


def times(reading: Reading, settings: Settings) -> Times:
    """The times of the reporting, ids t1, t2 … in the order of the text.

    Values are resolved against the text's own date where it states one that contradicts the page's, else against `Page.reference`; with
    neither they stay partly unknown ("XXXX-WXX-7"). `anchor` is the id of a time, "published", "updated" or None.
    """
    page = reading[Page]
    reference, named = page.reference, "published" if page.published.value else "updated"
    own = stamp(reading.text, _with_stamps(page), reference, page.updated.value)
    found = expressions(reading.text, page.reporting, own.value[:10] if own else reference)
    home = next((f"t{i}" for i, one in enumerate(found, 1) if own and one.start == own.start), named)
    day = (own.value if own else reference or "")[:10] or None
    items = [_time(i, one, home, day) for i, one in enumerate(found, 1)]
    if settings.calibrated:
        items = [replace(one, confidence=calibrated("time", one.found_by, one.confidence)) for one in items]
    left_out = {one.id for one in items if one.confidence < settings.min_confidence}
    kept = (one for one in items if one.id not in left_out)
    return Times(tuple(replace(one, anchor=None) if one.anchor in left_out else one for one in kept))


def _with_stamps(page: Page) -> list[tuple[int, int]]:
    """The reporting and the timestamps of the page, in order."""
    stamps = [(one.start, one.end) for one in page.furniture if one.kind == "timestamp"]
    return sorted([*((p.start, p.end) for p in page.reporting), *stamps])


def _time(number: int, one: Expression, home: str | None, day: str | None) -> Time:
    id = f"t{number}"
    earliest, latest = _covered(one, day)
    anchor = f"t{one.anchor + 1}" if isinstance(one.anchor, int) else home if one.anchor else None
    kind: TimexType = one.type  # type: ignore[assignment]  # the engine's four words
    return Time(
        id=id, start=one.start, end=one.end, type=kind, value=one.value, mod=one.mod, earliest=earliest, latest=latest,
        anchor=None if anchor == id else anchor, confidence=_confidence(one), found_by=f"timex: {one.rule}",
    )  # fmt: skip


def _covered(one: Expression, day: str | None) -> tuple[str | None, str | None]:
    """The days covered; those of "now" and of the past end with the reference, those of the future begin there."""
    if one.value in ("PRESENT_REF", "PAST_REF"):
        return None, day
    if one.value == "FUTURE_REF":
        return day, None
    if one.type == "TIME" and one.earliest and one.latest and "T" not in one.earliest:
        return f"{one.earliest}T00:00", f"{one.latest}T23:59"
    return one.earliest, one.latest


def _confidence(one: Expression) -> float:
    if one.rule in ("month and day", "day and month") and one.anchor is None and one.earliest:
        return WHOLE_DATE
    return RIGHT.get(one.rule, OTHERWISE)
