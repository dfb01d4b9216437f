"""Windows over word pieces, and offsets into texts that the tokenizer alters."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.learned.pieces import CONTEXT, LONGEST, cut, windows
from onrecord.learned.words import Words


@pytest.fixture
def tokenizer() -> Tokenizer:
    out = Tokenizer(
        models.WordPiece(
            {"[UNK]": 0, "cafe": 1, "said": 2, "the": 3, "wal": 4, "##mart": 5, "“": 6, "”": 7}, unk_token="[UNK]"
        )
    )
    out.normalizer = normalizers.BertNormalizer(lowercase=True)
    out.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return out


@given(st.lists(st.booleans(), max_size=1200))
def test_windows_cover_everything_in_order_and_overlap(opens):
    ranges = windows(np.array(opens, dtype=np.bool_))
    covered = np.zeros(len(opens), dtype=bool)
    for start, end in ranges:
        assert 0 < end - start <= LONGEST
        covered[start:end] = True
    assert covered.all()
    for (_, end), (start, _) in itertools.pairwise(ranges):
        assert end - CONTEXT <= start < end


def test_no_text_no_windows():
    assert windows(np.zeros(0, dtype=np.bool_)) == []


@pytest.mark.parametrize(
    "text", ["The café said", "the cafe\u0301 said", "🙂 the\u00a0café\u200b  said", "THE CAFÉ SAID"]
)
def test_offsets_are_code_points_of_the_unaltered_text(tokenizer, text):
    pieces = cut(tokenizer, text)
    words = [text[s:e].lower() for s, e in zip(pieces.starts, pieces.ends, strict=True)]
    assert words[-1] == "said"
    assert any(w.startswith("caf") for w in words)
    assert (pieces.ends > pieces.starts).all()


def test_spans_are_widened_to_whole_words(tokenizer):
    text = "Walmart said"
    pieces = cut(tokenizer, text)
    words = Words.of(text, pieces)
    assert words.span(1, 2).of(text) == "Walmart"
    assert words.span(0, 1).of(text) == "Walmart"


def test_a_content_that_all_but_fills_a_quotation_takes_it_whole(tokenizer):
    text = "the “the cafe said the cafe” said"
    words = Words.of(text, cut(tokenizer, text))
    assert [s.of(text) for s in words.contents([(2, 7)])] == ["“the cafe said the cafe”"]


def test_a_content_that_only_brushes_a_quotation_leaves_it_alone(tokenizer):
    text = "cafe said “the cafe the cafe the cafe the cafe” said"
    words = Words.of(text, cut(tokenizer, text))
    assert [s.of(text) for s in words.contents([(0, 3)])] == ["cafe said"]


def test_a_sentence_may_begin_after_its_end_or_a_line(tokenizer):
    pieces = cut(tokenizer, "the cafe. “The said” the\nthe")
    assert pieces.opens.tolist() == [True, False, False, True, False, False, False, False, True]
