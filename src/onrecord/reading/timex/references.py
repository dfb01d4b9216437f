"""Sets and references: "every day", "weekly", "twice a year", "Tuesday nights"; "now", "recently", "the past", "in the near future"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.reading.timex.durations import iso, unit_of
from onrecord.reading.timex.patterns import Draft, Match, Rule, rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.reading.timex.context import Context


def every(_: Context, m: Match) -> Draft | None:
    """ "Every day", "every two weeks", "every other year", "each Thursday", "every Sunday night"."""
    if m.kinds("w"):
        part = cast("str | None", m.value("part"))
        return Draft("SET", f"XXXX-WXX-{m.value('w')}" + (f"T{part}" if part else ""), dated=False)
    if m.kinds("m"):
        return Draft("SET", f"XXXX-{cast('int', m.value('m')):02d}", dated=False)
    if m.kinds("s"):
        return Draft("SET", f"XXXX-{m.value('s')}", dated=False)
    if m.kinds("part"):
        return Draft("SET", f"XXXX-XX-XXT{m.value('part')}", dated=False)
    unit, number = unit_of(m), cast("float | None", m.value("n"))
    if unit is None:
        return None
    if unit == "Q" and number is None:
        return Draft("SET", "P1Q", dated=False)
    return Draft("SET", iso(2 if m.kinds("other") else number or 1, unit) or "", dated=False)


def daily(_: Context, m: Match) -> Draft | None:
    """ "Daily", "annually"; a quarterly dividend is none."""
    if m.tokens.lower(m.first) == "quarterly" and m.last < len(m.tokens) and m.tokens.kinds[m.last] == "OTHER":
        return None
    return Draft("SET", cast("str", m.value("w")), dated=False)


def weekdays(_: Context, m: Match) -> Draft | None:
    """ "Mondays", "Tuesday nights", "on weekends"."""
    if m.kinds("we"):
        return Draft("SET", "XXXX-WXX-WE", dated=False)
    part = cast("str | None", m.value("part"))
    return Draft("SET", f"XXXX-WXX-{m.value('w')}" + (f"T{part}" if part else ""), dated=False)


def times_a(_: Context, m: Match) -> Draft | None:
    unit = unit_of(m)
    return Draft("SET", iso(1, unit) or "", dated=False) if unit else None


def fixed(value: str, kind: str = "DATE") -> Callable[[Context, Match], Draft | None]:
    """A rule's reader that always gives one value."""

    def read(_: Context, __: Match) -> Draft:
        return Draft(kind, value, dated=False)

    return read


def soon(_: Context, m: Match) -> Draft | None:
    """ "Soon", but not "as soon as", "soon after"."""
    after = m.tokens.lower(m.last)
    before = m.tokens.lower(m.first - 1)
    return (
        None
        if after in ("after", "as", "-", "to", "became", "followed") or before in ("as", "too", "how")
        else Draft("DATE", "FUTURE_REF", dated=False)
    )


def past_or_future(_: Context, m: Match) -> Draft | None:
    """ "In the past", "the near future": only where no noun follows that it would describe."""
    if m.last < len(m.tokens) and m.tokens.kinds[m.last] in ("OTHER", "HY") and m.tokens.text_at(m.last)[0].isalpha():
        following = m.tokens.lower(m.last)
        if not m.kinds("near") and following not in (
            "and",
            "but",
            "as",
            "when",
            "if",
            "with",
            "is",
            "was",
            "has",
            "had",
            "will",
            "have",
            "he",
            "she",
            "they",
            "it",
            "we",
            "i",
            "because",
            "who",
            "by",
            "than",
            "would",
            "could",
            "does",
            "did",
            "where",
            "may",
            "might",
            "can",
            "should",
        ):
            return None
    return Draft("DATE", "PAST_REF" if m.kind("w") == "PAST" else "FUTURE_REF", dated=False)


RULES: tuple[Rule, ...] = (
    rule("every", "EACH (?:(?P<other>OTHERW)|(?P<n>NUM|ORDINAL))? (?P<u>ANYUNIT)", every),
    rule("every Thursday", "EACH (?:(?P<w>WEEKDAY) (?P<part>PART)?|(?P<m>MONTH)|(?P<s>[SEASON FALL])|(?P<part2>PART))", lambda c, m: every(c, m) if not m.kinds("part2") else Draft("SET", f"XXXX-XX-XXT{m.value('part2')}", dated=False)),
    rule("daily", "(?P<w>DAILY)", daily),
    rule("Mondays", "(?:(?P<w>WEEKDAYS)|(?P<we>WEEKENDS))", weekdays),
    rule("Tuesday nights", "(?P<w>WEEKDAY) (?P<part>PARTS)", weekdays),
    rule("twice a week", "(?:ONCE|TWICE|NUM TIMES) (?:A|PER|EACH) (?P<u>UNIT)", times_a),
    rule("per day", "PER (?P<u>UNIT)", times_a),
    rule("now", "[PRESENT]", fixed("PRESENT_REF")),
    rule("current", "(?:THE)? CURRENT", lambda _, m: Draft("DATE", "PRESENT_REF", dated=False, first=m.last - 1)),
    rule("recent", "MORE? RECENTLY", fixed("PAST_REF")),
    rule("soon", "SOON", soon),
    rule("the future", "THE (?P<near>NEAR|FARNESS)? (?P<w>[PAST FUTURE])", past_or_future),
    rule("the near term", "THE [NEAR SHORTNESS] TERM", fixed("FUTURE_REF")),
    rule("a while", "A WHILE", fixed("PXX", "DURATION")),
)  # fmt: skip
