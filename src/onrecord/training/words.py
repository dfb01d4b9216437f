"""The word heads: tags, dependencies, trees and sentences as spaCy finds them, learned over the packed encoder's vectors, which stay as they are.

Hewitt & Manning (NAACL 2019) show that an encoder holds the trees of what it reads, best in its middle; so these heads also see the vectors
after two and four layers, and nothing else of the network moves. Made after `export`, from the very int8 vectors that reading gives.
"""

from __future__ import annotations

import logging
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.learned.labels import DEPENDENCIES, TAGS
from onrecord.learned.network import Network
from onrecord.learned.packaged import WORDS
from onrecord.learned.parsing import Words, WordScores, vectors
from onrecord.reading.tokens import MARKS
from onrecord.training.corpus import rows
from onrecord.training.encoder import WIDTH, along
from onrecord.training.parses import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)

SEEN: Final = 4 * WIDTH
INNER, ARC, NEAR, BLOCKS, REACH = 256, 128, 7, 3, 32
TOGETHER: Final = 160  # words of whole sentences that are learned at once
BATCH: Final = 12
HELD_OUT: Final = 25  # one text in so many measures the others
RATE: Final = 2e-3
NOWHERE: Final = -1e4


class WordHeads(nn.Module):
    """What `learned.parsing.WordScores` names, for words in a row; each sees nine words to either side."""

    def __init__(self) -> None:
        super().__init__()
        self.enter, self.norm = nn.Linear(SEEN, INNER), nn.LayerNorm(INNER)
        self.near = nn.ParameterList(torch.randn(NEAR, INNER) * 0.3 for _ in range(BLOCKS))
        self.mix = nn.ModuleList(
            nn.Sequential(nn.Linear(INNER, INNER), nn.GELU(), nn.Linear(INNER, INNER)) for _ in range(BLOCKS)
        )
        self.norms = nn.ModuleList(nn.LayerNorm(INNER) for _ in range(BLOCKS))
        self.tags, self.opens = nn.Linear(INNER, len(TAGS)), nn.Linear(INNER, 2)
        self.below, self.above, self.prior = nn.Linear(INNER, ARC), nn.Linear(INNER, ARC), nn.Linear(INNER, 1)
        self.headed, self.heading = nn.Linear(INNER, len(DEPENDENCIES)), nn.Linear(INNER, len(DEPENDENCIES))
        self.far = nn.Parameter(torch.zeros(2 * REACH + 1))
        self.dropout = nn.Dropout(0.15)

    def forward(self, seen: Tensor, inside: Tensor | None = None) -> tuple[Tensor, ...]:
        """`seen` [rows, words, 1536], `inside` [rows, words, 1] 0 where a row is padded -> the fields of `WordScores`, each with rows."""
        x = self.norm(F.gelu(self.enter(seen)))
        for near, mix, norm in zip(self.near, self.mix, self.norms, strict=True):
            about = along(x if inside is None else x * inside, near.T[:, None])
            x = norm(x + self.dropout(mix(F.gelu(about))))
        x = self.dropout(x)
        prior = self.prior(x).squeeze(-1)
        return (
            self.tags(x), self.opens(x), F.gelu(self.below(x)), F.gelu(self.above(x)), prior,
            self.headed(x), self.heading(x), self.far + 0 * prior[0, 0],  # a graph's output may not be a constant
        )  # fmt: skip


@dataclass(frozen=True)
class Stretch:
    """Whole sentences of a text: where their words' vectors stand, and labels a word; a head is a number within the stretch."""

    start: int
    tags: npt.NDArray[np.int64]
    dependencies: npt.NDArray[np.int64]
    heads: npt.NDArray[np.int64]
    sentences: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.tags)


def train(weights: Path, gold: Path, silver: Path, minutes: float, seed: int = 1) -> str:
    """Learns the heads over packed `weights`, writes them beside the encoder, and the card's digest anew. Gives a line of held-out figures:
    tags, heads, heads with the right dependency, beginnings of sentences, in % of what spaCy says."""
    torch.manual_seed(seed)
    parsed = list(rows(silver))
    with tempfile.TemporaryDirectory() as scratch:
        seen, kept = _seen(Network.load(weights), parsed, texts(gold), Path(scratch) / "vectors.npy")
        every = [_stretches(parse, start) for parse, start in kept]
        learned = [one for i, many in enumerate(every) if i % HELD_OUT for one in many]
        held = [one for i, many in enumerate(every) if not i % HELD_OUT for one in many]
        heads = _fitted(seen, learned, minutes, seed)
        told = _measured(heads, seen, held)
    _export(heads, weights)
    return told


def _seen(
    network: Network, parsed: Sequence[dict[str, Any]], known: dict[str, str], path: Path
) -> tuple[npt.NDArray[np.float16], list[tuple[dict[str, Any], int]]]:
    """The vectors of all words, on disk, and each parse with the number of its first."""
    parsed = [p for p in parsed if p["starts"] and p["key"] in known]
    total = sum(len(p["starts"]) for p in parsed)
    out = np.lib.format.open_memmap(path, mode="w+", dtype=np.float16, shape=(total, SEEN))
    kept, at = [], 0
    for number, one in enumerate(parsed):
        starts, ends = np.array(one["starts"]), np.array(one["ends"])
        told = vectors(network.scan(known[one["key"]].translate(MARKS)), Words(starts, ends, np.zeros_like(starts)))
        out[at : at + len(told)] = told
        kept.append((one, at))
        at += len(told)
        if not number % 200:
            log.info("%d of %d texts read", number, len(parsed))
    return out, kept


