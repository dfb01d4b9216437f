"""The role head learned on over the packed encoder's vectors, which stay as they are: asked as reading asks, of the pieces near each anchor.

While the whole network is learned, sentences of which only the parties are known have a share of its pieces that is too small to teach the head
what a report without punctuation looks like; alone the head costs so little that they can have more. What is said of an anchor itself
(factuality, background) stays as it was: its few labels would be learned by heart.
"""

from __future__ import annotations

import logging
import random
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.learned.labels import CUE, ROLE_LABELS
from onrecord.learned.network import Network
from onrecord.learned.packaged import ROLES
from onrecord.learned.pieces import windows
from onrecord.learned.roles import BUCKETS, near
from onrecord.training.corpus import load
from onrecord.training.examples import MASKED, documents, paint, window
from onrecord.training.export import ALL_PIECES, Asking, asking, quantised, seal
from onrecord.training.loop import rate
from onrecord.training.losses import WEIGHTS, doubtful, parties
from onrecord.training.model import RoleHead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.learned.network import Graphs
    from onrecord.training.examples import Anchor, Document

log = logging.getLogger(__name__)

SHARES: Final = {
    "attribution": 0.36, "given": 0.36, "events": 0.12, "plv_train": 0.06, "cameo_ner_train": 0.03, "cameo_class_train": 0.01, "satp": 0.03,
}  # fmt: skip
"""Of the pieces that are asked about."""
TOGETHER: Final = 64  # anchors of a step
RATE: Final = 6e-4
DROPPED: Final = 0.1  # of the encoder's numbers
KEPT: Final = 0.998  # of the averaged weights, at each step
LEARNED: Final = 0.6
"""The share of what was learned here in the head that is packed; the rest is the head of before (Wortsman et al., CVPR 2022). It keeps most of what
the parties gain (SATP) and loses next to nothing of the attributions, which were learned well already."""


@dataclass(frozen=True)
class Seen:
    """One window as the encoder sees it, its vectors [pieces, 384], and its anchors, each with the term of the loss that it counts in."""

    hidden: npt.NDArray[np.float16]
    anchors: tuple[tuple[Anchor, str], ...]


def train(weights: Path, gold: Path, minutes: float, seed: int = 1) -> str:
    """Learns the packed role head on, writes it back beside the encoder, and the card's digest anew. Tells steps and anchors."""
    torch.manual_seed(seed)
    network = Network.load(weights)
    read = [one for text in load(gold).texts for one in documents(network.tokenizer, text)]
    known: defaultdict[str, list[Seen]] = defaultdict(list)
    for number, document in enumerate(one for one in read if one.group in SHARES):
        known[document.group] += seen(network.graphs, document)
        if not number % 500:
            log.info("%d texts seen", number)
    head = unpacked(weights / ROLES)
    steps = _fitted(head, known, minutes, seed)
    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        asking(head, Path(scratch) / ROLES)
        quantised(Path(scratch) / ROLES, weights / ROLES, ALL_PIECES)
    seal(weights)
    return f"{steps:,} steps over {sum(len(w.anchors) for every in known.values() for w in every):,} anchors"


def unpacked(path: Path) -> RoleHead:
    """The role head whose graph this is; its numbers are those of the graph, the rounded ones too."""
    graph = onnx.load(str(path)).graph
    given = {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer}
    state = {
        name.removeprefix("head."): one
        for name, one in given.items()
        if name.endswith((".bias", "norm.weight", "kind.weight"))
    }
    for node in graph.node:
        if node.op_type == "Conv":
            state["near.weight"] = given[node.input[1]].squeeze(2)
        elif node.input[1:] == ["distances"]:
            state["distance.weight"] = given[node.input[0]][:BUCKETS]
        elif node.op_type in {"MatMul", "MatMulInteger"}:
            rounded = node.input[1].removesuffix("_quantized")
            matrix = given[node.input[1]].float() * given.get(f"{rounded}_scale", torch.ones(()))
            state[f"{node.name.split('/')[1]}.weight"] = matrix.T.contiguous()
    head = RoleHead()
    head.load_state_dict(state)
    return head.eval()


