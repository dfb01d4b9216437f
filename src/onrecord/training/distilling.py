"""Half of the attention heads taken out, and what is left taught to see as the whole did: reading costs a third less.

Heads go by the size of what they send on (as units in `slimming`); then the narrow network learns the wide one's vectors layer by layer (Jiao
et al., TinyBERT, EMNLP Findings 2020), its token heads' answers (Hinton et al., 2015), and what its role head says of the anchors that the
wide one sees. No label is read: a label's lesson has been learned by then, and its noise too.
"""

from __future__ import annotations

import logging
import random
import time
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.learned.labels import CUE, FACTUALITY, ROLE_LABELS, TRIGGER, columns
from onrecord.learned.pieces import LONGEST
from onrecord.learned.roles import distances
from onrecord.training.batches import POOL, padded
from onrecord.training.corpus import load
from onrecord.training.encoder import HEAD, HEADS, LAYERS
from onrecord.training.examples import documents, window, windows
from onrecord.training.loop import averaged, rate, tokenizer
from onrecord.training.model import Network

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from onrecord.training.encoder import Layer
    from onrecord.training.examples import Document, Window

log = logging.getLogger(__name__)

COLUMNS: Final = columns()
PIECES: Final = 768  # of a batch; small ones and many learn faster here
PEAK: Final = 6e-4
DEPTHS: Final = (0.3, 0.7, 0.3, 0.7, 0.3, 2.0)
"""What each layer's distance weighs; those that the word heads see, and the last, weigh more."""
SEEN: Final = 0.15  # an anchor is asked about where the wide network gives it at least this
ASKED: Final = 4  # anchors of each sort in a batch

Vectors = list[Tensor]


def narrowed(state: dict[str, Any], sample: Sequence[Window], heads: int = HEADS) -> dict[str, Any]:
    """The state of a network with so many heads a layer, those that send most on over `sample`."""
    network = Network.of(state)
    sums = [torch.zeros(()) for _ in range(LAYERS)]

    def counts(at: int) -> Any:
        def count(_: Any, given: tuple[Tensor]) -> None:
            sums[at] = sums[at] + given[0].pow(2).sum((0, 1))

        return count

    hooks = [
        cast("Layer", layer).out.register_forward_pre_hook(counts(i)) for i, layer in enumerate(network.encoder.layers)
    ]
    with torch.inference_mode():
        for one in sample:
            network(torch.from_numpy(one.ids)[None], torch.from_numpy(one.features)[None])
    for hook in hooks:
        hook.remove()
    out = dict(state)
    for i in range(LAYERS):
        at = f"encoder.layers.{i}."
        sent = sums[i] * state[at + "out.weight"].pow(2).sum(0)
        kept = sent.view(-1, HEAD).sum(1).topk(heads).indices.sort().values
        units = (kept[:, None] * HEAD + torch.arange(HEAD)).flatten()
        every = torch.cat([part * len(sent) + units for part in range(3)])  # queries, keys, values
        out[at + "qkv.weight"], out[at + "qkv.bias"] = state[at + "qkv.weight"][every], state[at + "qkv.bias"][every]
        out[at + "out.weight"] = state[at + "out.weight"][:, units]
    return out


