"""Stories and records made by hand, of any size and oddity, for the tests of pictures."""

from __future__ import annotations

from onrecord.values.record import (
    Actor,
    Anchor,
    ArticleHead,
    Credit,
    Event,
    Factuality,
    Mention,
    Moment,
    Participant,
    Place,
    PlaceMention,
    Reader,
    Record,
    Span,
    Time,
)
from onrecord.values.story import Claim, Difference, Incident, Report, Story

TEXT = "The two delegations met in the harbour town on Tuesday, an official said."
AT = (0, 5)

ARABIC = "حسن الحريري"
HEBREW = "נציג הוועדה"
LONG = "the deputy spokeswoman of the Joint Provincial Committee for Bridges, Roads and Inland Waterways"


def report(
    n: int, *, origin: str | None = None, published: str | None = "", outlet: str | None = "", **more: object
) -> Report:
    """A report "r{n}"; published on consecutive days unless said otherwise."""
    day = f"2026-05-{1 + n % 28:02d}T{n % 24:02d}:10+00:00" if published == "" else published
    name = f"Outlet {n}" if outlet == "" else outlet
    return Report(
        f"r{n}", origin or f"r{n}", name, day, f"Bridges fail in the valley, {n} reports say", f"sha256:{n}", **more
    )  # type: ignore[arg-type]


def claim(n: int, value: object, who: str | None = "the ministry", *, field: str = "killed", **more: object) -> Claim:
    """A claim "c{n}" in report "r{n}"; a number is exact unless bounds are given."""
    bounds = (
        {}
        if {"low", "high", "stance"} & more.keys() or not isinstance(value, int)
        else {"low": value, "high": value, "bound": "exact"}
    )
    source = {"by": Span(0, 1), "by_name": who, "form": "named_institution"} if who else {}
    told = {"report": f"r{n}", "words": str(value), "sentence": f"It was {value}.", **source, **bounds, **more}
    return Claim(f"c{n}", field, value, start=0, end=3, **told)  # type: ignore[arg-type]


def story(claims: tuple[Claim, ...] = (), reports: tuple[Report, ...] | None = None, id: str = "r0") -> Story:
    """A story of these claims; with a report for each, and a conflict between the first two."""
    known = reports if reports is not None else tuple(report(n) for n in range(len(claims)))
    pair = (claims[0].id, claims[1].id) if len(claims) > 1 else None
    found = (Difference("d1", claims[0].field, claims[0].of, "conflict", pair, (pair,)),) if pair else ()
    return Story(id, known, Incident("ASSAULT", "2026-05-01", "Vestland"), claims, found)


def happening(
    n: int,
    type: str = "CONSULT",
    who: tuple[str, ...] = (),
    day: str | None = None,
    where: tuple[tuple[str, float | None, float | None, str], ...] = (),
    status: str = "happened",
    outlet: str | None = "",
) -> Record:
    """The record of a report "r{n}" with one event. `where`: name, latitude, longitude, precision."""
    return record(n, [(type, who, day, where, status)], outlet=outlet)


def record(
    n: int,
    events: list[tuple[str, tuple[str, ...], str | None, tuple[tuple[str, float | None, float | None, str], ...], str]],
    outlet: str | None = "",
) -> Record:
    """The record of a report "r{n}" with these events."""
    actors, places, times, made = {}, {}, {}, []
    for type, who, day, where, status in events:
        for name in who:
            actors.setdefault(name, Actor(f"ac{len(actors) + 1}", name, "person", mentions=(Mention(*AT, "name"),)))
        for name, lat, lon, precision in where:
            places.setdefault(
                name,
                Place(
                    f"pl{len(places) + 1}",
                    name,
                    lat=lat,
                    lon=lon,
                    precision=precision,
                    mentions=(PlaceMention(*AT, "literal"),),
                ),
            )  # type: ignore[arg-type]
        if day:
            times.setdefault(day, Time(f"t{len(times) + 1}", *AT, "DATE", day, earliest=day, latest=day))
        made.append(
            Event(
                f"e{len(made) + 1}", Span(*AT), type,  # type: ignore[arg-type]
                actors=tuple(Participant(actors[name].id, *AT) for name in who),
                when=(Anchor(day, times[day].id, *AT),) if day else (),
                where=tuple(Anchor(name, places[name].id, *AT) for name, *_ in where),
                factuality=Factuality(status),  # type: ignore[arg-type]
            )
        )  # fmt: skip
    head = ArticleHead(
        f"sha256:{n}", TEXT, key=f"r{n}", outlet=Credit(f"Outlet {n}" if outlet == "" else outlet) if outlet is not None else None, published=Moment("2026-05-01", "given")
    )  # fmt: skip
    return Record(
        Reader("0"),
        head,
        actors=tuple(actors.values()),
        places=tuple(places.values()),
        times=tuple(times.values()),
        events=tuple(made),
    )
