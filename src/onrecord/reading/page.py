"""The page about the report: what is furniture, and the page's own particulars. Nothing is cut; every span is into the unaltered text.

In: the article. Out: `Page`: furniture with its kind; headline, deck, byline, dateline; outlet and agency; when it was published and
updated, and how that is known; a guess of the language; and `reporting`, the stretches that are left to be read. A dateline is a
stretch of its own, so that the sentence behind it is parsed without it. What is doubtful stays reporting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.outlets import at_site, outlet_of
from onrecord.reading.furniture import bylines, captions
from onrecord.reading.furniture.headlines import Titles, titles
from onrecord.reading.furniture.kinds import Kinds, kinds
from onrecord.reading.furniture.language import language_of
from onrecord.reading.furniture.lines import paragraphs
from onrecord.reading.furniture.moments import moments
from onrecord.reading.furniture.opening import Opening, opening
from onrecord.values.layers import Page
from onrecord.values.record import Credit, Furniture, Passage
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.settings import Settings
    from onrecord.values.article import Article
    from onrecord.values.layers import Reading
    from onrecord.values.record import FurnitureKind

PICTURES = frozenset(
    {"EPA", "Getty Images", "Zuma Press", "PA Images"}
)  # agencies of pictures: their credit says nothing of the text


def page(reading: Reading, settings: Settings) -> Page:
    """The page layer. Linear in the text; never raises on an article. Text beyond `settings.longest` is neither furniture nor reporting."""
    article, text = reading.article, reading.text
    lines = paragraphs(text, settings.longest)
    month_first = _month_first(article)
    found = kinds(text, lines, month_first=month_first, language=article.language)
    named = titles(text, lines, found.kinds, article.headline, article.deck)
    start = opening(text, lines, found.kinds, named, article.headline, month_first=month_first)
    tails = _tails(text, lines, found.kinds)
    furniture = _furniture(lines, found, named, start, tails)
    byline = _byline(text, article, lines, found.kinds, start)
    published, updated = moments(article, text, found, start, lines)
    return Page(
        furniture=furniture,
        reporting=_reporting(text, lines, furniture, start),
        headline=_passage(text, start.headline or named.headline),
        deck=_passage(text, named.deck),
        byline=byline,
        dateline=_passage(text, start.dateline.span if start.dateline else None),
        outlet=_outlet(text, article, furniture, start),
        agency=_agency(text, article, furniture, start),
        published=published,
        updated=updated,
        language=article.language or language_of(text[: settings.longest]),
    )


def _month_first(article: Article) -> bool:
    """Whether 03/04/2015 is read as March: the outlet's home is in North America."""
    known = (outlet_of(article.outlet, credit=True) if article.outlet else None) or (
        at_site(article.url) if article.url else None
    )
    return bool(
        known
        and known.home
        and known.home.startswith(("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"))
    )


def _passage(text: str, span: Span | None) -> Passage | None:
    return Passage(span.of(text), span.start, span.end) if span else None


def _tails(text: str, lines: Sequence[Span], of: Sequence[FurnitureKind | None]) -> tuple[Furniture, ...]:
    """Credits and notes at the edge of a paragraph of reporting: the crews of the last ones, the photographer of any."""
    found = []
    for i, (line, kind) in enumerate(zip(lines, of, strict=True)):
        if kind is not None:
            continue
        if i >= len(lines) - 6 and (crew := bylines.crew_tail(text, line)):
            found.append(Furniture(crew.start, crew.end, "byline"))
        elif (
            len(lines) > 1
            and (credit := captions.credit_at_end(text, line) or captions.credit_at_start(text, line))
            and credit != line
        ):
            found.append(Furniture(credit.start, credit.end, "caption"))
    return tuple(found)


def _furniture(
    lines: Sequence[Span], found: Kinds, named: Titles, start: Opening, tails: Sequence[Furniture]
) -> tuple[Furniture, ...]:
    whole = [Furniture(line.start, line.end, kind) for line, kind in zip(lines, found.kinds, strict=True) if kind]
    again = [Furniture(lines[i].start, lines[i].end, "title_repeat") for i in named.repeats]
    return tuple(sorted((*whole, *again, *start.furniture, *tails), key=lambda one: (one.start, one.end)))


