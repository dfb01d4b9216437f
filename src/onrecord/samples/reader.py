"""The bundled samples: `sample("courier")`, `samples()`.

>>> sample("courier").outlet
'Lisbon Courier'
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from onrecord.errors import SourceError
from onrecord.values.article import Article

MAIN: Final = "courier"

# name -> outlet, publication time (None: the text itself says it)
SAMPLES: Final[dict[str, tuple[str, str | None]]] = {
    "courier": (
        "Lisbon Courier",
        None,
    ),  # both durations in one report; an official who asked not to be named; two tolls of a disaster
    "wire": ("Atlantic Wire", "2026-03-03T19:40+00:00"),  # the agency's own report
    "herald": ("Bergen Herald", "2026-03-04T06:10+01:00"),  # a copy of the wire, cut and with another headline
    "post": (
        "Accra Morning Post",
        "2026-03-04T05:30+00:00",
    ),  # the other side's account: half an hour, and no agreement on patrols
    "radio": ("Radio Minho", "2026-03-03T21:00+00:00"),  # a short bulletin: only what was seen, and who would not say
}


def sample(name: str) -> Article:
    """The sample of this name. Raises SourceError, listing the names, for another."""
    if name not in SAMPLES:
        raise SourceError(f"no sample {name!r}: there are {', '.join(SAMPLES)}")
    outlet, published = SAMPLES[name]
    text = files("onrecord.samples").joinpath("reports", f"{name}.txt").read_text(encoding="utf-8")
    return Article(text, key=name, outlet=outlet, published=published)


def samples() -> tuple[Article, ...]:
    """All samples, the main one first."""
    return tuple(map(sample, SAMPLES))
