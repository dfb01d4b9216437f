"""A BERT encoder in plain torch, and a reader of `safetensors` files, so that no further library is needed.

Devlin et al., NAACL 2019 (post-norm layers); the weights we start from are MiniLM-L6-H384 (Wang et al., NeurIPS 2020), Apache-2.0.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEAD, LAYERS, VOCABULARY, POSITIONS = 384, 32, 6, 30522, 512
BASE_HEADS, HEADS = 12, 6
"""Attention heads of a layer: in the base weights and while labels are learned, and in ours after `distilling`."""
BASE_INNER, INNER = 1536, 768
"""Units of the feed-forward nets: in the base weights, and in ours after `slimming`."""
EPS = 1e-12


class Dropout(nn.Module):
    """Dropout whose masks are slices of one pool drawn once: torch's own costs a tenth of the step on a CPU."""

    POOL = 1 << 23

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        self.pool = torch.empty(0)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        if not len(self.pool):
            self.pool = torch.bernoulli(torch.full((self.POOL,), 1 - self.rate)) / (1 - self.rate)
        if x.numel() >= self.POOL:
            return F.dropout(x, self.rate)
        at = int(torch.randint(self.POOL - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view(x.shape)


def along(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """Each unit's own sum over the places about it, nought beyond the ends: [rows, places, units] by [units, 1, reach], reach odd -> the same shape.

    Written as a convolution over images one place high, since onnxruntime computes these in blocks of units, ten times faster than those over rows.
    """
    units, _, reach = weight.shape
    image = x.unsqueeze(1).permute(0, 3, 1, 2)
    told = F.conv2d(image, weight.unsqueeze(2), bias, padding=(0, reach // 2), groups=units)
    return told.permute(0, 2, 3, 1).squeeze(1)


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each with residual and norm."""

    def __init__(self, dropout: float, inner: int = INNER, heads: int = BASE_HEADS) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(WIDTH, 3 * heads * HEAD)
        self.out = nn.Linear(heads * HEAD, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=EPS)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=EPS)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x` [batch, pieces, WIDTH]; `mask` additive [batch, 1, 1, pieces] or None."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4).unbind(0)
        told = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        told = told.transpose(1, 2).reshape(batch, length, self.heads * HEAD)
        x = self.norm1(x + self.dropout(self.out(told)))
        return cast("Tensor", self.norm2(x + self.dropout(self.down(F.gelu(self.up(x))))))


class Encoder(nn.Module):
    """Word pieces to vectors; the features' vectors are added to the input of layer `frozen` (0: to the embeddings)."""

    def __init__(
        self, features: int, dropout: float = 0.1, frozen: int = 0, inner: int = INNER, heads: int = BASE_HEADS
    ) -> None:
        super().__init__()
        self.frozen = frozen
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.dropout = Dropout(dropout)
        self.features = nn.Parameter(torch.zeros(features, WIDTH))
        self.layers = nn.ModuleList(Layer(dropout if i >= frozen else 0.0, inner, heads) for i in range(LAYERS))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """`ids`, `features` [batch, pieces] -> [batch, pieces, WIDTH]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(places))
        if self.frozen == 0:
            x = self.dropout(x)
        for i, layer in enumerate(self.layers):
            if i == self.frozen:
                x = x + F.embedding(features, self.features)
            x = layer(x, mask)
        return cast("Tensor", x)

    def freeze(self) -> None:
        """Keeps the word embeddings, and the layers below `frozen`, as they are."""
        self.words.weight.requires_grad_(False)
        if self.frozen:
            for module in (self.positions, self.norm, *self.layers[: self.frozen]):
                module.requires_grad_(False)

    def load_bert(self, path: Path) -> None:
        """Fills the encoder from a BERT `model.safetensors`; the type embedding of segment 0 goes into the positions."""
        w = {k.removeprefix("bert."): v for k, v in read_safetensors(path).items()}
        e = "embeddings."
        own = {
            "words.weight": w[e + "word_embeddings.weight"],
            "positions.weight": w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0],
            "norm.weight": w[e + "LayerNorm.weight"],
            "norm.bias": w[e + "LayerNorm.bias"],
            "features": self.features.data,
        }
        names = {
            "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
            "down": "output.dense", "norm2": "output.LayerNorm",
        }  # fmt: skip
        for i in range(LAYERS):
            at = f"encoder.layer.{i}."
            for end in ("weight", "bias"):
                parts = [w[f"{at}attention.self.{part}.{end}"] for part in ("query", "key", "value")]
                own[f"layers.{i}.qkv.{end}"] = torch.cat(parts)
                own |= {f"layers.{i}.{mine}.{end}": w[f"{at}{theirs}.{end}"] for mine, theirs in names.items()}
        self.load_state_dict(own)


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The float32 tensors of a file: 8 bytes of header length, a JSON header, then the bytes."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    out = {}
    for name, about in header.items():
        if name != "__metadata__" and about["dtype"] == "F32":
            start, end = (8 + size + at for at in about["data_offsets"])
            out[name] = torch.frombuffer(bytearray(data[start:end]), dtype=torch.float32).view(about["shape"])
    return out
