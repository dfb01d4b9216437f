"""When the article was published and updated, and by what that is known: given with it, told on the page, in its dateline, in its URL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.knowledge.calendars import months_of
from onrecord.reading.furniture.stamps import leading
from onrecord.reading.furniture.tokens import tokens_of
from onrecord.values.record import Basis, Moment
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.furniture.kinds import Kinds
    from onrecord.reading.furniture.opening import Opening
    from onrecord.values.article import Article

IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|[1-9])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
MONTH_IN_URL = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d\d)(?=[/_.-])")
BASES: dict[str, Basis] = {"given": "given", "metadata": "metadata", "text": "text", "url": "url"}


def moments(article: Article, text: str, found: Kinds, start: Opening, lines: Sequence[Span]) -> tuple[Moment, Moment]:
    """(published, updated). What the caller or the page's metadata gave goes first; then the page's own timestamps; then the dateline;
    then the URL. An unlabelled timestamp is the publication's where none is labelled so."""
    told = [one for one in found.moments if one.value]
    edge = lines[-1].end if lines else 0
    labelled = {label: next((one for one in told if one.label == label), None) for label in ("published", "updated")}
    bare = next((one for one in told if one.label is None), start.stamp)
    if bare and bare is not start.stamp and bare.start > edge // 2 and labelled["published"] is None and start.stamp:
        bare = start.stamp
    first, last = labelled["published"] or bare, labelled["updated"]
    updated = (
        Moment(article.updated, "metadata")
        if article.updated
        else Moment(last.value, "text", Span(last.start, last.end))
        if last
        else Moment()
    )
    if article.published:
        return Moment(article.published, BASES.get(article.published_basis, "given")), updated
    if first:
        return Moment(first.value, "text", Span(first.start, first.end)), updated
    if dated := _dateline(text, start, updated.value):
        return dated, updated
    return _url(article.url), updated


def _dateline(text: str, start: Opening, near: str | None) -> Moment | None:
    """The dateline's date, with the year of `near` where it states none."""
    if start.dateline is None or (span := start.dateline.date) is None:
        return None
    if found := leading(text, span.start, span.end):
        return Moment(found.value, "text", span)
    tokens = tokens_of(text, span.start, span.end)
    month = next((next(iter(m.values())) for t in tokens if t.kind == "word" and (m := months_of(t.text))), None)
    day = next((t.number for t in tokens if t.number is not None and t.number <= 31), None)
    if near is None or month is None or day is None:
        return None
    year = int(near[:4])
    value = f"{year:04}-{month:02}-{day:02}"
    return Moment(value if value <= near[:10] else f"{year - 1:04}-{month:02}-{day:02}", "text", span)


def _url(url: str | None) -> Moment:
    if url and len(url) < 2_000:
        if found := IN_URL.search(url):
            year, month, day = (int(g) for g in found.groups())
            return Moment(f"{year:04}-{month:02}-{day:02}", "url")
        if (named := MONTH_IN_URL.search(url)) and (month_of := months_of(named.group(2)).get("en")):
            return Moment(f"{named.group(1)}-{month_of:02}-{named.group(3)}", "url")
    return Moment()
