"""Datelines: "ANTALYA, Turkey (AP) —", "MOSCOW, November 15. /TASS/.", "WASHINGTON —", "Paris (AFP) -".

In: the text and where a paragraph begins. Out: the dateline's place, the credit in it, and where the report goes on. The form is that
of the Associated Press and Reuters stylebooks and of TASS, Interfax and Xinhua: a place in capitals (or in mixed case before an agency),
further names, a date, a credit, a dash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.knowledge.calendars import months_of, weekday_of
from onrecord.knowledge.outlets import Outlet, outlet_of
from onrecord.reading.furniture.tokens import Token, tokens_of
from onrecord.values.span import Span

LONGEST = 130
DASHES = frozenset({"—", "–", "-", "_", "\x96", "\x97", "―", "−"})
NO_PLACES = frozenset({
    "UPDATE", "UPDATED", "BREAKING", "EXCLUSIVE", "ANALYSIS", "OPINION", "VIDEO", "WATCH", "READ", "PHOTO", "PHOTOS", "FILE", "CORRECTION", "NOTE", "NEWS", "LIVE", "ADVERTISEMENT", "IN", "THE", "A", "AN", "BY", "Q", "FACTBOX", "TIMELINE", "EXPLAINER",
    "WRAPUP", "URGENT", "ALERT", "SPECIAL", "RELATED", "MORE", "QUESTION", "ANSWER", "INTERVIEW", "REVIEW", "FEATURE", "COLUMN", "EDITORIAL", "COMMENTARY", "REPORT", "PREVIEW", "I", "HE", "SHE", "IT", "WE", "YOU", "THEY", "THIS", "THAT", "NO", "YES", "OK", "AP", "AFP", "CNN",
    "BBC", "FBI", "CIA", "UN", "EU", "NATO", "ISIS", "ISIL", "US", "UK", "USA", "PM", "MP", "CEO", "TV", "PRESS",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dateline:
    """`span` of the place, date and credit; `body`: where the report goes on; `credit`: its words, with the agency where it is known;
    `date` covers the date in it, or is None."""

    span: Span
    body: int
    credit: Span | None = None
    agency: Outlet | None = None
    date: Span | None = None


def dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with which text[start:end] begins, or None."""
    tokens = tokens_of(text, start, min(end, start + LONGEST))
    read = _place(tokens, 0)
    if read is None:
        return None
    at, capitals = read
    date: Span | None = None
    at, date = _date(tokens, at)
    credit = _credit(text, tokens, at)
    if credit is not None:
        at = credit[2]
        if date is None:
            at, date = _date(tokens, at)
    if not capitals and (credit is None or credit[1] is None):
        return None
    close = _close(text, tokens, at, end)
    if close is None:
        if credit is None or not capitals or (date is None and credit[1] is None):
            return None
        close = tokens[at - 1].end  # "BEIJING, Nov. 16 (Xinhua) The …", "MOSCOW (Reuters) The …"
    last = tokens[at - 1].end
    body = close
    while body < end and text[body].isspace():
        body += 1
    if not _report_begins(text[body : min(end, body + LONGEST + 1)], credited=credit is not None):
        return None
    return (
        Dateline(Span(start, last), body, credit[0] if credit else None, credit[1] if credit else None, date)
        if body <= end
        else None
    )


def _report_begins(rest: str, *, credited: bool) -> bool:
    """Whether what follows a dash can be a report: no aside ("IAEA - the watchdog - said"), no end of a headline in capitals ("… - ARMY")."""
    if rest and not credited:
        first = rest.split(maxsplit=1)[0]
        if first.isalpha() and first.islower():
            return False
    return not rest or len(rest) > LONGEST or any(c.islower() for c in rest) or not any(c.isalpha() for c in rest)


def _is_capitals(token: Token) -> bool:
    return (
        token.kind == "word"
        and len(token.text) > 1
        and token.text.replace("'", "").replace("’", "").replace(".", "").isupper()
    )


def _is_name(token: Token) -> bool:
    return token.kind == "word" and token.text[:1].isupper()


def _place(tokens: list[Token], i: int) -> tuple[int, bool] | None:
    """Past the place: (index after it, whether it begins in capitals), or None. "BEIRUT/ANKARA", "ST. LOUIS, Mo.", "UNITED NATIONS"."""
    if (
        i >= len(tokens)
        or not _is_name(tokens[i])
        or tokens[i].text in NO_PLACES
        or outlet_of(tokens[i].text, credit=True)
    ):
        return None
    capitals = _is_capitals(tokens[i])
    at, names, commas = i, 0, 0
    while at < len(tokens) and names < 9:
        token = tokens[at]
        if capitals and at > i and _is_capitals(tokens[at - 1]) and _is_name(token) and not _is_capitals(token):
            break  # "PARIS President Martin Gruber - a former banker - met …": the report has begun
        if _is_name(token) and not (months_of(token.text) and at + 1 < len(tokens) and _dated(tokens, at)):
            names += 1
        elif (
            token.text == ","
            and commas < 2
            and at + 1 < len(tokens)
            and _is_name(tokens[at + 1])
            and not _starts_date(tokens, at + 1)
        ):
            commas += 1
        elif (
            (
                token.text in ("/", ".", "'", "’", "&")
                and at + 1 < len(tokens)
                and (token.text != "." or _short(tokens[at - 1]))
            )
            or (
                token.text == "-"
                and at + 1 < len(tokens)
                and tokens[at - 1].end == token.start
                and token.end == tokens[at + 1].start
                and _is_name(tokens[at + 1])
            )
            or (
                token.text in ("of", "the", "de", "and", "in", "la", "del", "al", "el", "near", "du", "sur")
                and names
                and at + 1 < len(tokens)
                and _is_name(tokens[at + 1])
            )
        ):
            pass
        else:
            break
        at += 1
    return (at, capitals) if 0 < names <= 7 else None


