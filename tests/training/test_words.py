"""The word heads learn what they are shown, and read a text as they were learned."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from onrecord.learned.labels import DEPENDENCIES, TAGS  # noqa: E402
from onrecord.training import words  # noqa: E402


def parsed(sentences: list[list[int]]) -> dict:
    """Sentences as heads within themselves; every root is a verb, all else a noun under it."""
    out: dict = {"tags": [], "deps": [], "heads": [], "sents": []}
    for heads in sentences:
        low = len(out["tags"])
        out["sents"].append(low)
        out["heads"] += [low + h for h in heads]
        out["tags"] += ["VBD" if h == i else "NN" for i, h in enumerate(heads)]
        out["deps"] += ["ROOT" if h == i else "nsubj" for i, h in enumerate(heads)]
    return out


def test_stretches_are_whole_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many sentences as fit are learned at once, and heads count from the stretch's own beginning."""
    monkeypatch.setattr(words, "TOGETHER", 5)
    one, two = words._stretches(parsed([[1, 1], [0, 0, 1], [1, 1, 1, 1]]), 100)
    assert (one.start, one.heads.tolist(), one.sentences.tolist()) == (100, [1, 1, 2, 2, 3], [0, 0, 1, 1, 1])
    assert (two.start, two.heads.tolist()) == (105, [1, 1, 1, 1])
    assert [TAGS[t] for t in two.tags] == ["NN", "VBD", "NN", "NN"]
    assert [DEPENDENCIES[d] for d in two.dependencies][1] == "ROOT"


def test_one_text_is_read_as_a_padded_row_was_learned() -> None:
    """What stands behind a short row does not change what is said of its words."""
    torch.manual_seed(1)
    heads = words.WordHeads().eval()
    seen = torch.randn(1, 4, words.SEEN)
    padded = torch.cat([seen, torch.randn(1, 9, words.SEEN)], dim=1)
    inside = (torch.arange(13) < 4).float()[None, :, None]
    with torch.inference_mode():
        alone, among = heads(seen), heads(padded, inside)
    for a, b in zip(alone[:-1], among[:-1], strict=True):
        assert torch.allclose(a, b[:, :4], atol=1e-5)


def test_the_heads_learn_a_pattern() -> None:
    """Words whose vectors tell verbs from nouns are tagged and hung on their verb after some steps."""
    chance = np.random.default_rng(1)
    parse = parsed([[1, 1, 1], [0, 0, 0, 0]] * 10)
    seen = chance.normal(size=(len(parse["tags"]), words.SEEN)).astype(np.float16)
    seen[:, 0] = [9 if t == "VBD" else -9 for t in parse["tags"]]
    stretches = words._stretches(parse, 0)
    given, inside, labels = words._batch(seen, stretches)
    torch.manual_seed(1)
    heads = words.WordHeads()
    optimizer = torch.optim.Adam(heads.parameters(), 1e-3)
    for _ in range(60):
        told = words._told(heads, given, inside, labels)
        loss = sum(torch.nn.functional.cross_entropy(v.flatten(0, 1), labels[k].flatten()) for k, v in told.items())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    right = words._measured(heads.eval(), seen, stretches)
    assert right.startswith("tags 100.0, heads 100.0"), right
