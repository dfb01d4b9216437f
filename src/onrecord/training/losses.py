"""What a step is judged by: one masked term per head, each summed over what is labelled and divided by the batch's pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.learned.labels import CUE, DEPENDENCIES, EVENT_TYPES, TAGS, TOKEN_HEADS, TRIGGER, columns
from onrecord.learned.roles import distances
from onrecord.training.batches import labels, padded
from onrecord.training.examples import MASKED, Anchor, Window, paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.training.model import Network

WEIGHTS = {
    "cue": 1.0, "source": 0.3, "content": 0.3, "trigger": 3.0, "timex": 0.6, "toponym": 0.4, "names": 0.15,
    "cue roles": 0.5, "event roles": 1.0, "factuality": 1.5, "background": 1.5, "weak": 0.6, "weak roles": 0.4,
    "tag": 0.1, "dependency": 0.1, "opens": 0.1, "head": 0.2,
}  # fmt: skip
COLUMNS = columns()
DOUBTFUL = 0.1  # a wrong anchor is asked about where its head gives it at least this
BEGINS = [1 + 2 * k for k in range(len(EVENT_TYPES))]

OTHERS = 0.1

Asked = list[tuple[int, Anchor, str]]


def losses(network: Network, batch: Sequence[Window]) -> dict[str, Tensor]:
    """The unweighted terms; their weighted sum is the loss."""
    batch = list(batch)
    sizes = [len(w.ids) for w in batch]
    ids, features = padded([w.ids for w in batch], 0), padded([w.features for w in batch], 3)
    mask = None
    if min(sizes) < max(sizes):
        inside = torch.arange(ids.shape[1])[None] < torch.tensor(sizes)[:, None]
        mask = torch.zeros(inside.shape).masked_fill(~inside, -1e4)[:, None, None]
    hidden, logits = network(ids, features, mask)
    total = float(sum(sizes))
    out = {}
    for head in TOKEN_HEADS:
        wanted = labels(batch, head)
        if wanted is not None:
            told = logits[..., COLUMNS[head]]
            out[head] = (
                F.cross_entropy(told.reshape(-1, told.shape[-1]), wanted.view(-1), ignore_index=MASKED, reduction="sum")
                / total
            )
    out |= _words(network, batch, hidden, total)
    weak = _weak(batch, logits, total)
    if weak is not None:
        out["weak"] = weak
    asked: Asked = [
        (i, a, "cue roles" if a.kind == CUE else "event roles") for i, w in enumerate(batch) for a in w.anchors
    ]
    asked += doubtful(batch, logits.detach()) + parties(batch, logits.detach())
    if asked:
        out |= _roles(network, hidden, asked, sizes, total)
    return out


def _words(network: Network, batch: list[Window], hidden: Tensor, total: float) -> dict[str, Tensor]:
    first, heads = labels(batch, "opens"), labels(batch, "head")
    if first is None or heads is None:
        return {}
    told, arcs = network.words(hidden)
    cut = (len(TAGS), len(DEPENDENCIES), 2)
    out = {}
    for name, part in zip(("tag", "dependency", "opens"), told.split(cut, dim=-1), strict=True):
        wanted = labels(batch, name)
        if wanted is not None:
            flat = F.cross_entropy(part.flatten(0, 1), wanted.flatten(), ignore_index=MASKED, reduction="sum")
            out[name] = flat / total
    arcs = arcs.masked_fill((first == MASKED)[:, None], -1e4)  # a head is the first piece of a word
    known = heads != MASKED
    known &= first.gather(1, heads.clamp(min=0)) != MASKED
    if known.any():
        out["head"] = F.cross_entropy(arcs[known], heads[known], reduction="sum") / total
    return out


def _weak(batch: list[Window], logits: Tensor, total: float) -> Tensor | None:
    """-log P(some piece begins an event of an allowed type), taking pieces as independent; for a negative text, that none does.

    Events of other types cost a little: such a sentence may tell of more than the one that was coded, but seldom does.
    """
    terms = []
    for i, window in enumerate(batch):
        if window.weak and (window.weak.kinds or window.weak.negative):
            p = logits[i, 1 : len(window.ids) - 1, COLUMNS["trigger"]].softmax(-1)
            if window.weak.negative:
                terms.append(-0.3 * torch.log1p(-p[:, BEGINS].sum(-1).clamp(max=0.999)).sum())
            else:
                chosen = p[:, [1 + 2 * k for k in window.weak.kinds or ()]].sum(-1)
                none = torch.log1p(-chosen.clamp(max=0.9999)).sum()
                terms.append(-torch.log((-torch.expm1(none)).clamp(min=1e-6)))
                others = (p[:, BEGINS].sum(-1) - chosen).clamp(min=0, max=0.999)
                terms.append(-OTHERS * torch.log1p(-others).sum())
    return torch.stack(terms).sum() / total if terms else None


def doubtful(batch: list[Window], logits: Tensor) -> Asked:
    """Anchors that the network would wrongly ask about: their roles are empty."""
    out: Asked = []
    for head, kind, name in (("cue", CUE, "cue roles"), ("trigger", TRIGGER, "event roles")):
        wanted = labels(batch, head)
        if wanted is None:
            continue
        begins = logits[..., COLUMNS[head]].softmax(-1)[..., 1::2].sum(-1)
        wrong = (begins > DOUBTFUL) & (wanted == 0)
        rows = wrong.nonzero()
        order = torch.argsort(begins[wrong], descending=True)[: 2 + len(batch)]
        out += [(int(i), Anchor(kind, int(t), int(t) + 1, ()), name) for i, t in rows[order].tolist()]
    return out


def parties(batch: list[Window], logits: Tensor) -> Asked:
    """The likeliest trigger of a sentence of which only the parties are known."""
    out: Asked = []
    for i, window in enumerate(batch):
        if window.weak and window.weak.roles is not None:
            p = logits[i, : len(window.ids), COLUMNS["trigger"]].softmax(-1)
            p = p[:, [1 + 2 * k for k in window.weak.kinds]].sum(-1) if window.weak.kinds else p[:, BEGINS].sum(-1)
            at = 1 + int(p[1:-1].argmax())
            out.append((i, Anchor(TRIGGER, at, at + 1, window.weak.roles), "weak roles"))
    return out


def _roles(network: Network, hidden: Tensor, asked: Asked, sizes: list[int], total: float) -> dict[str, Tensor]:
    length = hidden.shape[1]
    mean, far = np.zeros((len(asked), length), dtype=np.float32), np.zeros((len(asked), length), dtype=np.int64)
    wanted = np.full((len(asked), length), MASKED, dtype=np.int64)
    for k, (i, anchor, _) in enumerate(asked):
        mean[k, anchor.start : anchor.end] = 1 / (anchor.end - anchor.start)
        far[k] = distances(length, anchor.start, anchor.end)
        wanted[k, 1 : sizes[i] - 1] = 0
        for role, lo, hi in anchor.roles:
            paint(wanted[k], lo, hi, role)
    kinds = torch.tensor([a.kind for _, a, _ in asked])
    tags, status = network.roles(hidden[[i for i, _, _ in asked]], torch.from_numpy(mean), torch.from_numpy(far), kinds)
    told = torch.where(kinds[:, None, None] == CUE, tags[..., :5], tags[..., 5:])
    each = F.cross_entropy(
        told.reshape(-1, 5), torch.from_numpy(wanted).view(-1), ignore_index=MASKED, reduction="none"
    )
    each = each.view(len(asked), length).sum(-1)
    out = {}
    for name in ("cue roles", "event roles", "weak roles"):
        chosen = torch.tensor([n == name for _, _, n in asked])
        if chosen.any():
            out[name] = each[chosen].sum() / total
    for name, part, values in (
        ("factuality", status[:, :-2], [a.factuality for _, a, _ in asked]),
        ("background", status[:, -2:], [a.background for _, a, _ in asked]),
    ):
        if any(v != MASKED for v in values):
            out[name] = F.cross_entropy(part, torch.tensor(values), ignore_index=MASKED, reduction="sum") / total
    return out