def seen(graphs: Graphs, document: Document) -> Iterator[Seen]:
    """The windows of a document in which anything is asked, cut as reading cuts them. Asked about are the labelled anchors, those that the network
    would wrongly find, which have no roles, and where only parties are known the likeliest trigger."""
    for start, end in windows(document.pieces.opens):
        one = window(document, start, end)
        hidden, logits, _, _ = graphs.encode(one.ids, one.features)
        told = torch.from_numpy(logits[None])
        own = [(anchor, "cue roles" if anchor.kind == CUE else "event roles") for anchor in one.anchors]
        own += [(anchor, name) for _, anchor, name in (*doubtful([one], told), *parties([one], told))]
        if own:
            yield Seen(hidden.astype(np.float16), tuple(own))


def _fitted(head: RoleHead, known: dict[str, list[Seen]], minutes: float, seed: int) -> int:
    """Changes the head for so long, and leaves it with a mean of its averaged weights and those of before. Gives the number of steps."""
    head.train()
    before = {name: value.detach().clone() for name, value in head.state_dict().items()}
    for module in (head.status, head.status_out):
        module.requires_grad_(requires_grad=False)
    learned = [p for p in head.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, 0, weight_decay=0.01, betas=(0.9, 0.98))
    average = {name: value.clone() for name, value in before.items()}
    began, steps, total = time.monotonic(), 0, 0.0
    for batch in _batches(known, random.Random(seed)):
        progress = (time.monotonic() - began) / (60 * minutes)
        if progress >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = RATE * rate(progress)
        loss = term(head, batch)
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        steps += 1
        kept = min(KEPT, (1 + steps) / (10 + steps))
        for name, value in head.state_dict().items():
            average[name].lerp_(value, 1 - kept)
        total += float(loss.detach())
        if not steps % 200:
            log.info("step %d %.1f%% %.4f", steps, 100 * progress, total / 200)
            total = 0.0
    head.load_state_dict({name: before[name].lerp(value, LEARNED) for name, value in average.items()})
    head.eval()
    return steps


def _batches(known: dict[str, list[Seen]], random_: random.Random) -> Iterator[list[Seen]]:
    """Windows with some `TOGETHER` anchors, without end; each group is gone through whole before it begins anew."""
    names = [name for name in SHARES if known.get(name)]
    shares = [SHARES[name] / float(np.mean([len(one.hidden) for one in known[name]])) for name in names]
    waiting: dict[str, list[Seen]] = {name: [] for name in names}
    while True:
        batch: list[Seen] = []
        while sum(len(one.anchors) for one in batch) < TOGETHER:
            (name,) = random_.choices(names, shares)
            if not waiting[name]:
                waiting[name] = random_.sample(known[name], len(known[name]))
            batch.append(waiting[name].pop())
        yield batch


def term(head: RoleHead, batch: Sequence[Seen]) -> Tensor:
    """The weighted loss of the roles of all anchors, a piece of the batch."""
    offsets = np.cumsum([0, *(len(one.hidden) for one in batch)])
    asked = [(at, anchor, name) for at, one in enumerate(batch) for anchor, name in one.anchors]
    kinds = np.array([anchor.kind for _, anchor, _ in asked])
    lows, highs = (np.array([offsets[at + later] for at, _, _ in asked]) for later in (0, 1))
    starts, ends = lows + np.array([(anchor.start, anchor.end) for _, anchor, _ in asked]).T
    about = near(kinds, starts, ends, lows, highs)
    wanted = np.full(len(about.places), MASKED)
    for number, (at, anchor, _) in enumerate(asked):
        labels = np.zeros(len(batch[at].hidden), dtype=np.int64)
        labels[[0, -1]] = MASKED
        for role, low, high in anchor.roles:
            paint(labels, low, high, role)
        own = (about.owners == number) & (about.distances < BUCKETS)
        wanted[own] = labels[about.places[own] - lows[number]]
    hidden = F.dropout(torch.from_numpy(np.concatenate([one.hidden for one in batch]).astype(np.float32)), DROPPED)
    anchors = torch.stack([hidden[low:high].mean(0) for low, high in zip(starts, ends, strict=True)])
    row: list[Any] = [torch.from_numpy(one) for one in (kinds, about.places, about.owners, about.distances)]
    tags, _ = Asking(head)(hidden, anchors, hidden[torch.from_numpy(lows)], *row)
    owners = torch.from_numpy(about.owners)
    told = torch.where((row[0] == CUE)[owners, None], tags[:, :ROLE_LABELS], tags[:, ROLE_LABELS:])
    each = F.cross_entropy(told, torch.from_numpy(wanted), ignore_index=MASKED, reduction="none")
    return (each * torch.tensor([WEIGHTS[name] for _, _, name in asked])[owners]).sum() / len(hidden)
