"""How long: "two years", "about 35 minutes", "a two-day visit", "the past five days", "half an hour", "years"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.reading.timex.patterns import Draft, Match, Rule, rule

if TYPE_CHECKING:
    from onrecord.reading.timex.context import Context

PLURAL_REFS = {
    "RECENT": "PAST_REF",
    "PAST": "PAST_REF",
    "PREV": "PAST_REF",
    "COMING": "FUTURE_REF",
    "FUTURE": "FUTURE_REF",
}
CURRENCY = frozenset(
    "$ £ € ¥ dollars dollar euros pounds yen cents rubles roubles rupees lira million billion trillion percent % times tons barrels share".split()
)
MOD_WORDS = {
    "MORE": "MORE_THAN", "OVER": "MORE_THAN", "WELL": "MORE_THAN", "LESS": "LESS_THAN", "UNDER": "LESS_THAN", "NEARLY": "LESS_THAN",
    "SHY": "LESS_THAN", "SHORTNESS": "LESS_THAN", "CLOSE": "APPROX", "APPROX": "APPROX", "UP": "EQUAL_OR_LESS",
}  # fmt: skip


def mod_of(m: Match) -> str | None:
    """The mod of "about", "more than", "at least" … in a match."""
    kinds = [k for k in m.kinds("mod") if k not in ("JUST", "WELL")]
    if not kinds:
        return None
    if kinds[0] == "AT":
        return "EQUAL_OR_MORE" if kinds[-1] == "LEAST" else "EQUAL_OR_LESS"
    if kinds[0] == "NO":
        return "EQUAL_OR_LESS" if "MORE" in kinds or kinds[-1] == "MOST" else "EQUAL_OR_MORE"
    return MOD_WORDS.get(kinds[0])


def unit_of(m: Match, group: str = "u") -> str | None:
    """The unit of a match in TIMEX3's letters; "second" is one."""
    kind = m.kind(group)
    return "TS" if kind == "SECOND" else cast("str | None", m.value(group)) if kind else None


def amount(m: Match) -> float | None:
    """How many: the number, 1 for "a", 2 for "a couple", one half; None where the text leaves it open."""
    if m.kinds("half"):
        return 0.5
    if m.kinds("n3"):
        return 2
    number = cast("float | None", m.value("n"))
    if number is None:
        number = 1 if m.kinds("a") else None
    return number + 0.5 if number is not None and m.kinds("andhalf") else number


def plain(number: float) -> str:
    return str(int(number)) if float(number).is_integer() else f"{number:.6g}"


def iso(number: float | None, unit: str) -> str | None:
    """ "P2Y", "PT35M", "PXY" for an open number; half years and hours are written out ("P2Y6M", "PT5H30M"); None for no duration."""
    if number is not None and number > 10**9:
        return None
    if unit == "2W":
        unit, number = "W", 2 * number if number is not None else None
    if unit == "Q" and number is not None:
        unit, number = "M", 3 * number
    n = "X" if number is None else plain(number)
    if number is not None and number % 1 == 0.5:
        whole = int(number)
        halves = {
            "Y": (f"P{whole}Y6M" if whole else "P6M"),
            "TH": (f"PT{whole}H30M" if whole else "PT30M"),
            "TM": (f"PT{whole}M30S" if whole else "PT30S"),
        }
        if unit in halves:
            return halves[unit]
        if unit == "E":
            return f"P{plain(number * 10)}Y"
        if unit == "C":
            return f"P{plain(number * 100)}Y"
        if unit == "D":
            return f"PT{plain(number * 24)}H"
    if unit in ("E", "C"):
        return (
            f"P{n}{'D' if unit == 'E' else 'C'}E"
            if number is None
            else f"P{plain(number * (10 if unit == 'E' else 100))}Y"
        )
    return f"PT{n}{unit[1]}" if unit.startswith("T") else f"P{n}{unit}"


def _is_age(m: Match) -> bool:
    """ "A 27-year-old", "52 years old", "aged 30 years"."""
    at = m.last + (1 if m.last < len(m.tokens) and m.tokens.kinds[m.last] == "HY" else 0)
    return (at < len(m.tokens) and m.tokens.kinds[at] == "OLD") or m.tokens.lower(m.first - 1) in ("aged", "age")


def duration(_: Context, m: Match) -> Draft | None:
    """A number of units."""
    unit = unit_of(m)
    if unit is None or _is_age(m) or (m.kind("u") == "SECOND" and not m.kinds("hy")):
        return None
    if m.kind("u") in ("QUARTER", "QUARTERS") and (
        m.kinds("hy") or m.tokens.lower(m.last) == "of"
    ):  # three-quarters of it
        return None
    if (m.kind("n") in ("YR", "YW") and unit in ("Q", "WE")) or (
        m.kind("u") in ("QUARTER", "WEEKEND") and not m.kinds("hy") and m.value("n") != 1
    ):
        return None
    value = iso(amount(m), unit)
    return Draft("DURATION", value, mod="APPROX" if m.kinds("so") else mod_of(m), dated=False) if value else None


