"""A story as a table: one row a claim, with who says it, its origin, and the differences that it is in. CSV as in RFC 4180."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onrecord.values.story import Story

COLUMNS: Final = (
    "story", "claim", "field", "of", "value", "low", "high", "bound", "stance", "hedge", "claimant", "party", "form", "terms", "report", "outlet", "published", "origin",
    "start", "end", "words", "sentence", "differs", "kinds",
)  # fmt: skip
_FORMULA: Final = tuple("=+-@＝＋－＠")  # what a spreadsheet would run, also behind what it passes over
_LINE: Final = ("\t", "\r", "\n")
_UNSEEN: Final = "\ufeff\u200b\u00a0 \t\r\n\x00"


def table(story: Story) -> str:
    """The rows under their header. Cells that a spreadsheet would take for a formula begin with an apostrophe."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    reports = {one.key: one for one in story.reports}
    for one in story.claims:
        report = reports[one.report]
        within = [d for d in story.differences if one.id in d.claims]
        writer.writerow(
            _plain(cell)
            for cell in (
                story.id, one.id, one.field, one.of, one.value, one.low, one.high, one.bound, one.stance, one.hedge, one.by_name, one.party, one.form, one.terms, one.report,
                report.outlet, report.published, report.origin, one.start, one.end, one.words, one.sentence,
                " ".join(d.id for d in within), " ".join(dict.fromkeys(d.kind for d in within)),
            )
        )  # fmt: skip
    return out.getvalue()


def _plain(cell: object) -> object:
    if isinstance(cell, str) and (cell.startswith(_LINE) or cell.lstrip(_UNSEEN).startswith(_FORMULA)):
        return f"'{cell}"
    return "" if cell is None else cell