def distil(wide: Path, gold: Path, vocabulary: Path, out: Path, minutes: float = 100, seed: int = 1) -> Path:
    """Makes the narrow network from a checkpoint's averaged weights, and gives the path of its own. Stopped, it begins anew."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    state = torch.load(wide, weights_only=True)
    state = state.get("ema", state)
    cut = tokenizer(vocabulary)
    read = [one for text in load(gold, None, seed).texts for one in documents(cut, text)]
    sample = [window(d, 0, min(len(d.pieces), LONGEST)) for d in read[:: max(1, len(read) // 200)]]
    teacher, network = Network.of(state), Network.of(narrowed(state, sample))
    network.encoder.freeze()
    network.words.requires_grad_(requires_grad=False)
    learned = [p for p in network.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, 0, weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    seeing, seen = _taps(network), _taps(teacher)
    began, sums = time.monotonic(), defaultdict[str, float](float)
    network.train()
    for steps, batch in enumerate(_batches(read, random.Random(seed)), 1):
        progress = (time.monotonic() - began) / (minutes * 60)
        if progress >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = PEAK * rate(progress)
        terms = _terms(network, teacher, batch, seeing, seen)
        torch.autograd.backward(torch.stack(list(terms.values())).sum())
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        averaged(average, network.state_dict(), steps)
        for name, term in terms.items():
            sums[name] += float(term.detach())
        if steps % 100 == 0:
            told = " ".join(f"{name} {total / 100:.4f}" for name, total in sums.items())
            log.info("step %d %.1f%% %s", steps, 100 * progress, told)
            sums.clear()
    torch.save(average, out / "ema-100.pt")
    return out / "ema-100.pt"


def _taps(network: Network) -> Vectors:
    """A list that each pass fills with what the layers give; whoever reads it empties it."""
    told: Vectors = []
    for layer in network.encoder.layers:
        layer.register_forward_hook(lambda _, __, given: told.append(given))
    return told


def _batches(read: Sequence[Document], random_: random.Random) -> Iterator[list[Window]]:
    """Every text over and over, in windows of like length, whatever set it is from."""
    while True:
        every = [one for document in read for one in windows(document, random_)]
        random_.shuffle(every)
        for at in range(0, len(every), POOL):
            cut: list[list[Window]] = [[]]
            for one in sorted(every[at : at + POOL], key=lambda w: len(w.ids)):
                if cut[-1] and (len(cut[-1]) + 1) * len(one.ids) > PIECES:
                    cut.append([])
                cut[-1].append(one)
            random_.shuffle(cut)
            yield from cut


def _terms(
    network: Network, teacher: Network, batch: Sequence[Window], seeing: Vectors, seen: Vectors
) -> dict[str, Tensor]:
    """The weighted terms of the loss."""
    seeing.clear()
    seen.clear()
    ids, features = padded([w.ids for w in batch], 0), padded([w.features for w in batch], 3)
    inside = torch.arange(ids.shape[1])[None] < torch.tensor([len(w.ids) for w in batch])[:, None]
    mask = None if bool(inside.all()) else torch.zeros(inside.shape).masked_fill(~inside, -1e4)[:, None, None]
    with torch.no_grad():
        wanted, answers = teacher(ids, features, mask)
    hidden, told = network(ids, features, mask)
    far = [(_far(a, b, inside), weight) for a, b, weight in zip(seeing, seen, DEPTHS, strict=True)]
    out = {
        "vectors": torch.stack([weight * one for one, weight in far]).sum(),
        "tokens": torch.stack([_apart(told[..., c], answers[..., c], inside) for c in COLUMNS.values()]).sum(),
    }
    asked = _asked(answers, inside)
    if asked:
        out |= _roles(network, teacher, hidden, wanted, inside, asked)
    return out


def _far(a: Tensor, b: Tensor, inside: Tensor) -> Tensor:
    """The mean squared distance, in shares of the squared length of what is wanted."""
    return ((a - b).pow(2).sum(-1)[inside] / b.pow(2).sum(-1)[inside]).mean()


def _apart(told: Tensor, wanted: Tensor, inside: Tensor) -> Tensor:
    """Nats a piece between two distributions over the last axis."""
    ours, theirs = told.log_softmax(-1)[inside], wanted.log_softmax(-1)[inside]
    return F.kl_div(ours, theirs, log_target=True, reduction="sum") / len(ours)


def _asked(answers: Tensor, inside: Tensor) -> list[tuple[int, int, int]]:
    """(window, piece, kind) of some anchors that the wide network sees."""
    out = []
    for head, kind in (("cue", CUE), ("trigger", TRIGGER)):
        begins = answers[..., COLUMNS[head]].softmax(-1)[..., 1::2].sum(-1)
        found = ((begins > SEEN) & inside).nonzero()
        chosen = found[torch.randperm(len(found))[:ASKED]]
        out += [(int(i), int(at), kind) for i, at in chosen.tolist()]
    return out


def _roles(
    network: Network,
    teacher: Network,
    hidden: Tensor,
    wanted: Tensor,
    inside: Tensor,
    asked: Sequence[tuple[int, int, int]],
) -> dict[str, Tensor]:
    length, rows = hidden.shape[1], [i for i, _, _ in asked]
    mean, kinds = torch.zeros(len(asked), length), torch.tensor([kind for _, _, kind in asked])
    for k, (_, at, _) in enumerate(asked):
        mean[k, at] = 1
    far = torch.from_numpy(np.stack([distances(length, at, at + 1) for _, at, _ in asked]))
    with torch.no_grad():
        answers, statuses = teacher.roles(wanted[rows], mean, far, kinds)
    told, status = network.roles(hidden[rows], mean, far, kinds)
    cues = (kinds == CUE)[:, None, None]
    ours, theirs = (torch.where(cues, one[..., :ROLE_LABELS], one[..., ROLE_LABELS:]) for one in (told, answers))
    out = {"roles": 0.1 * _apart(ours, theirs, inside[rows]) * inside[rows].sum() / len(asked)}
    triggers = kinds == TRIGGER
    for name, part in (
        ("factuality", slice(0, len(FACTUALITY))),
        ("background", slice(len(FACTUALITY), None)),
    ):
        if triggers.any():
            out[name] = 0.2 * _apart(status[:, part], statuses[:, part], triggers)
    return out