def single(_: Context, m: Match) -> Draft | None:
    """ "A year", "an hour": a duration, or a rate ("15 a year", "$5 million a year"), which is a set."""
    unit = unit_of(m)
    before, after = m.tokens.lower(m.first - 1), m.last
    if unit is None or _is_age(m) or unit in ("WE", "Q") or m.tokens.lower(m.last + 1) == "long":
        return None
    if (after < len(m.tokens) and m.tokens.kinds[after] in ("EARLIER", "AGO")) or (m.kind("u") == "SECOND"):
        return None
    if not m.kinds("mod") and (
        m.tokens.kinds[m.first - 1] in ("N1", "N2", "NN", "YR", "NW", "ONCE", "TIMES") if m.first else False
    ):
        return Draft("SET", iso(1, unit) or "", dated=False)
    if not m.kinds("mod") and (before in CURRENCY or _rate(m)):
        return Draft("SET", iso(1, unit) or "", dated=False)
    if unit == "D" and not m.kinds("mod"):
        return None if before in ("such", "what", "as", "like") else Draft("DURATION", "P1D", dated=False)
    return Draft("DURATION", iso(1, unit) or "", mod=mod_of(m), dated=False)


def _rate(m: Match) -> bool:
    """Whether a number of things stands right before: "two people a day", "200 rockets a month"."""
    for i in range(m.first - 1, max(m.first - 4, -1), -1):
        if m.tokens.kinds[i] in ("N1", "N2", "NN", "YR", "NW", "DOZENS", "VAGUE"):
            return True
        if m.tokens.kinds[i] != "OTHER" or m.tokens.lower(i) in ("for", "within", "after", "about", ","):
            return False
    return False


def spread(_: Context, m: Match) -> Draft | None:
    """ "Two to three weeks", "five or six hours": the lower of both."""
    unit = unit_of(m)
    value = iso(amount(m), unit) if unit else None
    return Draft("DURATION", value, mod=mod_of(m) or "APPROX", dated=False) if value and not _is_age(m) else None


def stretch(_: Context, m: Match) -> Draft | None:
    """ "The past five days", "the next few years", "the first nine months"."""
    unit = unit_of(m)
    value = iso(amount(m), unit) if unit else None
    return Draft("DURATION", value, mod=mod_of(m), dated=False) if value else None


def past_unit(_: Context, m: Match) -> Draft | None:
    """ "The past year", "the past decade"."""
    unit = unit_of(m)
    value = iso(1, unit) if unit else None
    return Draft("DURATION", value, dated=False) if value else None


def open_units(_: Context, m: Match) -> Draft | None:
    """ "Years", "for weeks", "recent months", "the years ahead"."""
    unit, which = unit_of(m), m.kind("which")
    if unit is None or unit == "TS":
        return None
    if which in PLURAL_REFS:
        return Draft("DATE", PLURAL_REFS[which], dated=False)
    if which in ("THESE", "THOSE"):
        return Draft("DATE", "PRESENT_REF" if which == "THESE" else "PAST_REF", dated=False) if unit == "D" else None
    if _is_age(m) or (m.kind("u") == "QUARTERS" and not which):
        return None
    if m.tokens.kinds[m.first - 1] in ("HY", "POSS", "S", "ORD", "EARLY") if m.first else False:
        return None
    return Draft("DURATION", iso(None, unit) or "", dated=False)


def most_of(_: Context, m: Match) -> Draft | None:
    """ "The better part of an hour", "most of an hour", "the best part of two days": less than the whole, near it."""
    unit = unit_of(m)
    value = iso(amount(m), unit) if unit in ("TH", "TM", "D", "W", "M", "Y", "E", "C") else None
    return Draft("DURATION", value, mod="LESS_THAN", dated=False) if value else None


QUARTERS = {"TH": "PT{}M", "TM": "PT{}S", "D": "PT{}H", "Y": "P{}M", "C": "P{}Y"}
QUARTER = {"TH": 15, "TM": 15, "D": 6, "Y": 3, "C": 25}


def quarters(_: Context, m: Match) -> Draft | None:
    """ "A quarter of an hour", "three-quarters of an hour", "an hour and a quarter"."""
    unit, number = unit_of(m), amount(m)
    if unit not in QUARTERS or number is None or not (0 < number < 4 and float(number).is_integer()):
        return None
    wholes = 4 if m.kinds("whole") else 0
    return Draft("DURATION", QUARTERS[unit].format(int(number + wholes) * QUARTER[unit]), mod=mod_of(m), dated=False)


def good_hour(_: Context, m: Match) -> Draft | None:
    """ "A good hour", "a good two hours": at least so long; a good year is no length."""
    value = iso(amount(m), unit) if (unit := unit_of(m)) in ("TH", "TM") else None
    return Draft("DURATION", value, mod="EQUAL_OR_MORE", dated=False) if value else None


