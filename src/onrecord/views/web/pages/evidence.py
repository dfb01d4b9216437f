"""A claim of a story -> where it stands: report, sentence, and the path by which it can be corrected in that report's record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.values.story import Claim
from onrecord.views.present.discrepancy import label
from onrecord.views.web.correct import paths_of, touches
from onrecord.views.web.shelf import Told
from onrecord.views.web.words import FORMS


@dataclass(frozen=True, slots=True)
class Evidence:
    """One account's value in one report. `start` and `end`: of its words, in code points; `paths`: where it stands in the record, () where it
    was read across sentences and has no one place; `corrected`: the judgement that changed it, None where it is as it was read."""

    claim: str
    report: str
    outlet: str
    published: str | None
    who: str
    claimant: str | None
    form: str
    value: str
    words: str
    sentence: str
    start: int
    end: int
    paths: tuple[str, ...]
    corrected: str | None
    unit: str | None


def evidence(told: Told, claim: Claim, corrected: Mapping[tuple[str, str], str]) -> Evidence:
    """The evidence of a claim; `corrected` says by (report, path) which judgement stands there."""
    report, record = told.story.report(claim.report), told.records[claim.report]
    paths = tuple(told.path(claim.report, path) for path in paths_of(record, claim))
    by = next(
        (id for path in paths for (r, p), id in corrected.items() if r == claim.report and touches(p, path)), None
    )
    form = "report" if claim.by is None else claim.form
    return Evidence(
        claim.id, claim.report, report.outlet or "outlet not known", report.published, label(claim, report), claim.by_name, FORMS[form], str(claim.value), claim.words,
        claim.sentence, claim.start, claim.end, paths, by, "minutes" if claim.field == "duration" else None,
    )  # fmt: skip
