"""The table of stages, in the order in which they run. To add one: write its file, add its line here, say what it needs and gives."""

from __future__ import annotations

from onrecord.learned.findings import Findings
from onrecord.reading import actors, encoder, page, places, quantities, quotations, syntax, times
from onrecord.reading.attribution import stage as attribution
from onrecord.reading.stage import Stage
from onrecord.values.layers import (
    Actors,
    Attributions,
    Names,
    Page,
    Places,
    Quantities,
    Quotations,
    Syntax,
    Times,
)

STAGES: tuple[Stage, ...] = (
    Stage("page", needs=(), gives=Page, run=page.page),
    Stage("quotations", needs=(Page,), gives=Quotations, run=quotations.quotations),
    Stage("encoder", needs=(Page,), gives=Findings, run=encoder.propose),
    Stage("parse", needs=(Page, Findings), gives=syntax.Parsed, run=syntax.parse),
    Stage("syntax", needs=(syntax.Parsed,), gives=Syntax, run=syntax.syntax),
    Stage("names", needs=(syntax.Parsed,), gives=Names, run=syntax.names),
    Stage("times", needs=(Page, Findings), gives=Times, run=times.times),
    Stage("places", needs=(Page, Syntax, Names, Findings), gives=Places, run=places.places),
    Stage("quantities", needs=(Page, Syntax, Times), gives=Quantities, run=quantities.quantities),
    Stage("actors", needs=(Page, Syntax, Names, Quotations, Findings), gives=Actors, run=actors.actors),
    Stage(
        "attributions",
        needs=(Page, Syntax, Names, Quotations, Actors, Findings),
        gives=Attributions,
        run=attribution.attributions,
    ),
)
