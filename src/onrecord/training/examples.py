"""Windows of labelled texts as arrays: what one training step sees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from onrecord.learned.labels import CUE, DEPENDENCIES, EVENT_TYPES, FACTUALITY, TAGS, TOKEN_HEADS, TRIGGER
from onrecord.learned.pieces import CLS, LONGEST, SEP, Pieces, cut

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from onrecord.training.corpus import Json, Text

Ints = npt.NDArray[np.int64]
MASKED = -100
MASK = 103
"""The vocabulary's id of BERT's mask."""
HIDDEN = 0.08
"""Share of the pieces of labelled sentences that are masked."""
ALONE = 0.2
"""Share of labelled sentences that are read without the text about them."""


@dataclass(frozen=True)
class Anchor:
    """A cue or trigger with its roles; spans are piece ranges of the whole text; `factuality`, `background` are MASKED where unknown."""

    kind: int
    start: int
    end: int
    roles: tuple[tuple[int, int, int], ...]  # (role 0 or 1, start, end)
    factuality: int = MASKED
    background: int = MASKED


@dataclass(frozen=True)
class Weak:
    """A sentence's event without its trigger: the trigger kinds it may have (None: unknown), or none at all; party spans or None."""

    kinds: tuple[int, ...] | None
    negative: bool
    roles: tuple[tuple[int, int, int], ...] | None


@dataclass(frozen=True)
class Document:
    """A text cut into pieces, with labels per head, MASKED where unknown."""

    group: str
    pieces: Pieces
    labels: dict[str, Ints]
    anchors: tuple[Anchor, ...]
    weak: Weak | None
    stretches: tuple[tuple[int, int], ...]  # piece ranges that windows should cover


@dataclass(frozen=True)
class Window:
    """One window with its special pieces; anchors and weak roles are in its own piece numbers."""

    ids: Ints
    features: Ints
    labels: dict[str, Ints]
    anchors: tuple[Anchor, ...]
    weak: Weak | None


def group(text: Text) -> str:
    """Which share of the training mixture a text is drawn for; the scarcest labels decide."""
    if text.attributions is not None:
        return "attribution"
    for name in ("plv_train", "cameo_ner_train", "satp", "cameo_class_train"):
        if name in text.sets:
            return name
    if text.sentences:
        return _read_by(text)
    return "times" if "timex" in text.regions else "places" if "toponym" in text.regions else "plv_train"


def _read_by(text: Text) -> str:
    """Whose reading of its events a text has, at least in part: the given sets' or ours alone."""
    return "given" if any(name.startswith("real_events") for name in text.sets) else "events"


def documents(tokenizer: Tokenizer, text: Text) -> list[Document]:
    """Cuts a text and paints its labels; one document for each share of the mixture that it is drawn for."""
    pieces = cut(tokenizer, text.text)
    n = len(pieces)
    labels: dict[str, Ints] = {}
    anchors: list[Anchor] = []
    if text.attributions is not None:
        for role in ("cue", "source", "content"):
            labels[role] = np.zeros(n, dtype=np.int64)
        for a in text.attributions:
            spans = {role: [pieces.covered(s, e) for s, e in a[role]] for role in ("cue", "source", "content")}
            for role, ranges in spans.items():
                for lo, hi in ranges:
                    paint(labels[role], lo, hi, 0)
            if spans["cue"] and spans["content"]:
                roles = [(1, *r) for r in spans["content"]] + [(0, *r) for r in spans["source"]]
                anchors.append(Anchor(CUE, *spans["cue"][0], tuple(roles)))
    for head, spans_ in text.tags.items():
        labels[head] = _painted(pieces, TOKEN_HEADS[head], spans_, text.regions[head])
    if text.parse:
        labels |= _words(pieces, text.parse)
    if text.sentences:
        labels["trigger"] = _painted(
            pieces, EVENT_TYPES, [(*e["trigger"], e["type"]) for s in text.sentences for e in s["events"]],
            [(s["start"], s["end"]) for s in text.sentences],
        )  # fmt: skip
        for event in (e for s in text.sentences for e in s["events"]):
            if "none" in event.get("accept", ()):  # a coder could leave it out: nothing is learned from it
                lo, hi = pieces.covered(*event["trigger"])
                labels["trigger"][lo:hi] = MASKED
                continue
            roles = [
                (k, *pieces.covered(*span)) for k, side in enumerate(("actors", "recipients")) for span in event[side]
            ]
            factuality = FACTUALITY.index(event["factuality"]) if event["factuality"] in FACTUALITY else MASKED
            anchors.append(
                Anchor(
                    TRIGGER,
                    *pieces.covered(*event["trigger"]),
                    tuple(roles),
                    factuality,
                    MASKED if event["background"] is None else int(event["background"]),
                )
            )
    weak = None
    if text.weak and not text.sentences:
        w = text.weak
        kinds = tuple(EVENT_TYPES.index(t) for t in w["types"]) if w["types"] else None
        parties = None
        if w["actors"] is not None:
            parties = tuple(
                (k, *pieces.covered(*s)) for k, side in enumerate(("actors", "recipients")) for s in w[side]
            )
        weak = Weak(kinds, w["negative"], parties)
    known = tuple(sorted(pieces.covered(s["start"], s["end"]) for s in text.sentences))
    asked = tuple(a for a in anchors if a.end > a.start)
    whole = Document(group(text), pieces, labels, asked, weak, () if text.attributions is not None else known)
    if text.attributions is not None and known:  # its labelled sentences are read with the other events, too
        return [whole, replace(whole, group=_read_by(text), stretches=known)]
    return [whole]


