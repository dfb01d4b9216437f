"""The role head learned alone: read from its graph as it is, asked where labels are, and better after some steps."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from onrecord.learned.labels import CUE, TOKEN_HEADS, TRIGGER, columns, width  # noqa: E402
from onrecord.learned.pieces import Pieces  # noqa: E402
from onrecord.training import asked  # noqa: E402
from onrecord.training.encoder import WIDTH  # noqa: E402
from onrecord.training.examples import Anchor, Document  # noqa: E402
from onrecord.training.export import ALL_PIECES, asking, quantised  # noqa: E402
from onrecord.training.model import RoleHead  # noqa: E402


def test_a_head_comes_back_from_its_graph(tmp_path) -> None:
    """What is packed again from what was unpacked is the same file: the rounded numbers stay, too."""
    torch.manual_seed(1)
    asking(RoleHead().eval(), tmp_path / "raw.onnx")
    quantised(tmp_path / "raw.onnx", tmp_path / "packed.onnx", ALL_PIECES)
    head = asked.unpacked(tmp_path / "packed.onnx")
    asking(head, tmp_path / "raw2.onnx")
    quantised(tmp_path / "raw2.onnx", tmp_path / "again.onnx", ALL_PIECES)
    again = asked.unpacked(tmp_path / "again.onnx").state_dict()
    for name, value in head.state_dict().items():
        assert torch.equal(value, again[name]), name


class Graphs:
    """Sees a cue at the third piece of every window, labelled or not."""

    def encode(self, ids, features):
        logits = np.zeros((len(ids), sum(width(kinds) for kinds in TOKEN_HEADS.values())), dtype=np.float32)
        logits[:, columns()["cue"].start] = 9
        logits[3, columns()["cue"].start + 1] = 18
        return np.ones((len(ids), WIDTH), dtype=np.float32), logits, None, None


def document(labels: dict[str, list[int]], anchors: tuple[Anchor, ...]) -> Document:
    at = np.arange(6)
    pieces = Pieces(at, at * 5, at * 5 + 4, at, np.ones(6, dtype=bool))
    painted = {head: np.array(values) for head, values in labels.items()}
    return Document("attribution", pieces, painted, anchors, None, ())


def test_asked_about_are_labelled_anchors_and_those_wrongly_found() -> None:
    """The one has its roles, the other none; where no set tells cues, none is wrong."""
    labelled = Anchor(CUE, 4, 5, ((0, 0, 2), (1, 5, 6)))
    (window,) = asked.seen(Graphs(), document({"cue": [0, 0, 0, 0, 1, 0]}, (labelled,)))
    (right, _), (wrong, name) = window.anchors
    assert (right.start, right.roles) == (5, ((0, 1, 3), (1, 6, 7)))  # in the window's own pieces, CLS first
    assert (wrong.start, wrong.roles, name) == (3, (), "cue roles")
    assert not list(asked.seen(Graphs(), document({}, ())))


def test_what_a_head_says_of_an_anchor_itself_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Roles are learned: who stands left of a trigger acts. Factuality and background are those of before."""
    monkeypatch.setattr(asked.time, "monotonic", itertools.count().__next__)  # a second a step
    torch.manual_seed(1)
    chance = np.random.default_rng(1)
    windows = []
    for _ in range(40):
        hidden = chance.normal(size=(12, WIDTH)).astype(np.float16)
        hidden[:, 0] = 0
        at = int(chance.integers(3, 9))
        hidden[at, 0] = 9
        windows.append(asked.Seen(hidden, ((Anchor(TRIGGER, at, at + 1, ((0, at - 1, at),)), "event roles"),)))
    head = RoleHead()
    before = {name: value.clone() for name, value in head.state_dict().items()}
    first = float(asked.term(head.eval(), windows).detach())
    assert asked._fitted(head, {"given": windows}, minutes=1, seed=1) == 59
    assert float(asked.term(head, windows).detach()) < first / 2
    for name, value in head.state_dict().items():
        assert name.startswith("status") == torch.equal(value, before[name]), name
