"""From what the heads say to findings: cues and triggers are found first, then each is asked for its roles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
from onrecord.learned.roles import distances
from onrecord.learned.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.learned.network import Graphs, Scan
    from onrecord.values.span import Span

Floats = npt.NDArray[np.float32]
COLUMNS = columns()


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
    """An anchor with the answers of the role head; role spans are piece ranges of the whole text."""

    anchor: Tagged
    roles: tuple[tuple[Tagged, ...], tuple[Tagged, ...]]
    status: Floats


def propose(
    graphs: Graphs, scan: Scan, text: str, quotes: Sequence[tuple[int, int]], thresholds: Thresholds
) -> Findings:
    """Every finding over one scanned text."""
    if not len(scan.pieces):
        return Findings()
    words = Words.of(text, scan.pieces, quotes)
    cues = [t for t in tagged(scan.logits[:, COLUMNS["cue"]], thresholds.cue_eager) if t.score >= thresholds.cue]
    triggers = [
        t for t in tagged(scan.logits[:, COLUMNS["trigger"]], thresholds.trigger_eager) if t.score >= thresholds.trigger
    ]
    asked = ask(graphs, scan, [(CUE, c) for c in cues] + [(TRIGGER, t) for t in triggers], leanings(thresholds))
    attributions = (_attribution(words, a, thresholds) for kind, a in asked if kind == CUE)
    events = (_event(words, a) for kind, a in asked if kind == TRIGGER)

    def plain(head: str) -> list[tuple[Span, Tagged]]:
        every = tagged(scan.logits[:, COLUMNS[head]])
        return [(words.span(t.start, t.end), t) for t in every if t.score >= thresholds.others]

    return Findings(
        attributions=tuple(a for a in attributions if a and a.score >= thresholds.attribution),
        events=tuple(events),
        names=tuple(NameFinding(*span, NAME_LABELS[t.kind], t.score) for span, t in plain("names")),
        timexes=tuple(TimexFinding(*span, TIMEX_TYPES[t.kind], t.score) for span, t in plain("timex")),
        toponyms=tuple(ToponymFinding(*span, TOPONYM_KINDS[t.kind], t.score) for span, t in plain("toponym")),
    )


def leanings(thresholds: Thresholds) -> Floats:
    """[2, 5] what is added to each role label's log probability, for cues and for triggers."""
    t = thresholds
    rows = [[0, t.source_eager, t.source_eager, t.content_eager, t.content_eager], [0] + 4 * [t.party_eager]]
    return np.array(rows, dtype=np.float32)


def ask(graphs: Graphs, scan: Scan, anchors: Sequence[tuple[int, Tagged]], leaning: Floats) -> list[tuple[int, Asked]]:
    """The roles of each anchor, in the order given; each is asked in the window where it lies furthest from an edge."""
    by_window: defaultdict[int, list[int]] = defaultdict(list)
    for number, (_, anchor) in enumerate(anchors):
        by_window[int(scan.owner[anchor.start])].append(number)
    out: dict[int, Asked] = {}
    told = [_answers(graphs, scan, anchors, numbers, window) for window, numbers in by_window.items()]
    longest = max((scores.shape[1] for scores, _ in told), default=0)
    scores = np.full((sum(len(s) for s, _ in told), longest, ROLE_LABELS), NEVER, dtype=np.float32)
    scores[..., 0] = 0
    order = [number for numbers in by_window.values() for number in numbers]
    row = 0
    for each, _ in told:
        scores[row : row + len(each), : each.shape[1]] = each
        row += len(each)
    kinds = np.array([anchors[n][0] for n in order], dtype=np.int64)
    found: defaultdict[tuple[int, int], list[Tagged]] = defaultdict(list)
    if order:
        chances, leant = np.exp(scores), leaning[kinds]
        awake = (1 - chances[..., 0]) * np.exp(leant.max(axis=1))[:, None] > ASLEEP
        for t in spans(searched(scores + leant[:, None, :], awake), chances):
            start = scan.ranges[int(scan.owner[anchors[order[t.row]][1].start])][0]
            found[t.row, t.kind].append(Tagged(0, t.start + start, t.end + start, t.kind, t.score))
    status = [line for _, lines in told for line in lines]
    for k, number in enumerate(order):
        out[number] = Asked(anchors[number][1], (tuple(found[k, 0]), tuple(found[k, 1])), status[k])
    return [(anchors[n][0], out[n]) for n in range(len(anchors))]


def _answers(
    graphs: Graphs, scan: Scan, anchors: Sequence[tuple[int, Tagged]], numbers: Sequence[int], window: int
) -> tuple[Floats, Floats]:
    """One window's role log probabilities [anchors, pieces, 5] and status logits [anchors, 8]."""
    start, end = scan.ranges[window]
    length = end - start + 2
    mean, far = np.zeros((len(numbers), length), dtype=np.float32), np.zeros((len(numbers), length), dtype=np.int64)
    for k, number in enumerate(numbers):
        anchor = anchors[number][1]
        lo, hi = anchor.start - start + 1, min(anchor.end, end) - start + 1
        mean[k, lo:hi] = 1 / (hi - lo)
        far[k] = distances(length, lo, hi)
    kinds = np.array([anchors[n][0] for n in numbers], dtype=np.int64)
    told, status = graphs.roles(scan.hidden[window], mean, far, kinds)
    halves = np.where((kinds == CUE)[:, None, None], told[..., :ROLE_LABELS], told[..., ROLE_LABELS:])[:, 1:-1]
    return log_softmax(halves), status


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
    factuality = np.exp(log_softmax(asked.status[: len(FACTUALITY)]))
    background = float(np.exp(log_softmax(asked.status[len(FACTUALITY) :]))[1])
    value = int(factuality.argmax())
    return EventFinding(
        trigger=words.span(asked.anchor.start, asked.anchor.end),
        type=EVENT_TYPES[asked.anchor.kind],
        score=asked.anchor.score,
        actors=actors,
        recipients=recipients,
        factuality=FACTUALITY[value],
        factuality_score=float(factuality[value]),
        background=background > 0.5,
        background_score=background,
    )
