"""The English words of time: each with its kind and its value, for the grammar in `reading.timex`.

In: nothing. Out: `WORDS` (lower-case word -> kind, value), `CAPITALS` (the same for words that count only with a capital), `FUTURE` and
`PAST` (words near a date that tell which way to look), `IRREGULAR_PAST`. Units are written as TIMEX3 writes them: Y, Q, M, W, D, TH, TM,
TS (hours, minutes, seconds), E (decade), C (century), WE (weekend), N (night). Drawn up from the TimeML and TIDES guidelines.
"""

from __future__ import annotations

Value = str | int | None


def _rows(kind: str, table: str) -> dict[str, tuple[str, Value]]:
    """ "word word=value; …" -> {word: (kind, value)}; whole numbers become int, a word without a value has itself."""
    found: dict[str, tuple[str, Value]] = {}
    for item in table.split():
        word, _, value = item.partition("=")
        found[word] = (kind, int(value) if value.isdecimal() else value or word)
    return found


_MONTHS = (
    "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 december=12"
)
_SHORT_MONTHS = "jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12"
_DAYS = "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7"
_SHORT_DAYS = "mon=1 tue=2 tues=2 wed=3 thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7"

CAPITALS: dict[str, tuple[str, Value]] = {
    **_rows("MONTH", _MONTHS),
    **_rows("MABBR", _SHORT_MONTHS),
    **_rows("MONTH", " ".join(f"{m.split('=')[0]}.={m.split('=')[1]}" for m in _SHORT_MONTHS.split())),
    **_rows("WABBR", _SHORT_DAYS),
    **_rows("WEEKDAY", " ".join(f"{d.split('=')[0]}.={d.split('=')[1]}" for d in _SHORT_DAYS.split())),
    **_rows("WEEKDAY", _DAYS),
    **_rows("WEEKDAYS", " ".join(d.replace("=", "s=") for d in _DAYS.split())),
    **_rows("HOLIDAY", "christmas thanksgiving easter halloween ramadan"),
    **_rows("NAMEDDAY", "labor labour memorial independence election veterans valentine boxing bastille armistice remembrance"),
    **_rows("ZONE", "gmt=Z utc=Z z=Z est=-05:00 edt=-04:00 cst=-06:00 cdt=-05:00 mst=-07:00 mdt=-06:00 pst=-08:00 pdt=-07:00"),
    **_rows("ZONE", "bst=+01:00 cet=+01:00 cest=+02:00 eet=+02:00 eest=+03:00 msk=+03:00 ist=+05:30 pkt=+05:00 jst=+09:00 aest=+10:00"),
    **_rows("ZONE", "et=ET ct=CT mt=MT pt=PT trt=+03:00 sast=+02:00 hkt=+08:00 sgt=+08:00"),
    **_rows("AMPM", "am=am pm=pm"),
}  # fmt: skip

