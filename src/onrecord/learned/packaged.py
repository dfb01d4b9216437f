"""The packaged weights: found, checked against their digest, and opened."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import WeightsError
from onrecord.learned.parsing import WordScores
from onrecord.learned.proposals import Thresholds

if TYPE_CHECKING:
    from onrecord.learned.roles import Near

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

ENCODER, ROLES, WORDS, TOKENIZER, CARD = "encoder.onnx", "roles.onnx", "words.onnx", "tokenizer.json", "card.json"
REMEDY = "install a release of onrecord, which brings them, make them with `python -m onrecord.training train`, or read without them: ONRECORD_LEARNED=0"


def folder(path: Path | None = None) -> Path:
    """Where the weights are, or should be."""
    return path or Path(str(files("onrecord.learned"))) / "weights"


def present(path: Path | None = None) -> bool:
    """Whether all files are there."""
    return all((folder(path) / name).is_file() for name in (ENCODER, ROLES, TOKENIZER, CARD))


def digest(path: Path) -> str:
    """The SHA-256 of the weights and the tokenizer, in a fixed order, as `sha256:…`."""
    out = hashlib.sha256()
    for name in (n for n in (ENCODER, ROLES, WORDS, TOKENIZER) if (path / n).exists()):
        out.update(hashlib.sha256((path / name).read_bytes()).digest())
    return "sha256:" + out.hexdigest()


def card(path: Path | None = None) -> dict[str, Any]:
    """The card that stands beside the weights: digest, thresholds, what made them. Raises WeightsError where there is none."""
    if not present(path):
        raise WeightsError(f"no weights in {folder(path)}: {REMEDY}")
    out: dict[str, Any] = json.loads((folder(path) / CARD).read_text(encoding="utf-8"))
    return out


class OnnxGraphs:
    """The graphs under onnxruntime."""

    def __init__(self, path: Path, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3

        def opened_(name: str) -> Any:
            return onnxruntime.InferenceSession(str(path / name), options, providers=["CPUExecutionProvider"])

        self._encoder, self._roles = opened_(ENCODER), opened_(ROLES)
        self._words = opened_(WORDS) if (path / WORDS).exists() else None

    def encode(self, ids: Ints, features: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        """See `network.Graphs`."""
        hidden, logits, low, middle = self._encoder.run(None, {"ids": ids[None], "features": features[None]})
        return hidden[0], logits[0], low[0], middle[0]

    def roles(self, hidden: Floats, anchors: Floats, firsts: Floats, kinds: Ints, asked: Near) -> tuple[Floats, Floats]:
        """See `network.Graphs`."""
        about = {"places": asked.places, "owners": asked.owners, "distances": asked.distances}
        tags, status = self._roles.run(
            None, {"hidden": hidden, "anchors": anchors, "firsts": firsts, "kinds": kinds, **about}
        )
        return tags, status

    @property
    def parses(self) -> bool:
        """Whether these weights have word heads."""
        return self._words is not None

    def words(self, vectors: Floats) -> WordScores:
        """See `network.Graphs`."""
        if self._words is None:
            raise WeightsError(f"these weights have no word heads: {REMEDY}")
        *every, far = self._words.run(list(WordScores._fields), {"vectors": vectors[None]})
        return WordScores._make([*(one[0] for one in every), far])


@cache
def opened(path: Path | None = None, threads: int = 1) -> tuple[OnnxGraphs, Tokenizer, Thresholds]:
    """Everything that a network needs, kept for the process. Raises WeightsError where weights are missing or not those of the card."""
    about, at = card(path), folder(path)
    if about.get("digest") != digest(at):
        raise WeightsError(f"the weights in {at} are not those of their card ({about.get('digest')}): {REMEDY}")
    tokenizer = Tokenizer.from_file(str(at / TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    known = {f.name for f in fields(Thresholds)}
    thresholds = Thresholds(**{k: float(v) for k, v in about.get("thresholds", {}).items() if k in known})
    return OnnxGraphs(at, threads), tokenizer, thresholds
