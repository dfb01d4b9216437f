"""Attention heads are taken out by what they send on, and what is left is taught by the whole."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from onrecord.training import distilling  # noqa: E402
from onrecord.training.encoder import BASE_HEADS, HEAD, HEADS  # noqa: E402
from onrecord.training.examples import Window  # noqa: E402
from onrecord.training.model import Network  # noqa: E402

IDS = np.arange(1000, 1020)
SEEN = Window(IDS, np.zeros(20, dtype=np.int64), {}, (), None)


def silenced() -> Network:
    """A wide network of which every second head sends nothing on."""
    torch.manual_seed(1)
    wide = Network(0.0).eval()
    with torch.no_grad():
        for layer in wide.encoder.layers:
            for head in range(0, BASE_HEADS, 2):
                layer.out.weight[:, head * HEAD : (head + 1) * HEAD] = 0
    return wide


def test_heads_that_send_nothing_on_are_the_first_to_go():
    """With half of the heads silenced, the narrow network says exactly what the wide one said."""
    wide = silenced()
    narrow = Network.of(distilling.narrowed(wide.state_dict(), [SEEN]))
    assert {layer.heads for layer in narrow.encoder.layers} == {HEADS}
    given = torch.from_numpy(IDS)[None], torch.zeros(1, 20, dtype=torch.long)
    with torch.inference_mode():
        assert torch.allclose(wide(*given)[1], narrow(*given)[1], atol=1e-4)


def test_a_network_that_sees_as_its_teacher_has_nothing_to_learn():
    """Every term of the loss is nothing between a network and itself, and something between two."""
    wide = silenced()
    same, other = Network.of(wide.state_dict()), Network(0.0).eval()
    for network, alike in ((same, True), (other, False)):
        terms = distilling._terms(network, wide, [SEEN, SEEN], distilling._taps(network), distilling._taps(wide))
        assert {"vectors", "tokens"} <= set(terms)
        assert all((float(term.detach()) < 1e-5) == alike for term in terms.values())