WORDS: dict[str, tuple[str, Value]] = {
    **_rows("UNIT", "minute=TM hour=TH day=D week=W month=M year=Y decade=E century=C fortnight=2W min=TM hr=TH sec=TS"),
    **_rows("UNITS", "seconds=TS minutes=TM hours=TH days=D weeks=W months=M years=Y decades=E centuries=C fortnights=2W mins=TM hrs=TH"),
    "second": ("SECOND", 2), "quarter": ("QUARTER", "Q"), "quarters": ("QUARTERS", "Q"), "weekend": ("WEEKEND", "WE"),
    "weekends": ("WEEKENDS", "WE"), "night": ("PART", "NI"), "nights": ("PARTS", "NI"), "half": ("HALF", None), "period": ("PERIOD", None),
    **_rows("PART", "morning=MO afternoon=AF evening=EV lunchtime=MI"),
    **_rows("PARTS", "mornings=MO afternoons=AF evenings=EV"),
    **_rows("NOON", "noon=12:00 midday=12:00 midnight=24:00 dawn=MO dusk=EV sunrise=MO sunset=EV nightfall=NI"),
    **_rows("SEASON", "summer=SU winter=WI autumn=FA"), **_rows("FALL", "fall=FA spring=SP"),
    **_rows("DAYWORD", "yesterday=-1 today=0 tomorrow=1"), "yesterday": ("DAYWORD", -1), "tonight": ("TONIGHT", "NI"),
    "overnight": ("OVERNIGHT", "NI"), **_rows("CENTURY", ""),
    "the": ("THE", None), "a": ("A", 1), "an": ("A", 1), "this": ("THIS", None), "that": ("THAT", None), "these": ("THESE", None),
    "those": ("THOSE", None), **_rows("POSS", "its his her their our my your"), **_rows("EACH", "each every"), "same": ("SAME", None),
    "other": ("OTHERW", None), "last": ("LAST", -1), "past": ("PAST", -1), **_rows("PREV", "previous prior preceding"),
    "next": ("NEXT", 1), **_rows("FOLLOWING", "following ensuing subsequent"), **_rows("COMING", "coming upcoming"),
    "current": ("CURRENT", None), "latest": ("LATEST", None), "recent": ("RECENT", None), "final": ("FINAL", None),
    **_rows("FULL", "full entire whole very"), **_rows("FISCAL", "fiscal financial"), **_rows("WORKING", "trading business working calendar consecutive straight more additional"),
    **_rows("COMPARABLE", "comparable corresponding"),
    **_rows("APPROX", "about around approximately roughly circa some"), **_rows("NEARLY", "nearly almost"), "more": ("MORE", None),
    "less": ("LESS", None), "fewer": ("LESS", None), "than": ("THAN", None), "at": ("AT", None), "least": ("LEAST", None), "most": ("MOST", None),
    "no": ("NO", None), "up": ("UP", None), "to": ("TO", None), "over": ("OVER", None), "under": ("UNDER", None), "just": ("JUST", None),
    "well": ("WELL", None),
    "shy": ("SHY", None), "close": ("CLOSE", None), "good": ("GOOD", None), **_rows("BETTER", "better best greater"), "part": ("PORTION", None), "bulk": ("BULK", None),
    "early": ("EARLY", "START"), "late": ("LATE", "END"), "mid": ("MID", "MID"), "earlier": ("EARLIER", "BEFORE"), "later": ("LATER", "AFTER"),
    **_rows("BEGINNING", "beginning=START start=START onset=START outset=START end=END middle=MID"),
    **_rows("AGO", "ago"), "before": ("BEFORE", None), "after": ("AFTER", None), **_rows("AFTERWARD", "afterward afterwards thereafter"),
    "previously": ("PREVIOUSLY", None), "hence": ("HENCE", None), "ahead": ("AHEAD", None), "so": ("SO", None),
    **_rows("VAGUE", "few several many numerous"), "couple": ("COUPLE", 2), **_rows("DOZENS", "dozens hundreds thousands scores tens"),
    **_rows("PRESENT", "now currently nowadays presently=PRESENT_REF"), **_rows("RECENTLY", "recently lately"), "soon": ("SOON", None),
    "shortly": ("SHORTLY", None), "future": ("FUTURE", None), "near": ("NEAR", None), **_rows("FARNESS", "immediate foreseeable distant"),
    "term": ("TERM", None), **_rows("SHORTNESS", "short long medium"), "time": ("TIME", None), "moment": ("MOMENT", None), "present": ("PRESENTN", None),
    "once": ("ONCE", 1), "twice": ("TWICE", 2), "times": ("TIMES", None), "per": ("PER", None), "old": ("OLD", None),
    "while": ("WHILE", None), "date": ("DATEW", None), "coming.": ("COMING", None), "year-end": ("YEAREND", None), "new": ("NEW", None), "eve": ("EVE", None),
    **_rows("DAILY", "daily=P1D weekly=P1W monthly=P1M yearly=P1Y annually=P1Y nightly=P1D hourly=PT1H biweekly=P2W quarterly=P1Q"),
    **_rows("LONG", "weeklong=P1W daylong=P1D monthlong=P1M yearlong=P1Y hourlong=PT1H decadelong=P10Y nightlong=PT12H"), "long": ("SHORTNESS", "long"),
    "of": ("OF", None), "in": ("IN", None), "on": ("ON", None), "and": ("AND", None), "or": ("OR", None), "from": ("FROM", None),
    "between": ("BETWEEN", None), "until": ("UNTIL", None), "through": ("UNTIL", None), "local": ("LOCAL", None), "o'clock": ("OCLOCK", None), "o’clock": ("OCLOCK", None),
    **_rows("AMPM", "a.m.=am p.m.=pm a.m=am p.m=pm"), "am": ("AMPM", "am"), "pm": ("AMPM", "pm"), "'s": ("S", None), "’s": ("S", None), "hrs": ("UNITS", "TH"),
    **_rows("DECADE", "twenties=192 thirties=193 forties=194 fifties=195 sixties=196 seventies=197 eighties=198 nineties=199"),
    ",": ("COMMA", None), "/": ("SLASH", None), "(": ("OPEN", None), ")": ("SHUT", None),
}  # fmt: skip

# The nearest of these before a date tells which way to look for it.
FUTURE = frozenset(
    "will shall wo ll scheduled due expected expects expect plans plan planned planning upcoming going tomorrow intends intend hopes hope "
    "aims aim would may might should must next forthcoming slated anticipated poised payable effective".split()
)
AUXILIARIES = frozenset(
    "will shall wo ll would should must may might".split()
)  # they alone look ahead from behind a date
IRREGULAR_PAST = frozenset(
    "was were had did said told met held began came went took left made won lost fell rose sent saw struck shot spoke wrote gave got "
    "found brought thought hit broke flew ran sat stood kept led fought put became grew drew drove paid sold bought cut since been knew "
    "fled built set spent threw caught felt bore dealt heard laid meant rode swept swore taught wore withdrew overthrew ago after set".split()
)
# Words in -ed that are no past tense, or that look forward.
NOT_PAST = frozenset(
    "need indeed feed speed seed bed red united hundred expected scheduled planned anticipated slated proceed exceed agreed".split()
)
