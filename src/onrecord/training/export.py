"""From a checkpoint to what `learned` loads: ONNX graphs with int8 weights, the tokenizer, and a card with their digest.

Word embeddings are stored as int8 with one scale a row; matrices are quantised per channel, activations at run time (ORT dynamic
quantisation) with 7-bit weights, since 8-bit ones overflow in AVX2's 16-bit sums.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import torch
from torch import Tensor, nn

from onrecord.learned.packaged import CARD, ENCODER, ROLES, TOKENIZER, WORDS, digest
from onrecord.training.encoder import WIDTH
from onrecord.training.fusing import fuse
from onrecord.training.model import HIDDEN, Network, RoleHead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.training.encoder import Layer

OPSET = 17
EARLIER = (2, 4)
"""The layers after which the word heads look into the encoder too."""
SEEN = ("hidden", "logits", "low", "middle")
ALL_PIECES = ("token", "product")
"""Parts of the role head that go over all pieces: they are quantised. What goes over anchors, or over the stretches about them, would be rounded
otherwise with each other anchor that is asked, and costs little."""
NOTHING = -1e4
"""What makes a piece of a gap come out of GELU as nought, so that no anchor's neighbour is seen beyond it."""


class Reading(nn.Module):
    """The encoder with its token heads, word embeddings in int8 by rows."""

    def __init__(self, network: Network, *, small: bool) -> None:
        super().__init__()
        self.network = network
        words = network.encoder.words.weight.detach()
        scale = words.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.small = small
        self.register_buffer("words", (words / scale).round().to(torch.int8) if small else words.clone())
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """[1, pieces] -> [1, pieces, 384], [1, pieces, 71], and the vectors after each of `EARLIER` layers."""
        encoder = self.network.encoder
        words, scale = cast("Tensor", self.words), cast("Tensor", self.scale)
        vectors = words[ids].to(torch.float32) * scale[ids] if self.small else words[ids]
        x = encoder.norm(vectors + encoder.positions.weight[: ids.shape[1]])
        earlier = []
        for i, layer in enumerate(encoder.layers):
            if i == encoder.frozen:
                x = x + encoder.features[features]
            x = layer(x, None)
            if i + 1 in EARLIER:
                earlier.append(x)
        return x, self.network.tokens(x), *earlier


class Asking(nn.Module):
    """The role head over the pieces near each anchor alone, all anchors of a text in one row: see `learned.roles`."""

    def __init__(self, head: RoleHead) -> None:
        super().__init__()
        self.head = head
        self.register_buffer("gap", torch.full((1, HIDDEN), NOTHING))

    def forward(
        self,
        hidden: Tensor,
        anchors: Tensor,
        firsts: Tensor,
        kinds: Tensor,
        places: Tensor,
        owners: Tensor,
        distances: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """`hidden` [pieces, 384], `anchors` and `firsts` [anchors, 384], `kinds` [anchors], `places`, `owners`, `distances` [asked] -> [asked, 10],
        [anchors, 8]."""
        head = self.head
        distance = torch.cat([head.distance.weight, cast("Tensor", self.gap)])
        own = head.anchor(anchors) + head.kind(kinds)
        x = head.token(hidden)[places] + own[owners] + head.product(hidden)[places] * head.partner(anchors)[owners]
        return head.tagged((x + distance[distances])[None])[0], head.judged(anchors, firsts)


def loaded(checkpoint: Path, frozen: int = 0) -> Network:
    """The network with a checkpoint's averaged weights."""
    state = torch.load(checkpoint, weights_only=True)
    return Network.of(state.get("ema", state), frozen)


def export(
    checkpoint: Path,
    tokenizer: Path,
    out: Path,
    about: dict[str, Any],
    frozen: int = 0,
    *,
    int8: bool = True,
) -> None:
    """Writes the files into `out`; `about` goes into the card. The word heads are made after it, over these weights (training/words.py)."""
    network = loaded(checkpoint, frozen)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        raw = Path(scratch)
        ids = torch.randint(1000, 2000, (1, 20))
        torch.onnx.export(
            Reading(network, small=int8).eval(), (ids, ids % 32), raw / ENCODER, input_names=["ids", "features"],
            output_names=list(SEEN), dynamic_axes={k: {1: "pieces"} for k in ("ids", "features", *SEEN)},
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        asking(network.roles, raw / ROLES)
        (out / WORDS).unlink(missing_ok=True)
        for name in (ENCODER, ROLES):
            if int8:
                quantised(raw / name, out / name, ALL_PIECES if name == ROLES else ())
                if name == ENCODER:
                    fuse(out / name, cast("Layer", network.encoder.layers[0]).heads)
            else:
                shutil.copyfile(raw / name, out / name)
    shutil.copyfile(tokenizer, out / TOKENIZER)
    seal(out, about)


def seal(weights: Path, about: dict[str, Any] | None = None) -> None:
    """Writes the card beside the weights, with their digest as they are now; without `about` it says what it said before."""
    path = weights / CARD
    told = json.loads(path.read_text(encoding="utf-8")) if about is None else {"digest": "", **about}
    path.write_text(json.dumps(told | {"digest": digest(weights)}, indent=1) + "\n", encoding="utf-8")


def asking(head: RoleHead, path: Path) -> None:
    """Writes the role head as the graph that `learned.packaged` runs."""
    near = torch.arange(8)
    given = (
        torch.randn(20, WIDTH),
        torch.randn(3, WIDTH),
        torch.randn(3, WIDTH),
        torch.tensor([0, 1, 1]),
        near,
        near % 3,
        near,
    )
    names = ["hidden", "anchors", "firsts", "kinds", "places", "owners", "distances"]
    sizes = {"hidden": "pieces", "places": "asked", "owners": "asked", "distances": "asked", "tags": "asked"}
    axes = {name: {0: sizes.get(name, "anchors")} for name in (*names, "tags", "status")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that the exporter is the older one
        torch.onnx.export(
            Asking(head).eval(), given, path, input_names=names, output_names=["tags", "status"], dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def quantised(source: Path, target: Path, parts: Sequence[str] = ()) -> None:
    """Writes the graph with its matrices in int8: all, or those of the named parts."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    names = (node.name for node in onnx.load(str(prepared)).graph.node)
    wanted = [name for name in names if name.split("/")[1:2] in [[part] for part in parts]]
    quantize_dynamic(
        str(prepared),
        str(target),
        op_types_to_quantize=["MatMul"],
        nodes_to_quantize=[
            *wanted,
            *(f"{name}_MatMul" for name in wanted),
        ],  # what a Gemm's product is called when it is taken apart
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