def hyphen_long(_: Context, m: Match) -> Draft | None:
    """ "A week-long strike", "an hours-long siege": the span ends before "-long" only where the parser parts it; it is all taken."""
    unit = unit_of(m)
    value = iso(None if m.kind("u") == "UNITS" else 1, unit) if unit else None
    if value is None or m.tokens.lower(m.last + 1) != "long":
        return None
    return Draft("DURATION", value, dated=False, last=m.last + 2)


def compound(_: Context, m: Match) -> Draft | None:
    """ "Two hours and 20 minutes", "1 hour, 5 minutes"."""
    order = ["Y", "M", "W", "D", "TH", "TM", "TS"]
    first, second = unit_of(m), unit_of(m, "u2")
    one, two = amount(m), cast("float | None", m.value("n2"))
    if (
        first not in order
        or second not in order
        or one is None
        or two is None
        or order.index(first) >= order.index(second)
    ):
        return None
    head, tail = iso(one, first), iso(two, second)
    if head is None or tail is None:
        return None
    return Draft("DURATION", head + (tail[2:] if "T" in head else tail[1:]), mod=mod_of(m), dated=False)


NUMBER = "(?P<n>NUM) (?P<andhalf>AND A HALF)?"
HOWMANY = f"(?:{NUMBER}|(?P<n3>A COUPLE OF?)|(?P<vague>A? VAGUE|DOZENS OF))"
RULES: tuple[Rule, ...] = (
    rule("duration", f"(?:MOD)? {NUMBER} (?P<hy>HY)? (?:MORE|WORKING)? (?P<u>ANYUNIT) (?P<so>OR SO)?", duration),
    rule("some units", "(?:MOD)? (?:(?P<n3>A? COUPLE OF?)|(?P<vague>A? VAGUE|DOZENS OF|MORE)) HY? (?:MORE|WORKING)? (?P<u>[UNITS QUARTERS UNIT]) (?P<so>OR SO)?", duration),
    rule("a unit", "(?:MOD)? (?P<a>A) FULL? (?P<u>UNIT) (?P<so>OR SO)?", single),
    rule("week-long", "(?P<long>LONG)", lambda _, m: Draft("DURATION", cast("str", m.value("long")), dated=False)),
    rule("week-long with a hyphen", "(?P<u>[UNIT UNITS]) (?=HY SHORTNESS)", hyphen_long),
    rule("a unit and a half", "(?:MOD)? (?P<a>A) (?P<u>UNIT) (?P<andhalf>AND A HALF)", duration),
    rule("half a unit", "(?:MOD)? A? (?P<half>HALF) HY? A? (?P<u>UNIT)", duration),
    rule("most of a unit", "(?:THE? BETTER PORTION|THE? BULK|MOST) OF (?:(?P<a>A)|(?P<n>NUM)) (?P<u>[UNIT UNITS])", most_of),
    rule("quarters of a unit", "(?:MOD)? (?:(?P<a>A) QUARTER|(?P<n>NUM) HY? QUARTERS) OF A (?P<u>UNIT)", quarters),
    rule("a quarter unit", "(?:MOD)? (?P<a>A) QUARTER HY? (?P<u>UNIT)", quarters),
    rule("a unit and a quarter", "(?:MOD)? (?P<whole>A) (?P<u>UNIT) AND (?:(?P<a>A) QUARTER|(?P<n>NUM) HY? QUARTERS)", quarters),
    rule("a good hour", "(?P<a>A) GOOD (?P<half>HALF)? HY? (?P<u>UNIT) (?P<andhalf>AND A HALF)?", good_hour),
    rule("a good two hours", f"A GOOD {NUMBER} (?P<u>UNITS)", good_hour),
    rule("spread", "(?:MOD|BETWEEN)? (?P<n>NUM) (?:HY|TO HY?|OR|AND|HY TO HY) NUM HY? (?P<u>ANYUNIT)", spread),
    rule("stretch", f"(?:AT [LEAST MOST]|NEARLY|APPROX)? [THE POSS THESE]? [LAST PAST NEXT PREV COMING FOLLOWING FINAL LATEST ORD] {HOWMANY} (?:MORE|WORKING)? HY? (?P<u>[UNITS QUARTERS UNIT]) (?P<so>OR SO)?", stretch),
    rule("the nine months", f"(?:MOD)? [THE THESE THOSE] {HOWMANY} (?P<u>[UNITS QUARTERS])", stretch),
    rule("past unit", "THE? PAST (?P<u>[UNIT QUARTER WEEKEND])", past_unit),
    rule("units", "(?:(?P<which>[RECENT PAST COMING THESE THOSE FUTURE]|THE COMING|THE PAST)|THE (?=UNITS AHEAD))? (?P<u>[UNITS QUARTERS]) AHEAD?", open_units),
    rule("units or units", "(?P<u>UNITS) OR UNITS", open_units),
    rule("compound", "(?:MOD)? (?:(?P<n>NUM)|(?P<a>A)) (?P<u>[UNIT UNITS]) (?:COMMA? AND?) (?P<n2>NUM) (?P<u2>[UNIT UNITS])", compound),
)  # fmt: skip