def _words(pieces: Pieces, parse: Json) -> dict[str, Ints]:
    """At each word's first piece its tag, dependency, head's first piece (itself for a root), and whether it opens a sentence."""
    out = {name: np.full(len(pieces), MASKED, dtype=np.int64) for name in ("tag", "dependency", "opens", "head")}
    first = np.searchsorted(pieces.starts, np.array(parse["starts"], dtype=np.int64), side="left")
    opening = set(parse["sents"])
    for i, at in enumerate(first.tolist()):
        if at < len(pieces) and pieces.starts[at] == parse["starts"][i] and out["tag"][at] == MASKED:
            out["tag"][at] = TAGS.index(parse["tags"][i]) if parse["tags"][i] in TAGS else MASKED
            out["dependency"][at] = DEPENDENCIES.index(parse["deps"][i]) if parse["deps"][i] in DEPENDENCIES else MASKED
            out["opens"][at] = int(i in opening)
            out["head"][at] = first[parse["heads"][i]] if first[parse["heads"][i]] < len(pieces) else MASKED
    return out


def paint(labels: Ints, lo: int, hi: int, kind: int) -> None:
    """BIO labels of one span; what stood there is overwritten."""
    if hi > lo:
        labels[lo] = 1 + 2 * kind
        labels[lo + 1 : hi] = 2 + 2 * kind


def _painted(
    pieces: Pieces, kinds: Sequence[str], spans: Sequence[tuple[int, int, str]], regions: Sequence[tuple[int, int]]
) -> Ints:
    labels = np.full(len(pieces), MASKED, dtype=np.int64)
    for region in regions:
        lo, hi = pieces.covered(*region)
        labels[lo:hi] = 0
    for start, end, kind in spans:
        if kind in kinds:
            paint(labels, *pieces.covered(start, end), kinds.index(kind))
    return labels


def windows(document: Document, random_: random.Random) -> list[Window]:
    """Windows that cover the document's labels once, cut at other places each time.

    Of labelled sentences some are read without the text about them, as codebooks and users give them, and in all some pieces are hidden
    (BERT's mask), so that no single name or word is leant on; both are drawn anew each time.
    """
    n = len(document.pieces)
    if n == 0:
        return []
    out = []
    if document.stretches:
        at = 0
        while at < len(document.stretches):
            last = at
            if random_.random() < ALONE:
                start, end = document.stretches[at]
                out.append(hidden(window(document, start, min(end, start + LONGEST)), random_))
                at += 1
                continue
            start = max(0, document.stretches[at][0] - random_.randint(16, 56))
            while last + 1 < len(document.stretches) and document.stretches[last + 1][1] - start <= LONGEST - 8:
                if document.stretches[last + 1][0] - document.stretches[last][1] > 60:
                    break
                last += 1
            end = min(
                n,
                max(document.stretches[last][1] + random_.randint(0, 24), document.stretches[at][0] + 1),
                start + LONGEST,
            )
            out.append(hidden(window(document, _open(document, start), end), random_))
            at = last + 1
        return out
    start = 0
    limit = random_.randint(LONGEST // 2, LONGEST) if n > LONGEST else LONGEST
    while start < n:
        end = min(n, start + limit)
        if end < n:
            cuts = np.flatnonzero(document.pieces.opens[start + limit // 2 + 1 : end + 1])
            end = start + limit // 2 + 1 + int(cuts[-1]) if len(cuts) else end
        out.append(window(document, max(0, start - 12) if start else 0, end))
        start, limit = end, LONGEST - 12
    return out


def hidden(window: Window, random_: random.Random) -> Window:
    """The window with a share HIDDEN of its pieces masked (Devlin et al., NAACL 2019); labels stay."""
    ids = window.ids.copy()
    for at in range(1, len(ids) - 1):
        if random_.random() < HIDDEN:
            ids[at] = MASK
    return replace(window, ids=ids)


def _open(document: Document, start: int) -> int:
    """The next sentence's beginning near `start`, or `start`."""
    cuts = np.flatnonzero(document.pieces.opens[start : start + 12])
    return start + int(cuts[0]) if len(cuts) else start


def window(document: Document, start: int, end: int) -> Window:
    """The pieces `[start, end)` with special pieces about them."""
    p = document.pieces
    ids = np.concatenate(([CLS], p.ids[start:end], [SEP]))
    features = np.concatenate(([3], p.features[start:end], [3]))
    labels = {}
    for head, values in document.labels.items():
        part = values[start:end]
        if (part >= 0).any():
            if head == "head":  # in the window's own piece numbers; unknown where the head is outside
                part = np.where((part >= start) & (part < end), part + 1 - start, MASKED)
            labels[head] = np.concatenate(([MASKED], part, [MASKED]))
    shift = 1 - start
    anchors = tuple(
        Anchor(a.kind, a.start + shift, a.end + shift, _clip(a.roles, start, end), a.factuality, a.background)
        for a in document.anchors
        if a.start >= start and a.end <= end
    )
    weak = document.weak
    if weak and weak.roles is not None:
        weak = Weak(weak.kinds, weak.negative, _clip(weak.roles, start, end))
    return Window(ids, features, labels, anchors, weak)


def _clip(roles: tuple[tuple[int, int, int], ...], start: int, end: int) -> tuple[tuple[int, int, int], ...]:
    return tuple(
        (k, max(lo, start) + 1 - start, min(hi, end) + 1 - start) for k, lo, hi in roles if lo < end and hi > start
    )
