"""From what the heads say to findings: cues and triggers are found first, then each is asked for its roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from onrecord.learned.decoding import ASLEEP, NEVER, Tagged, log_softmax, searched, spans, tagged
from onrecord.learned.findings import (
    AttributionFinding,
    EventFinding,
    Findings,
    NameFinding,
    ScoredSpan,
    TimexFinding,
    ToponymFinding,
)
from onrecord.learned.labels import (
    CUE,
    EVENT_TYPES,
    FACTUALITY,
    NAME_LABELS,
    ROLE_LABELS,
    TIMEX_TYPES,
    TOPONYM_KINDS,
    TRIGGER,
    columns,
)
from onrecord.learned.roles import BUCKETS, near
from onrecord.learned.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.learned.network import Graphs, Scan
    from onrecord.learned.roles import Near

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
COLUMNS = columns()
PLAIN: Final = ("names", "timex", "toponym")
"""Heads whose spans are asked nothing further."""
TOGETHER: Final = 64
"""Anchors that are asked at once, most texts' all; memory grows with them."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Below `cue`, `trigger`, `others` (names, times, toponyms) and `attribution` a finding is left out, below `fragment` a part of a content.

    `cue_eager` and `trigger_eager` are taken from the log probability of "outside" while searching; the other eager values are added to
    the log probabilities of their roles. Set on `polnear_dev` and on the held-out real events; see MODEL_CARD.md.
    """

    cue: float = 0.5
    cue_eager: float = 0.7
    trigger: float = 0.45
    trigger_eager: float = 0.7
    source_eager: float = 1.0
    content_eager: float = 0.3
    party_eager: float = 1.2
    others: float = 0.5
    attribution: float = 0.0
    fragment: float = 0.0


@dataclass(frozen=True)
class Asked:
    """An anchor with the answers of the role head; role spans are piece ranges of the whole text. Of a trigger: the chances of each factuality, and of
    being background."""

    anchor: Tagged
    roles: tuple[tuple[Tagged, ...], tuple[Tagged, ...]]
    factuality: Floats
    background: float


def propose(
    graphs: Graphs, scan: Scan, text: str, quotes: Sequence[tuple[int, int]], thresholds: Thresholds
) -> Findings:
    """Every finding over one scanned text."""
    if not len(scan.pieces):
        return Findings()
    words = Words.of(text, scan.pieces, quotes)
    least = {"cue": thresholds.cue, "trigger": thresholds.trigger} | dict.fromkeys(PLAIN, thresholds.others)
    eager = (thresholds.cue_eager, thresholds.trigger_eager, *(0.0 for _ in PLAIN))
    every = tagged([scan.logits[:, COLUMNS[head]] for head in least], eager)
    cues, triggers, *plain = (
        [t for t in found if t.score >= low] for found, low in zip(every, least.values(), strict=True)
    )
    asked = ask(graphs, scan, [(CUE, c) for c in cues] + [(TRIGGER, t) for t in triggers], leanings(thresholds))
    attributions = (_attribution(words, a, thresholds) for kind, a in asked if kind == CUE)
    events = (_event(words, a) for kind, a in asked if kind == TRIGGER)
    names, timexes, toponyms = ([(words.span(t.start, t.end), t) for t in found] for found in plain)
    return Findings(
        attributions=tuple(a for a in attributions if a and a.score >= thresholds.attribution),
        events=tuple(events),
        names=tuple(NameFinding(*span, NAME_LABELS[t.kind], t.score) for span, t in names),
        timexes=tuple(TimexFinding(*span, TIMEX_TYPES[t.kind], t.score) for span, t in timexes),
        toponyms=tuple(ToponymFinding(*span, TOPONYM_KINDS[t.kind], t.score) for span, t in toponyms),
    )


def leanings(thresholds: Thresholds) -> Floats:
    """[2, 5] what is added to each role label's log probability, for cues and for triggers."""
    t = thresholds
    rows = [[0, t.source_eager, t.source_eager, t.content_eager, t.content_eager], [0] + 4 * [t.party_eager]]
    return np.array(rows, dtype=np.float32)


def ask(graphs: Graphs, scan: Scan, anchors: Sequence[tuple[int, Tagged]], leaning: Floats) -> list[tuple[int, Asked]]:
    """The roles of each anchor, in the order given; each is asked in the window where it lies furthest from an edge."""
    order = sorted(range(len(anchors)), key=lambda n: scan.owner[anchors[n][1].start])
    out: dict[int, tuple[int, Asked]] = {}
    for low in range(0, len(order), TOGETHER):
        some = order[low : low + TOGETHER]
        out |= zip(some, _answers(graphs, scan, [anchors[n] for n in some], leaning), strict=True)
    return [out[n] for n in range(len(anchors))]


