"""The network's proposals over the text, or none where no weights are at hand.

In: `Page`. Out: `Findings` (learned). Proposals that touch furniture are left out: no finding lies there.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from onrecord.learned.findings import Findings
from onrecord.learned.network import Network
from onrecord.reading.namesakes import Retold, brought_back, namesakes, retold_words
from onrecord.reading.tokens import MARKS, words_of
from onrecord.values.layers import Page, Reading

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.settings import Settings


@cache
def network(weights: Path | None, threads: int) -> Network | None:
    """The trained network, loaded once a process; None where there are no weights. Raises WeightsError where they are damaged, or where a
    named folder has none."""
    return Network.load(weights, threads) if weights or Network.available() else None


def propose(reading: Reading, settings: Settings) -> Findings:
    """What the network sees in the reporting, whatever the people in it are called (`namesakes`)."""
    loaded = network(settings.weights, settings.threads) if settings.learned else None
    if loaded is None:
        return Findings()
    text = reading.article.legible().translate(MARKS)[: settings.longest]
    told = Retold(text, namesakes(text))
    words = retold_words(words_of(reading), told) if loaded.parses else None
    found = brought_back(loaded.read(told.text, words), told)
    furnished = reading[Page].furnished
    return replace(
        found,
        attributions=tuple(
            a for a in found.attributions if not any(furnished(*s) for s in (*a.cue, *a.source, *a.content))
        ),
        events=tuple(e for e in found.events if not furnished(*e.trigger)),
        names=tuple(n for n in found.names if not furnished(n.start, n.end)),
        timexes=tuple(t for t in found.timexes if not furnished(t.start, t.end)),
        toponyms=tuple(t for t in found.toponyms if not furnished(t.start, t.end)),
    )