def _reporting(text: str, lines: Sequence[Span], furniture: Sequence[Furniture], start: Opening) -> tuple[Span, ...]:
    """What is left of each paragraph, trimmed; cut at the headline and the dateline that stand inside one."""
    left: list[Span] = []
    gaps = iter(furniture)
    gap = next(gaps, None)
    for line in lines:
        at = line.start
        while gap and gap.start < line.end:
            left.append(Span(at, max(at, gap.start)))
            at = max(at, gap.end)
            gap = next(gaps, None)
        left.append(Span(at, line.end))
    cut = [piece for span in left for piece in _cut(span, start.cuts)]
    return tuple(t for t in (_clean(text, span) for span in cut) if t.end > t.start)


def _cut(span: Span, cuts: Sequence[tuple[int, int]]) -> list[Span]:
    """The span without what lies between each cut's two places."""
    pieces, at = [], span.start
    for before, after in cuts:
        if span.start <= before and after <= span.end and before >= at:
            pieces.append(Span(at, before))
            at = after
    return [*pieces, Span(at, span.end)]


def _clean(text: str, span: Span) -> Span:
    """Trimmed; a stretch of marks alone is nothing."""
    trimmed = span.trimmed(text)
    if trimmed.end - trimmed.start <= 4 and not any(c.isalnum() for c in trimmed.of(text)):
        return Span(trimmed.start, trimmed.start)
    return trimmed


def _byline(
    text: str, article: Article, lines: Sequence[Span], of: Sequence[FurnitureKind | None], start: Opening
) -> Passage | None:
    """The first byline of the page's head; else the one inside its first paragraph; else the source's own where the text has it as a line."""
    for line, kind in list(zip(lines, of, strict=True))[:14]:
        if kind == "byline" and not bylines.crew_line(line.of(text)):
            return _passage(text, line)
    for one in start.furniture:
        if one.kind == "byline" and not bylines.credits_alone(text[one.start : one.end]):
            return _passage(text, Span(one.start, one.end))
    if article.byline:
        for line in lines[:14]:
            if line.of(text).casefold().strip() == article.byline.casefold().strip():
                return _passage(text, line)
    return None


def _outlet(text: str, article: Article, furniture: Sequence[Furniture], start: Opening) -> Credit | None:
    """The outlet given with the article, with its place where a byline or legal line names it; else the one named there; else the URL's."""
    given = outlet_of(article.outlet, credit=True) if article.outlet else None
    named = [
        (span, found)
        for one in furniture
        if one.kind in ("byline", "legal", "timestamp")
        for span, found in bylines.outlets_in(text, one.start, one.end)
    ]
    if article.outlet:
        place = next(
            (
                s
                for s, o in named
                if (given and o.name == given.name) or s.of(text).casefold() == article.outlet.casefold()
            ),
            None,
        )
        return Credit(article.outlet, place)
    if own := next(((s, o) for s, o in named if not o.agency), None):
        return Credit(own[1].name, own[0])
    if start.credit and start.credit[1] and not start.credit[1].agency:
        return Credit(start.credit[1].name, start.credit[0])
    site = at_site(article.url) if article.url else None
    return Credit(site.name) if site else None


def _agency(text: str, article: Article, furniture: Sequence[Furniture], start: Opening) -> Credit | None:
    """The agency given; else the dateline's or opening's; else one credited in a byline, at the end, or by its copyright."""
    if article.agency:
        return Credit(article.agency)
    if start.credit and start.credit[1] and start.credit[1].agency:
        return Credit(start.credit[1].name, start.credit[0])
    for kind in ("byline", "legal"):
        for one in furniture:
            if one.kind == kind:
                for span, found in bylines.outlets_in(text, one.start, one.end):
                    if found.agency and found.name not in PICTURES:
                        return Credit(found.name, span)
    return None
