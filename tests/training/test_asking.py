"""The role head as it is packed asks about the pieces near each anchor, and says of them what the head says that was learned."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from onrecord.learned.roles import distances, near  # noqa: E402
from onrecord.training.encoder import WIDTH, along  # noqa: E402
from onrecord.training.export import Asking  # noqa: E402
from onrecord.training.model import HIDDEN, RoleHead  # noqa: E402

PIECES = 60
ANCHORS = [(0, 3, 5), (1, 20, 21), (0, 58, 60)]  # kind, start, end


@pytest.fixture
def head() -> RoleHead:
    torch.manual_seed(1)
    return RoleHead().eval()


def asked(head: RoleHead, hidden: torch.Tensor, anchors: list[tuple[int, int, int]]) -> list[torch.Tensor]:
    """What the packed form says of each anchor: its stretch [pieces, 10]; the status of all comes last."""
    kinds, starts, ends = np.array(anchors).T
    found = near(kinds, starts, ends, np.zeros_like(starts), np.full_like(starts, PIECES))
    vectors = torch.stack([hidden[lo:hi].mean(0) for _, lo, hi in anchors])
    about = (torch.from_numpy(a) for a in (kinds, found.places, found.owners, found.distances))
    with torch.inference_mode():
        tags, status = Asking(head)(hidden, vectors, hidden[:1].expand(len(anchors), WIDTH), *about)
    return [
        *(tags[torch.from_numpy((found.owners == k) & (found.distances < 32))] for k in range(len(anchors))),
        status,
    ]


def test_a_window_that_is_all_near_is_judged_as_it_was_learned(head: RoleHead) -> None:
    """Both ends of the window are within the reach of each cue; a trigger's stretch ends before, where the head would look beyond."""
    hidden = torch.randn(PIECES, WIDTH)
    mean = torch.zeros(len(ANCHORS), PIECES)
    for k, (_, lo, hi) in enumerate(ANCHORS):
        mean[k, lo:hi] = 1 / (hi - lo)
    far = torch.from_numpy(np.stack([distances(PIECES, lo, hi) for _, lo, hi in ANCHORS]))
    with torch.inference_mode():
        tags, status = head(hidden[None], mean, far, torch.tensor([kind for kind, _, _ in ANCHORS]))
    one, two, three, told = asked(head, hidden, ANCHORS)
    assert torch.allclose(one, tags[0], atol=1e-5)
    assert torch.allclose(two[:50], tags[1, :50], atol=1e-5)
    assert torch.allclose(three, tags[2], atol=1e-5)
    assert torch.allclose(told, status, atol=1e-5)


def test_no_anchor_sees_what_is_asked_beside_it(head: RoleHead) -> None:
    """Alone or in a row with others, the same answers."""
    hidden = torch.randn(PIECES, WIDTH)
    *together, status = asked(head, hidden, ANCHORS)
    for k, anchor in enumerate(ANCHORS):
        alone, own = asked(head, hidden, [anchor])
        assert torch.allclose(alone, together[k], atol=1e-5)
        assert torch.allclose(own[0], status[k], atol=1e-5)


def test_sums_along_a_row_are_those_of_a_convolution() -> None:
    """Each unit by its own weights, nothing beyond the ends."""
    torch.manual_seed(2)
    layer = torch.nn.Conv1d(HIDDEN, HIDDEN, 7, padding=3, groups=HIDDEN)
    x = torch.randn(2, 11, HIDDEN)
    told = layer(x.transpose(1, 2)).transpose(1, 2)
    assert torch.allclose(along(x, layer.weight, layer.bias), told, atol=1e-5)
