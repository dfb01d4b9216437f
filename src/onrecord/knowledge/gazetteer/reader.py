"""Looks names up in the gazetteer: `gazetteer().candidates("Springfield")` gives every place that bears the name.

The file is memory-mapped and searched in place: opening it reads the header alone. Data: GeoNames (CC BY 4.0); see `build`.
"""

from __future__ import annotations

import hashlib
import json
import mmap
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from struct import unpack_from
from typing import Literal, cast

from onrecord.errors import KnowledgeError
from onrecord.knowledge.gazetteer.folding import fold
from onrecord.knowledge.gazetteer.layout import ALTERNATE, CLASSES, MAGIC, ROW

FILE = Path(__file__).parent / "places.gaz"
STATED = Path(__file__).parent / "places.sha256"
REMEDY = "install onrecord anew, or make the file with `python -m onrecord.knowledge.gazetteer.build`"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that bears a name. `lat`, `lon` in degrees (WGS 84); `admin1`: the name of its first-level division; `own`: the name asked
    for is the place's own, not a variant; `geonames` None where GeoNames has none or we are not sure."""

    row: int
    geonames: int | None
    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    precision: Literal["point", "city", "admin2", "admin1", "country", "region"]
    own: bool = True


class Gazetteer:
    """A read-only gazetteer over a memory-mapped file. Raises KnowledgeError, naming the remedy, where the file is missing or damaged."""

    def __init__(self, path: Path = FILE) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise KnowledgeError(f"the gazetteer {path} cannot be read ({error}): {REMEDY}") from error
        if self._map[:8] != MAGIC:
            raise KnowledgeError(f"{path} is no gazetteer of this version: {REMEDY}")
        length = unpack_from("<I", self._map, 8)[0]
        try:
            header = json.loads(self._map[12 : 12 + length])
            self._at: dict[str, tuple[int, int]] = {name: (at, size) for name, (at, size) in header["sections"].items()}
            self._countries: list[str | None] = [None, *header["countries"]]
            self.digest: str = header["digest"]
        except (ValueError, KeyError, TypeError) as error:
            raise KnowledgeError(f"the gazetteer {path} is damaged ({error}): {REMEDY}") from error
        end = max(at + size for at, size in self._at.values())
        if end != len(self._map):
            raise KnowledgeError(f"the gazetteer {path} is {len(self._map)} bytes long, not {end}: {REMEDY}")
        self._count = self._at["starts"][1] // 4 - 1
        self.candidates = lru_cache(maxsize=4096)(self._candidates)

    def __len__(self) -> int:
        """How many places it holds."""
        return self._at["rows"][1] // ROW.size

    def check(self) -> None:
        """Compares the content with the digest it states. Raises KnowledgeError where they differ. Reads the whole file."""
        start = min(at for at, _ in self._at.values())
        if hashlib.sha256(memoryview(self._map)[start:]).hexdigest()[:16] != self.digest:
            raise KnowledgeError(f"the gazetteer {self.path} is damaged (digest): {REMEDY}")

    def _candidates(self, name: str) -> tuple[Entry, ...]:
        """Every place that bears the name (folded: case, accents and dots do not count), the most populous first; () for none."""
        found = self._find(fold(name).encode())
        return tuple(sorted((self._entry(p) for p in found), key=lambda e: (-e.population, e.row)))

    def knows(self, name: str) -> bool:
        """Whether any place bears the name."""
        return bool(self._find(fold(name).encode()))

    def _find(self, key: bytes) -> tuple[int, ...]:
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._text("keys", middle) < key:
                low = middle + 1
            else:
                high = middle
        if not key or low == self._count or self._text("keys", low) != key:
            return ()
        first, last = unpack_from("<II", self._map, self._at["starts"][0] + 4 * low)
        return unpack_from(f"<{last - first}I", self._map, self._at["postings"][0] + 4 * first)

    def _text(self, section: str, index: int) -> bytes:
        at, _ = self._at[section]
        count = unpack_from("<I", self._map, at)[0]
        start, end = unpack_from("<II", self._map, at + 4 + 4 * index)
        base = at + 4 + 4 * (count + 1)
        return self._map[base + start : base + end]

    def _entry(self, posting: int) -> Entry:
        row = posting & ~ALTERNATE
        geonames, lat, lon, population, name, division, country, kind = ROW.unpack_from(
            self._map, self._at["rows"][0] + ROW.size * row
        )
        return Entry(
            row,
            geonames or None,
            self._text("spellings", name).decode(),
            self._countries[country],
            self._text("divisions", division).decode() or None,
            lat / 1e5,
            lon / 1e5,
            population,
            cast('Literal["city"]', CLASSES[kind]),
            own=not posting & ALTERNATE,
        )

    @cached_property
    def stated(self) -> str:
        """The digest that the package states for its file."""
        return STATED.read_text(encoding="ascii").strip() if STATED.exists() else ""


@cache
def gazetteer() -> Gazetteer:
    """The packaged gazetteer, opened once a process. Raises KnowledgeError where it is missing, damaged or not the one stated."""
    opened = Gazetteer()
    if opened.digest != opened.stated:
        raise KnowledgeError(
            f"the gazetteer {FILE} is not the one this version states ({opened.digest}, not {opened.stated}): {REMEDY}"
        )
    return opened
