"""Labelled texts become windows: spans are painted where they stand, and what no set says stays masked."""

import random

import numpy as np
import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

pytest.importorskip("torch")

from onrecord.learned.labels import EVENT_TYPES
from onrecord.training.corpus import Text
from onrecord.training.examples import MASKED, documents, windows

WORDS = ["[UNK]", "police", "said", "rebels", "shelled", "kobani", ".", ","]


@pytest.fixture
def tokenizer() -> Tokenizer:
    out = Tokenizer(models.WordPiece({w: i for i, w in enumerate(WORDS)}, unk_token="[UNK]"))
    out.normalizer = normalizers.BertNormalizer(lowercase=True)
    out.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return out


TEXT = "Police said rebels shelled Kobani. Police said."
SENTENCE = {
    "start": 0,
    "end": 34,
    "events": [
        {
            "trigger": [19, 26],
            "type": "ASSAULT",
            "actors": [[12, 18]],
            "recipients": [[27, 33]],
            "factuality": "happened",
            "background": False,
        }
    ],
}


def test_an_attribution_is_painted_and_asked_by_its_cue(tokenizer):
    gold = [{"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 33]]}]
    (made,) = documents(tokenizer, Text("k", TEXT, {"polnear_train"}, attributions=gold))
    assert made.labels["content"].tolist() == [0, 0, 1, 2, 2, 0, 0, 0, 0]
    (anchor,) = made.anchors
    assert (anchor.start, anchor.end, set(anchor.roles)) == (1, 2, {(0, 0, 1), (1, 2, 5)})


def test_triggers_are_masked_outside_the_sentences_that_were_read(tokenizer):
    (made,) = documents(tokenizer, Text("k", TEXT, {"real_events_a"}, sentences=[SENTENCE]))
    trigger = 1 + 2 * EVENT_TYPES.index("ASSAULT")
    assert made.labels["trigger"].tolist() == [0, 0, 0, trigger, 0, 0, MASKED, MASKED, MASKED]
    assert "cue" not in made.labels


def test_a_window_moves_its_anchors_by_the_special_piece(tokenizer):
    (made,) = documents(tokenizer, Text("k", TEXT, {"real_events_a"}, sentences=[SENTENCE]))
    (window,) = windows(made, random.Random(1))
    (anchor,) = window.anchors
    assert window.ids[anchor.start] == WORDS.index("shelled")
    assert len(window.ids) == len(window.features) == len(window.labels["trigger"])


def test_windows_of_a_long_text_hold_every_cue(tokenizer):
    text = TEXT * 60
    n = len(TEXT)
    gold = [
        {"source": [[i * n, i * n + 6]], "cue": [[i * n + 7, i * n + 11]], "content": [[i * n + 12, i * n + 33]]}
        for i in range(60)
    ]
    (made,) = documents(tokenizer, Text("k", text, {"polnear_train"}, attributions=gold))
    cut = windows(made, random.Random(2))
    assert sum(len(w.anchors) for w in cut) >= 60
    assert max(len(w.ids) for w in cut) <= 256
    assert all(np.array_equal(w.labels["cue"] >= 0, np.arange(len(w.ids)) % (len(w.ids) - 1) > 0) for w in cut)