def _answers(
    graphs: Graphs, scan: Scan, anchors: Sequence[tuple[int, Tagged]], leaning: Floats
) -> Iterator[tuple[int, Asked]]:
    """The roles of some anchors, asked together."""
    kinds = np.array([kind for kind, _ in anchors], dtype=np.int64)
    windows = scan.owner[[a.start for _, a in anchors]]
    first, last = scan.offsets[int(windows.min())], scan.offsets[int(windows.max()) + 1]
    hidden, offsets = scan.hidden[first:last], np.array(scan.offsets) - first
    lows, highs = offsets[windows], offsets[windows + 1]
    begin = lows + 1 - np.array(scan.ranges)[windows, 0]  # added to a piece's number: its row in that window
    starts = begin + [a.start for _, a in anchors]
    ends = np.minimum(begin + [a.end for _, a in anchors], highs - 1)
    about = near(kinds, starts, ends, lows, highs)
    vectors = np.stack([hidden[lo:hi].mean(axis=0) for lo, hi in zip(starts.tolist(), ends.tolist(), strict=True)])
    told, status = graphs.roles(hidden, vectors, hidden[lows], kinds, about)
    scores = _scores(told, about, kinds, lows, highs)
    chances, leant = np.exp(scores), leaning[kinds]
    awake = (1 - chances[..., 0]) * np.exp(leant.max(axis=1))[:, None] > ASLEEP
    found: list[tuple[list[Tagged], list[Tagged]]] = [([], []) for _ in anchors]
    shift = (about.firsts - begin).tolist()
    for t in spans(searched(scores + leant[:, None, :], awake), chances):
        found[t.row][t.kind].append(t._replace(row=0, start=t.start + shift[t.row], end=t.end + shift[t.row]))
    cut = len(FACTUALITY)
    factuality, background = np.exp(log_softmax(status[:, :cut])), np.exp(log_softmax(status[:, cut:]))[:, 1]
    for (kind, anchor), (one, other), real, aside in zip(anchors, found, factuality, background, strict=True):
        yield kind, Asked(anchor, (tuple(one), tuple(other)), real, float(aside))


def _scores(told: Floats, about: Near, kinds: Ints, lows: Ints, highs: Ints) -> Floats:
    """Role log probabilities [anchors, longest, 5] of the stretches, from what the head says of them in one row; outside where there is no piece."""
    lines = kinds[about.owners]
    own = log_softmax(told.reshape(-1, 2, ROLE_LABELS)[np.arange(len(told)), np.where(lines == CUE, 0, 1)])
    real = (about.distances < BUCKETS) & (about.places > lows[about.owners]) & (about.places < highs[about.owners] - 1)
    out = np.full((len(kinds), int(about.within.max()) + 1, ROLE_LABELS), NEVER, dtype=np.float32)
    out[..., 0] = 0
    out[about.owners[real], about.within[real]] = own[real]
    return out


def _attribution(words: Words, asked: Asked, thresholds: Thresholds) -> AttributionFinding | None:
    source, content = asked.roles
    if not content:
        return None
    best = max(t.score for t in content)
    content = tuple(t for t in content if t.score >= min(best, thresholds.fragment))
    cue = words.span(asked.anchor.start, asked.anchor.end)
    source = (max(source, key=lambda t: t.score),) if source else ()  # PolNeAR's sources are one stretch in 999 of 1000
    told = words.contents([(t.start, t.end) for t in content])
    sure = float(np.sqrt(asked.anchor.score * best))
    return AttributionFinding((cue,), tuple(words.span(t.start, t.end) for t in source), told, sure)


def _event(words: Words, asked: Asked) -> EventFinding:
    actors, recipients = (tuple(ScoredSpan(*words.span(t.start, t.end), t.score) for t in role) for role in asked.roles)
    value = int(asked.factuality.argmax())
    return EventFinding(
        trigger=words.span(asked.anchor.start, asked.anchor.end),
        type=EVENT_TYPES[asked.anchor.kind],
        score=asked.anchor.score,
        actors=actors,
        recipients=recipients,
        factuality=FACTUALITY[value],
        factuality_score=float(asked.factuality[value]),
        background=asked.background > 0.5,
        background_score=asked.background,
    )
