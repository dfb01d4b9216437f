"""The network: an encoder, token heads as one linear map, a role head that is asked once per anchor, and the anchor's own heads."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.learned.features import SIZE
from onrecord.learned.labels import DEPENDENCIES, FACTUALITY, ROLE_LABELS, TAGS, TOKEN_HEADS, width
from onrecord.learned.roles import BUCKETS, REACH
from onrecord.training.encoder import BASE_HEADS, HEAD, INNER, WIDTH, Dropout, Encoder, along

if TYPE_CHECKING:
    from collections.abc import Mapping

HIDDEN = 224
ARC = 160


class RoleHead(nn.Module):
    """For one anchor, BIO of its roles over every piece of its window."""

    def __init__(self) -> None:
        super().__init__()
        self.token = nn.Linear(WIDTH, HIDDEN)
        self.anchor = nn.Linear(WIDTH, HIDDEN)
        self.product = nn.Linear(WIDTH, HIDDEN, bias=False)  # of products' factors, each once a piece: not once a pair
        self.partner = nn.Linear(WIDTH, HIDDEN)
        self.distance = nn.Embedding(BUCKETS, HIDDEN)
        self.kind = nn.Embedding(2, HIDDEN)
        self.near = nn.Conv1d(HIDDEN, HIDDEN, REACH, padding=REACH // 2, groups=HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN)
        self.out = nn.Linear(HIDDEN, 2 * ROLE_LABELS)
        self.status = nn.Linear(2 * WIDTH, 128)
        self.status_out = nn.Linear(128, len(FACTUALITY) + 2)
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.kind.weight, std=0.1)

    def forward(self, hidden: Tensor, mean: Tensor, distances: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """For one window or for anchors with their own windows.

        `hidden` [anchors or 1, pieces, WIDTH]; `mean` [anchors, pieces], weights that average the anchor's pieces; `distances`
        [anchors, pieces] bucket numbers; `kinds` [anchors] CUE or TRIGGER -> [anchors, pieces, 10], [anchors, 8].
        """
        at = torch.matmul(mean.unsqueeze(1), hidden)  # [anchors, 1, WIDTH]
        x = self.token(hidden) + self.anchor(at) + self.product(hidden) * self.partner(at)
        x = x + self.distance(distances) + self.kind(kinds).unsqueeze(1)
        return self.tagged(x), self.judged(at.squeeze(1), hidden[:, 0].expand(len(at), WIDTH))

    def tagged(self, x: Tensor) -> Tensor:
        """What was summed up for pieces in rows [rows, pieces, HIDDEN] -> their logits [rows, pieces, 10]."""
        x = F.gelu(x)
        about = along(x, self.near.weight, self.near.bias)
        return cast("Tensor", self.out(self.norm(x + F.gelu(about))))

    def judged(self, anchors: Tensor, firsts: Tensor) -> Tensor:
        """Vectors of anchors and of their windows' first pieces, both [anchors, WIDTH] -> factuality and background [anchors, 8]."""
        return cast("Tensor", self.status_out(F.gelu(self.status(torch.cat([anchors, firsts], dim=-1)))))


class WordHead(nn.Module):
    """Tag, dependency and head word at the first piece of each word, and whether a sentence begins there (Dozat & Manning, ICLR 2017, slimmer).

    An auxiliary task of the encoder's; the heads that parse are made after it (`words`)."""

    def __init__(self) -> None:
        super().__init__()
        self.labels = nn.Linear(WIDTH, len(TAGS) + len(DEPENDENCIES) + 2)
        self.below = nn.Linear(WIDTH, ARC)
        self.above = nn.Linear(WIDTH, ARC)
        self.prior = nn.Linear(WIDTH, 1)

    def forward(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """[batch, pieces, WIDTH] -> labels [batch, pieces, tags + dependencies + 2], arcs [batch, pieces below, pieces above]."""
        below, above = F.gelu(self.below(hidden)), F.gelu(self.above(hidden))
        arcs = torch.matmul(below, above.transpose(1, 2)) / ARC**0.5 + self.prior(hidden).transpose(1, 2)
        return self.labels(hidden), arcs


class Network(nn.Module):
    """Encoder, token heads, role head, word head."""

    @classmethod
    def of(cls, state: Mapping[str, Tensor], frozen: int = 0) -> Network:
        """The network whose state this is, as wide as it is, without dropout."""
        up, out = (state[f"encoder.layers.0.{part}.weight"] for part in ("up", "out"))
        network = cls(0.0, frozen, inner=up.shape[0], heads=out.shape[1] // HEAD)
        network.load_state_dict(state)
        return network.eval()

    def __init__(self, dropout: float = 0.1, frozen: int = 0, inner: int = INNER, heads: int = BASE_HEADS) -> None:
        super().__init__()
        self.encoder = Encoder(SIZE, dropout, frozen, inner, heads)
        self.tokens = nn.Linear(WIDTH, sum(width(kinds) for kinds in TOKEN_HEADS.values()))
        self.roles = RoleHead()
        self.words = WordHead()
        self.dropout = Dropout(dropout)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """[batch, pieces] -> vectors [batch, pieces, WIDTH] and token logits [batch, pieces, 71]."""
        hidden = self.encoder(ids, features, mask)
        return hidden, cast("Tensor", self.tokens(self.dropout(hidden)))