def _stretches(parsed: dict[str, Any], at: int) -> list[Stretch]:
    """A text's sentences, as many at once as fit."""
    tags = np.array([TAGS.index(t) if t in TAGS else TAGS.index("XX") for t in parsed["tags"]])
    names = np.array(
        [DEPENDENCIES.index(d) if d in DEPENDENCIES else DEPENDENCIES.index("dep") for d in parsed["deps"]]
    )
    heads = np.array(parsed["heads"])
    edges = sorted({0, *parsed["sents"], len(tags)})
    sentences = np.searchsorted(edges, np.arange(len(tags)), side="right") - 1
    out, low = [], 0
    for edge, following in zip(edges[1:], [*edges[2:], None], strict=True):
        if following is None or following - low > TOGETHER:
            stretch = slice(low, edge)
            inside = np.clip(heads[stretch] - low, 0, edge - low - 1)
            out.append(Stretch(at + low, tags[stretch], names[stretch], inside, sentences[stretch]))
            low = edge
    return out


def _batch(seen: npt.NDArray[np.float16], many: Sequence[Stretch]) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
    """Padded vectors, where they are words, and labels, -100 where there is none."""
    longest = max(len(one) for one in many)
    given = torch.zeros(len(many), longest, SEEN)
    labels = {name: torch.full((len(many), longest), -100) for name in ("tags", "dependencies", "heads", "opens")}
    sentences = torch.full((len(many), longest), -1)
    for row, one in enumerate(many):
        size = len(one)
        given[row, :size] = torch.from_numpy(seen[one.start : one.start + size].astype(np.float32))
        for name in ("tags", "dependencies", "heads"):
            labels[name][row, :size] = torch.from_numpy(getattr(one, name))
        labels["opens"][row, :size] = torch.from_numpy(np.r_[1, (np.diff(one.sentences) > 0).astype(np.int64)])
        sentences[row, :size] = torch.from_numpy(one.sentences)
    elsewhere = sentences.gather(1, labels["heads"].clamp(min=0)) != sentences
    labels["heads"][elsewhere] = -100
    labels["sentences"] = sentences
    return given, (sentences >= 0)[..., None].float(), labels


def _told(heads: WordHeads, seen: Tensor, inside: Tensor, labels: dict[str, Tensor]) -> dict[str, Tensor]:
    """Logits of each term; arcs only within a sentence, dependencies along the right arc."""
    tags, opens, below, above, prior, headed, heading, far = heads(seen, inside)
    at = torch.arange(seen.shape[1])
    away = (at[None, :] - at[:, None]).clamp(-REACH, REACH) + REACH
    arcs = below @ above.transpose(1, 2) * ARC**-0.5 + prior[:, None, :] + far[away]
    same = (labels["sentences"][:, :, None] == labels["sentences"][:, None, :]) & (inside[:, None, :, 0] > 0)
    right = labels["heads"].clamp(min=0)[..., None].expand(-1, -1, len(DEPENDENCIES))
    return {
        "tags": tags,
        "heads": arcs.masked_fill(~same, NOWHERE),
        "dependencies": headed + heading.gather(1, right),
        "opens": opens,
    }


def _fitted(seen: npt.NDArray[np.float16], learned: Sequence[Stretch], minutes: float, seed: int) -> WordHeads:
    heads, random = WordHeads(), np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(heads.parameters(), RATE, weight_decay=0.01, betas=(0.9, 0.98))
    order = sorted(range(len(learned)), key=lambda i: len(learned[i]))
    batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    began, step, share = time.monotonic(), 0, 0.0
    while share < 1:
        for chosen in random.permutation(len(batches)):
            share = (time.monotonic() - began) / (60 * minutes)
            if share >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, step / 100) * (1 - share) + 1e-6
            given, inside, labels = _batch(seen, [learned[i] for i in batches[chosen]])
            told = _told(heads, given, inside, labels)
            terms = {
                k: F.cross_entropy(v.flatten(0, 1), labels[k].flatten(), ignore_index=-100) for k, v in told.items()
            }
            loss = 0.5 * terms["tags"] + terms["heads"] + 0.5 * terms["dependencies"] + terms["opens"]
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(heads.parameters(), 1)
            optimizer.step()
            step += 1
            if not step % 200:
                log.info(
                    "step %d %.0f%% %s", step, 100 * share, {k: round(float(v.detach()), 3) for k, v in terms.items()}
                )
    return heads.eval()


@torch.inference_mode()
def _measured(heads: WordHeads, seen: npt.NDArray[np.float16], held: Sequence[Stretch]) -> str:
    right = dict.fromkeys(("tags", "heads", "dependencies", "opens"), 0)
    words = both = 0
    for i in range(0, len(held), BATCH):
        given, inside, labels = _batch(seen, held[i : i + BATCH])
        told = _told(heads, given, inside, labels)
        hits = {name: (told[name].argmax(-1) == labels[name]) & (inside[..., 0] > 0) for name in right}
        for name, hit in hits.items():
            right[name] += int(hit.sum())
        both += int((hits["heads"] & hits["dependencies"]).sum())
        words += int(inside.sum())
    shown = {
        "tags": right["tags"],
        "heads": right["heads"],
        "heads and dependencies": both,
        "beginnings": right["opens"],
    }
    return ", ".join(f"{name} {100 * count / words:.1f}" for name, count in shown.items()) + f" % of {words:,} words"


def _export(heads: WordHeads, weights: Path) -> None:
    from onrecord.training.export import OPSET, quantised, seal

    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        raw = Path(scratch) / WORDS
        torch.onnx.export(
            heads.eval(), (torch.randn(1, 20, SEEN),), raw, input_names=["vectors"], output_names=list(WordScores._fields),
            dynamic_axes={k: {1: "words"} for k in ("vectors", *WordScores._fields[:-1])}, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quantised(raw, weights / WORDS)
    seal(weights)