def _short(token: Token) -> bool:
    return len(token.text) <= 5 and token.kind == "word"


def _dated(tokens: list[Token], at: int) -> bool:
    """Whether a figure stands beside a month's name."""
    return tokens[at + 1].number is not None or (
        tokens[at + 1].text == "." and at + 2 < len(tokens) and tokens[at + 2].number is not None
    )


def _starts_date(tokens: list[Token], at: int) -> bool:
    return (len(tokens[at].text) > 2 and weekday_of(tokens[at].text) is not None) or (
        bool(months_of(tokens[at].text)) and at + 1 < len(tokens) and _dated(tokens, at)
    )


def _date(tokens: list[Token], i: int) -> tuple[int, Span | None]:
    """Past ", Nov. 15, 2015." and its like: (index after it, the date's span or None)."""
    at = i
    while at < len(tokens) and tokens[at].text in (",", ".", "(") and at < i + 2:
        at += 1
    first, figures, months = at, 0, 0
    while at < len(tokens) and at < first + 8:
        token = tokens[at]
        if token.kind == "word" and months_of(token.text):
            months += 1
        elif token.number is not None and len(token.text) <= 4:
            figures += 1
        elif not (token.kind == "word" and weekday_of(token.text) is not None) and not (
            token.text in (",", ".", "/") and at > first
        ):
            break
        at += 1
    if not months or not figures:
        return i, None
    last = at - 1
    while tokens[last].text in (",", ".", "/"):
        last -= 1
    after = last + 1
    while after < len(tokens) and tokens[after].text in (".", ","):
        after += 1
    if after < len(tokens) and tokens[after].text == ")":
        after += 1
    return after, Span(tokens[first].start, tokens[last].end)


def _credit(text: str, tokens: list[Token], i: int) -> tuple[Span, Outlet | None, int] | None:
    """ "(Reuters)", "/TASS/", "(Baltic Wire)" at token i: (its words, the agency if known, index after it)."""
    at = i
    while at < len(tokens) and tokens[at].text in (",", "."):
        at += 1
    if at >= len(tokens) or tokens[at].text not in ("(", "/", "["):
        return None
    closing = {"(": ")", "/": "/", "[": "]"}[tokens[at].text]
    last = next((j for j in range(at + 1, min(at + 9, len(tokens))) if tokens[j].text == closing), None)
    if last is None or last == at + 1:
        return None
    words = Span(tokens[at + 1].start, tokens[last - 1].end)
    if not _is_name(tokens[at + 1]) and outlet_of(words.of(text), credit=True) is None:
        return None
    inner = [t for t in tokens[at + 1 : last] if t.kind == "word"]
    if not inner or any(
        t.text[:1].islower() and t.text not in ("of", "the", "and", "dpa", "epa", "news", "agency") for t in inner
    ):
        return None
    return words, outlet_of(words.of(text), credit=True), last + 1


def _close(text: str, tokens: list[Token], i: int, end: int) -> int | None:
    """Where a dash (or, after a credit in slashes, a full stop) ends the dateline: the offset behind it, or None."""
    at = i
    if (
        at < len(tokens)
        and tokens[at].text == "."
        and at + 1 < len(tokens)
        and (tokens[at + 1].text in DASHES or tokens[at - 1].text == "/")
    ):
        at += 1
        if tokens[at].text not in DASHES:
            return tokens[at - 1].end
    if at >= len(tokens) or tokens[at].text not in DASHES:
        return (
            tokens[at].end
            if at < len(tokens) and tokens[at].text == ":" and tokens[at - 1].text in (")", "/")
            else None
        )
    if (
        tokens[at].text == "-"
        and at + 1 < len(tokens)
        and tokens[at + 1].text != "-"
        and tokens[at - 1].end == tokens[at].start
        and text[tokens[at - 1].end - 1] != ")"
    ):
        return None  # a hyphen inside a word
    after = at
    while after < len(tokens) and tokens[after].text in DASHES:
        after += 1
    return tokens[after - 1].end if tokens[after - 1].end <= end else None


COLON = re.compile(r"([A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,2}): (?=[A-Z“\"])")


def colon_dateline(text: str, start: int, end: int) -> Dateline | None:
    """ "KARACHI: The …": capitals and a colon, as South Asian and Gulf papers print it. For a first paragraph only."""
    found = COLON.match(text, start, min(end, start + LONGEST))
    if not found or any(w in NO_PLACES for w in found.group(1).split()) or end - start < 80:
        return None
    return Dateline(Span(start, found.end(1)), found.end())
