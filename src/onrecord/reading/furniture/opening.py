"""What stands before the report inside its first paragraphs: a date, the headline again, a credit, the dateline.

Pages that were flattened to one line ("17-06-2016 Seven hurt in Aleppo. Seven civilians …") have all of it in one paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.knowledge.calendars import months_of, weekday_of
from onrecord.knowledge.outlets import Outlet, outlet_of
from onrecord.reading.furniture.bylines import signed_by
from onrecord.reading.furniture.datelines import Dateline, colon_dateline, dateline
from onrecord.reading.furniture.headlines import Titles, variants
from onrecord.reading.furniture.plain import straight
from onrecord.reading.furniture.stamps import Stamp, leading
from onrecord.reading.furniture.tokens import tokens_of
from onrecord.values.record import Furniture, FurnitureKind
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

CREDIT = re.compile(r"\(([A-Z][\w./& -]{1,40})\)(?:\s*[-–—_:]+)?\s*")
CAPITALS = re.compile(r"(?<= )[A-Z][A-Z.'’-]+(?=[ ,/])")
INSIDE = 230  # code points of a flattened headline before its dateline
FIRST = 4  # paragraphs of reporting in which a dateline may stand


@dataclass(frozen=True, slots=True)
class Opening:
    """`cuts`: (end of what stands before, start of what follows), where a paragraph falls into stretches. `credit`: its words and the
    outlet or agency, None where it is unknown."""

    furniture: tuple[Furniture, ...] = ()
    headline: Span | None = None
    dateline: Dateline | None = None
    stamp: Stamp | None = None
    credit: tuple[Span, Outlet | None] | None = None
    cuts: tuple[tuple[int, int], ...] = ()


def opening(
    text: str,
    lines: Sequence[Span],
    of: Sequence[FurnitureKind | None],
    named: Titles,
    headline: str | None,
    *,
    month_first: bool,
) -> Opening:
    """What stands before the report in its first paragraphs."""
    free = [
        i
        for i, kind in enumerate(of)
        if kind is None and i not in named.repeats and lines[i] not in (named.headline, named.deck)
    ]
    if not free:
        return Opening()
    first = lines[free[0]]
    begin = _begin(text, first, named, headline, month_first=month_first)
    for place, i in enumerate(free[:FIRST]):
        line = lines[i]
        start = (
            begin.cuts[-1][1]
            if place == 0 and begin.cuts
            else (begin.furniture[-1].end if place == 0 and begin.furniture else line.start)
        )
        while start < line.end and text[start].isspace():
            start += 1
        if found := dateline(text, start, line.end) or (colon_dateline(text, start, line.end) if place == 0 else None):
            return _with(begin, found)
        if (
            place == 0
            and named.headline is None
            and begin.headline is None
            and (signed := _signed(text, line, month_first=month_first))
        ):
            return signed
        if place == 0 and named.headline is None and begin.headline is None and (inner := _inner(text, line)):
            return _with(
                Opening(
                    begin.furniture, Span(start, inner[0]).trimmed(text), None, begin.stamp, None, (*begin.cuts, inner)
                ),
                dateline(text, inner[1], line.end),
            )
        if credited := _credit(text, start, line.end):
            mark, credit, after = credited
            return Opening(
                (*begin.furniture, mark), begin.headline, None, begin.stamp, credit, (*begin.cuts, (mark.end, after))
            )
        if line.end - line.start > 300:
            break
    return begin


def _with(begin: Opening, found: Dateline | None) -> Opening:
    if found is None:
        return begin
    credit = (found.credit, found.agency) if found.credit else None
    return Opening(
        begin.furniture, begin.headline, found, begin.stamp, credit, (*begin.cuts, (found.span.end, found.body))
    )


def _begin(text: str, line: Span, named: Titles, headline: str | None, *, month_first: bool) -> Opening:
    """A leading date, the given headline and a credit, in any order, at the start of a paragraph."""
    at, marks, cuts = line.start, [], []
    title: Span | None = None
    stamp: Stamp | None = None
    for _ in range(4):
        while at < line.end and text[at].isspace():
            at += 1
        if (
            stamp is None
            and (found := leading(text, at, line.end, month_first=month_first))
            and _report_follows(text, found.end, line.end, titled=title is not None)
        ):
            stamp = found
            marks.append(Furniture(found.start, found.end, "timestamp"))
            at = found.end
        elif title is None and headline and named.headline is None and (end := _title_at(text, at, line.end, headline)):
            title = Span(at, end)
            after = end
            while after < line.end and text[after] in " .|-–—:":
                after += 1
            cuts.append((end, after))
            at = after
        elif title is not None and stamp is None and (credit := _bare_credit(text, at, line.end)):
            marks.append(Furniture(credit.start, credit.end, "byline"))
            at = credit.end
        else:
            break
    return Opening(tuple(marks), title, None, stamp, None, tuple(cuts))


def _report_follows(text: str, at: int, end: int, *, titled: bool) -> bool:
    """Whether a leading date is no part of its sentence: a capital or a quotation mark follows, no comma."""
    rest = text[at : min(end, at + 12)]
    plain = rest.lstrip(" \t|-–—:")
    if not plain or (rest[:1].isalnum()):
        return False
    return plain[0].isupper() or plain[0] in "\"“'‘" or plain[0].isdecimal() or titled


def _title_at(text: str, at: int, end: int, headline: str) -> int | None:
    """The end of the given headline where it stands at `at` and the report goes on behind it, else None."""
    for one in variants(headline):
        wanted = straight(one).strip().rstrip(".")
        if (
            len(wanted) >= 12
            and at + len(wanted) < end
            and straight(text[at : at + len(wanted)]).lower() == wanted.lower()
            and not text[at + len(wanted)].isalnum()
        ):
            return at + len(wanted)
    return None


def _bare_credit(text: str, at: int, end: int) -> Span | None:
    """One to four words at `at` that name an agency or outlet ("AFP", "Al Arabiya with agencies")."""
    words = list(re.finditer(r"[\w.&'’-]+", text[at : min(end, at + 60)]))[:4]
    for size in range(len(words), 0, -1):
        span = Span(at + words[0].start(), at + words[size - 1].end())
        if span.start == at and (found := outlet_of(span.of(text), credit=True)) and (found.agency or size > 1):
            return span
    return None


def _inner(text: str, line: Span) -> tuple[int, int] | None:
    """(end of a flattened headline, start of the dateline behind it): "Jobless rate dips. FAIRFIELD, Conn. -- …"."""
    reach = min(line.end, line.start + INSIDE)
    at = line.start + 8
    while 0 <= (stop := _next_stop(text, at, reach)) < reach:
        begin = stop
        while begin < reach and text[begin] in " \"”’'":
            begin += 1
        found = dateline(text, begin, line.end) if begin > stop and text[begin : begin + 2].isupper() else None
        if found and found.body < line.end and text[begin : begin + 3].replace(".", "").replace(" ", "").isupper():
            return None if _credits(text[line.start : begin]) else (begin, begin)
        at = stop + 1
    return _before_credit(text, line, reach)


def _before_credit(text: str, line: Span, reach: int) -> tuple[int, int] | None:
    """The same where the headline has no stop: "Ministers meet in Riga RIGA (Reuters) - …"; the place in capitals and an agency tell it."""
    for word in CAPITALS.finditer(text, line.start + 12, reach):
        found = dateline(text, word.start(), line.end)
        title = text[line.start : word.start()]
        if found and found.agency and word.start() < found.body < line.end and not title.isupper():
            return None if _credits(title) else (word.start(), word.start())
    return None


def _credits(words: str) -> bool:
    """Whether what stands before a dateline is who wrote it, and no headline ("By ANA KASK and", "Ana Kask, The Associated Press.")."""
    parts = (part.strip(" .").removeprefix("The ") for part in words.split(","))
    return words.startswith("By ") or any(outlet_of(part, credit=True) for part in parts)


def _signed(text: str, line: Span, *, month_first: bool) -> Opening | None:
    """A flattened headline, byline and date: "Jobless rate dips. By ANA KASK Staff Writer March 3, 2026 NARVA -- …"."""
    stop = _next_stop(text, line.start + 8, min(line.end, line.start + INSIDE))
    if stop < 0:
        return None
    tokens = tokens_of(text, stop, min(line.end, stop + 160))
    for token in tokens[2:18]:
        if token.kind == "word" and not months_of(token.text) and weekday_of(token.text) is None:
            continue
        stamp = leading(text, token.start, line.end, month_first=month_first)
        if stamp is None:
            continue
        byline = Span(stop, token.start).trimmed(text)
        if not signed_by(byline.of(text)) or not _report_follows(text, stamp.end, line.end, titled=True):
            return None
        marks = (Furniture(byline.start, byline.end, "byline"), Furniture(stamp.start, stamp.end, "timestamp"))
        title = Span(line.start, stop).trimmed(text)
        begin = Opening(marks, title, None, stamp, None, ())
        at = stamp.end
        while at < line.end and text[at].isspace():
            at += 1
        return _with(begin, dateline(text, at, line.end))
    return None


def _next_stop(text: str, at: int, reach: int) -> int:
    """The offset behind the next ". ", "? " or "! ", or -1."""
    found = [p for mark in (". ", "? ", "! ", '." ', ".” ", "; ") if (p := text.find(mark, at, reach)) >= 0]
    return min(found) + 1 if found else -1


def _credit(text: str, at: int, end: int) -> tuple[Furniture, tuple[Span, Outlet | None], int] | None:
    """ "(CNN) In a show of …": a known outlet in brackets before the report."""
    found = CREDIT.match(text, at, min(end, at + 60))
    if not found or (outlet := outlet_of(found.group(1), credit=True)) is None:
        return None
    return (
        Furniture(at, found.start(1) + len(found.group(1)) + 1, "byline"),
        (Span(*found.span(1)), outlet),
        found.end(),
    )
