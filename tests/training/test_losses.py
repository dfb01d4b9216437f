# ruff: noqa: E402
"""One step over one tiny batch: every term is there and finite, and a wrong anchor is asked with empty roles."""

import math

import pytest

torch = pytest.importorskip("torch")

import numpy as np

from onrecord.learned.labels import CUE, TOKEN_HEADS, TRIGGER
from onrecord.training.batches import padded
from onrecord.training.examples import MASKED, Anchor, Weak, Window
from onrecord.training.loop import FLOOR, rate
from onrecord.training.losses import WEIGHTS, losses
from onrecord.training.model import Network


def window(length: int, weak: Weak | None = None) -> Window:
    labels = {head: np.full(length, 0) for head in TOKEN_HEADS}
    for row in labels.values():
        row[0] = row[-1] = MASKED
        row[3] = 1
    labels |= {
        name: np.array([MASKED, *[i % 2 for i in range(length - 2)], MASKED]) for name in ("tag", "dependency", "opens")
    }
    labels["head"] = np.array([MASKED, *[1] * (length - 2), MASKED])
    anchors = (Anchor(CUE, 3, 4, ((0, 1, 2), (1, 4, 6))), Anchor(TRIGGER, 5, 6, ((0, 2, 3),), 0, 1))
    return Window(
        np.arange(1000, 1000 + length), np.zeros(length, dtype=np.int64), labels, () if weak else anchors, weak
    )


def test_every_term_is_finite_and_moves_the_network():
    torch.manual_seed(1)
    network = Network()
    batch = [
        window(12),
        window(9),
        window(10, Weak((0, 3), negative=False, roles=((0, 1, 3),))),
        window(8, Weak(None, negative=True, roles=None)),
    ]
    terms = losses(network, batch)
    assert set(terms) == set(WEIGHTS)
    assert all(math.isfinite(float(t.detach())) for t in terms.values())
    torch.stack([WEIGHTS[k] * v for k, v in terms.items()]).sum().backward()
    assert network.encoder.features.grad is not None


def test_the_rate_rises_then_falls_to_its_floor():
    told = [rate(p / 100) for p in range(101)]
    assert max(told) == pytest.approx(1, abs=0.02)
    assert told[0] < 0.1
    assert told[100] == FLOOR


def test_rows_of_several_lengths_are_filled_up():
    assert padded([np.array([1, 2]), np.array([3])], -1).tolist() == [[1, 2], [3, -1]]
