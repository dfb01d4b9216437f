"""GDELT 2.0's tables of Events (61 columns) and Mentions (16), tab-separated and without a header, as "The GDELT Event Database Data Format
Codebook V2.0" (19 February 2015) lists them.

Ids are ours: 60-bit numbers made from the event's stable name. Nothing is taken from GDELT's data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from onrecord.knowledge.countries import country_name
from onrecord.knowledge.plover import cameo
from onrecord.values.record import Actor, Event, Participant, Place, Record
from onrecord.values.span import Span
from onrecord.views.export.cells import Cell, tsv_table
from onrecord.views.export.country_codes import codes_of
from onrecord.views.export.goldstein import goldstein
from onrecord.views.export.happenings import Day, happenings, place_of, sides
from onrecord.views.export.identity import number
from onrecord.views.export.moments import numbered_day, stamp
from onrecord.views.export.telling import Told

_ACTOR: Final = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO: Final = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENTS: Final = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles",
    "AvgTone",
    *(f"Actor1Geo_{name}" for name in _GEO), *(f"Actor2Geo_{name}" for name in _GEO), *(f"ActionGeo_{name}" for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS: Final = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
WEB, CITATION_ONLY = 1, 2
_COUNTRY, _CITY, _STATE = 1, 4, 5
_SECTORS: Final = {"JRN": "MED"}  # where CAMEO's code differs from PLOVER's


def write_events(records: Iterable[Record]) -> Iterator[bytes]:
    """One line an event that happened."""
    return tsv_table(EVENTS, (event_row(*one) for one in happenings(records)), header=False)


def write_mentions(records: Iterable[Record]) -> Iterator[bytes]:
    """One line for each place in a text that tells of an event of `write_events`."""
    return tsv_table(MENTIONS, (row for one in happenings(records) for row in mention_rows(*one)), header=False)


def event_row(told: Told, event: Event, day: Day) -> dict[str, Cell]:
    """One event as a row of Events."""
    code = event.cameo or cameo(event.type, event.mode)
    actors, recipients = sides(told, event)
    article = told.record.article
    compact, month = numbered_day(day.first), int(day.first[5:7])
    return {
        "GlobalEventID": number(told.named.of(event.id)),
        "Day": compact,
        "MonthYear": compact[:6],
        "Year": compact[:4],
        "FractionDate": round(int(compact[:4]) + min((month * 30 + int(compact[6:])) / 365, 0.9999), 4),
        **_actor(told, "Actor1", actors),
        **_actor(told, "Actor2", recipients),
        "IsRootEvent": int(_in_lead(told, event)),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": quad_class(code),
        "GoldsteinScale": goldstein(code),
        "NumMentions": 1 + len(event.mentions),
        "NumSources": 1,
        "NumArticles": 1,
        "AvgTone": None,
        **_geo("Actor1Geo", None),
        **_geo("Actor2Geo", None),
        **_geo("ActionGeo", place_of(told, event)),
        "DATEADDED": stamp(article.published.value) or f"{compact}000000",
        "SOURCEURL": article.url or told.named.urn(),
    }


def quad_class(code: str) -> int | None:
    """1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, by CAMEO root code; None of what is no such code."""
    root = int(code[:2]) if code[:2].isascii() and code[:2].isdigit() else 0
    if not 1 <= root <= 20:
        return None
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def mention_rows(told: Told, event: Event, day: Day) -> Iterator[dict[str, Cell]]:
    """The event's rows of Mentions: one for its trigger and one for each other mention."""
    article = told.record.article
    actors, recipients = sides(told, event)
    for trigger in sorted({event.trigger, *event.mentions}):
        yield {
            "GlobalEventID": number(told.named.of(event.id)),
            "EventTimeDate": stamp(day.first),
            "MentionTimeDate": stamp(article.published.value) or stamp(day.first),
            "MentionType": WEB if article.url else CITATION_ONLY,
            "MentionSourceName": (urlsplit(article.url).netloc if article.url else None)
            or (article.outlet.name if article.outlet else "unknown"),
            "MentionIdentifier": article.url or told.named.urn(),
            "SentenceID": sum(start <= trigger.start for start in told.sentence_starts),
            "Actor1CharOffset": _nearest(actors, trigger),
            "Actor2CharOffset": _nearest(recipients, trigger),
            "ActionCharOffset": trigger.start,
            "InRawText": 1,
            "Confidence": max(10, min(100, round(event.confidence * 10) * 10)),
            "MentionDocLen": len(told.text),
            "MentionDocTone": None,
            "MentionDocTranslationInfo": None,
            "Extras": _extras(told, event, trigger),
        }


def _extras(told: Told, event: Event, trigger: Span) -> str:
    by = told.saying(event.factuality.by)
    return f"onrecord:{told.named.urn(event.id)};by:{by.replace(';', ',')};sentence:{told.sentence(*trigger).replace(';', ',')}"


def _nearest(participants: tuple[Participant, ...], trigger: Span) -> int:
    return min((one.start for one in participants), key=lambda start: abs(start - trigger.start), default=-1)


def _actor(told: Told, prefix: str, participants: tuple[Participant, ...]) -> dict[str, Cell]:
    actor: Actor | None = told.actors[participants[0].actor] if participants else None
    types = [_SECTORS.get(one, one) for one in (actor.sectors if actor else ())][:3]
    country = actor.country if actor else None
    cells: dict[str, Cell] = dict.fromkeys((f"{prefix}{name}" for name in _ACTOR), None)
    cells[f"{prefix}Code"] = "".join([country or "", *types]) or None
    cells[f"{prefix}Name"] = actor.name.upper() if actor else None
    cells[f"{prefix}CountryCode"] = country
    cells |= {f"{prefix}Type{i}Code": code for i, code in enumerate(types, 1)}
    return cells


def _geo(prefix: str, place: Place | None) -> dict[str, Cell]:
    cells: dict[str, Cell] = dict.fromkeys((f"{prefix}_{name}" for name in _GEO), None)
    cells[f"{prefix}_Type"] = 0
    if place is None or place.lat is None or place.lon is None:
        return cells
    country, fips = country_name(place.country or ""), codes_of(place.country).fips or None
    kind = {"country": _COUNTRY, "admin1": _STATE, "region": 0}.get(place.precision or "", _CITY)
    return cells | {
        f"{prefix}_Type": kind,
        f"{prefix}_Fullname": ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, country)))),
        f"{prefix}_CountryCode": fips,
        f"{prefix}_ADM1Code": fips if kind == _COUNTRY else None,
        f"{prefix}_Lat": place.lat,
        f"{prefix}_Long": place.lon,
        f"{prefix}_FeatureID": fips if kind == _COUNTRY else None,
    }


def _in_lead(told: Told, event: Event) -> bool:
    """Whether the headline or the first paragraph that is reporting tells it."""
    article = told.record.article
    head = max(
        (one.end for one in (article.headline, article.deck, article.byline, article.dateline) if one), default=0
    )
    furniture = max((one.end for one in article.furniture if one.start < head + 400), default=0)
    start = max(head, furniture)
    while start < len(told.text) and told.text[start].isspace():
        start += 1
    end = told.text.find("\n", start)
    return event.trigger.start < (end if end >= 0 else len(told.text))
