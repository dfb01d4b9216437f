"""Units of the feed-forward nets are taken out by what they send on."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from onrecord.training.encoder import BASE_INNER  # noqa: E402
from onrecord.training.examples import Window  # noqa: E402
from onrecord.training.model import Network  # noqa: E402
from onrecord.training.slimming import slim  # noqa: E402


def test_units_that_send_nothing_on_are_the_first_to_go():
    """With half of the units silenced, the slimmed network says exactly what the wide one said."""
    torch.manual_seed(1)
    wide = Network(0.0, inner=BASE_INNER).eval()
    with torch.no_grad():
        for layer in wide.encoder.layers:
            layer.down.weight[:, ::2] = 0
    ids = np.arange(1000, 1020)
    window = Window(ids, np.zeros(20, dtype=np.int64), {}, (), None)
    narrow = Network(0.0).eval()
    narrow.load_state_dict(slim(wide.state_dict(), [window], BASE_INNER // 2))
    given = torch.from_numpy(ids)[None], torch.zeros(1, 20, dtype=torch.long)
    with torch.inference_mode():
        assert torch.allclose(wide(*given)[1], narrow(*given)[1], atol=1e-4)
