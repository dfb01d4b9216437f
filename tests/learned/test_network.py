"""The whole of `learned`, over graphs written by hand, and once over the packaged weights where they are."""

import tracemalloc

import numpy as np
import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.errors import WeightsError
from onrecord.learned.findings import Findings
from onrecord.learned.labels import CUE, EVENT_TYPES, columns
from onrecord.learned.network import Network, scan
from onrecord.learned.pieces import CLS
from onrecord.learned.roles import AFTER, BUCKETS
from onrecord.values.span import Span

WORDS = ["[UNK]", "police", "said", "rebels", "shelled", "kobani", ".", ","]


class Lexicon:
    """Graphs that know five words: `said` is a cue, `shelled` an ASSAULT; what stands left of an anchor acts, what stands right is told."""

    def encode(self, ids, features):
        logits = np.zeros((len(ids), 71), dtype=np.float32)
        at = columns()
        for head in at.values():
            logits[:, head.start] = 8
        logits[ids == WORDS.index("said"), at["cue"].start + 1] = 16
        logits[ids == WORDS.index("shelled"), at["trigger"].start + 1 + 2 * EVENT_TYPES.index("ASSAULT")] = 16
        logits[ids == WORDS.index("kobani"), at["toponym"].start + 1] = 16
        vectors = np.repeat(ids[:, None], 2, axis=1).astype(np.float32)
        return vectors, logits, vectors, vectors

    def roles(self, hidden, anchors, firsts, kinds, asked):
        assert (anchors[:, 0] == hidden[[r[0] for r in self.anchors(kinds, asked)], 0]).all()
        assert (firsts[:, 0] == CLS).all()
        tags = np.zeros((len(asked.places), 10), dtype=np.float32)
        tags[:, [0, 5]] = 4
        far = asked.distances
        tags[far == 1, 1] = tags[far == 1, 6] = tags[far == 17, 3] = tags[far == 17, 8] = tags[
            (far > 17) & (far < BUCKETS), 4
        ] = 9
        status = np.zeros((len(kinds), 8), dtype=np.float32)
        status[:, 1] = status[:, 7] = 3
        return tags, status

    def anchors(self, kinds, asked):
        """The rows of each anchor."""
        return [asked.places[(asked.owners == k) & (asked.distances == 0)] for k in range(len(kinds))]


@pytest.fixture
def network() -> Network:
    tokenizer = Tokenizer(models.WordPiece({w: i for i, w in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return Network(Lexicon(), tokenizer)


def test_a_cue_is_asked_for_its_source_and_content(network):
    text = "Police said rebels shelled Kobani"
    (one,) = network.read(text).attributions
    assert [s.of(text) for s in (*one.source, *one.cue, *one.content)] == ["Police", "said", "rebels shelled Kobani"]
    assert 0.9 < one.score <= 1


def test_a_trigger_is_asked_for_its_parties_and_standing(network):
    text = "Rebels shelled Kobani."
    (one,) = network.read(text).events
    assert (one.type, one.trigger, one.factuality, one.background) == ("ASSAULT", Span(7, 14), "denied", True)
    assert [a.span.of(text) for a in (*one.actors, *one.recipients)] == ["Rebels", "Kobani"]


def test_places_are_found_in_every_window_of_a_long_text(network):
    text = "Police said. " * 300 + "Kobani. " + "Police. " * 300
    (place,) = network.read(text).toponyms
    assert (place.span.of(text), place.kind) == ("Kobani", "literal")
    assert len(network.read(text).attributions) == 300


def test_each_role_is_put_where_it_stands_in_whatever_window(network):
    """A source and a content beside each of many cues: none slips by a piece, in the first window or in a later one."""
    text = "Police said rebels. " * 200
    found = network.read(text).attributions
    assert len(found) == 200
    for number, one in enumerate(found):
        at = 20 * number
        assert (one.source, one.cue) == ((Span(at, at + 6),), (Span(at + 7, at + 11),))
        assert one.content[0].start == at + 12


def test_the_vectors_of_a_long_text_are_held_once(network):
    """While it is read, too: of the longest text they are a gigabyte."""

    class Wide(Lexicon):
        def encode(self, ids, features):
            vectors, logits, low, middle = super().encode(ids, features)
            return vectors.repeat(192, axis=1), logits, low.repeat(192, axis=1), middle.repeat(192, axis=1)

    pieces = network.scan("Police said rebels. " * 1000).pieces
    tracemalloc.start()
    seen = scan(Wide(), pieces)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1.5 * (seen.hidden.nbytes + seen.low.nbytes + seen.middle.nbytes)


def test_what_stands_far_from_a_cue_is_not_asked_about(network):
    """A content goes on as far as the head is asked, and no further."""
    text = "Police said " + "rebels , " * 70
    (one,) = network.read(text).attributions
    assert one.content[-1].end == len("Police said " + "rebels , " * (int(AFTER[CUE]) // 2)) - 1


def test_no_text_no_findings(network):
    assert network.read("") == network.read(" \n\t ") == Findings()


def test_the_same_text_gives_the_same_findings(network):
    text = "Police said, rebels shelled Kobani. " * 40
    assert network.read(text) == network.read(text)


def test_missing_weights_name_the_remedy(tmp_path):
    assert not Network.available(tmp_path)
    with pytest.raises(WeightsError, match="python -m onrecord"):
        Network.load(tmp_path)


@pytest.mark.skipif(not Network.available(), reason="no packaged weights")
def test_the_packaged_network_reads_a_quotation():
    text = "“We will not leave,” Maria Lopez told reporters in Paris on Monday. 🙂\n\nPolice arrested 12 protesters, the ministry said."
    found = Network.load().read(text)
    first = found.attributions[0]
    assert [s.of(text) for s in first.source] == ["Maria Lopez"]
    assert first.cue[0].of(text).startswith("told")
    assert any(e.type == "COERCE" and e.trigger.of(text) == "arrested" for e in found.events)
    assert any(t.span.of(text) == "Paris" for t in found.toponyms)
    assert any("Monday" in t.span.of(text) for t in found.timexes)
    assert found == Network.load().read(text)


@pytest.mark.skipif(not Network.available(), reason="no packaged weights")
@pytest.mark.parametrize(
    "text", ["", "\n", "“", '"' * 999, "a" * 5000, "é\u0301🙂" * 400, "\x92\ufeff\u200b said\u2028He"]
)
def test_the_packaged_network_reads_anything(text):
    found = Network.load().read(text)
    for finding in (*found.names, *found.timexes, *found.toponyms):
        assert 0 <= finding.start < finding.end <= len(text)
