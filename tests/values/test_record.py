"""A record that breaks the contract cannot be made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import BrokenRecord
from onrecord.values.record import (
    Actor,
    ArticleHead,
    Attribution,
    Disagreement,
    DisputedValue,
    Event,
    Factuality,
    Mention,
    Participant,
    Reader,
    Record,
    Source,
    Value,
    Words,
    findings,
    spans_of,
)
from onrecord.values.span import Span, hull

TEXT = "Ilves met Kallas for 20 minutes, an aide said."
ILVES = Actor("p1", "Ilves", "person", mentions=(Mention(0, 5, "name"),))
SAID = Attribution("a1", Source((Span(33, 40),)), Words((Span(41, 45),)), Words((Span(0, 31),)), "indirect")
MET = Event(
    "e1",
    Span(6, 9),
    "CONSULT",
    actors=(Participant("p1", 0, 5, by="a1"),),
    factuality=Factuality("happened", "a1"),
    fields={"duration": (Value("PT20M", 21, 31, by="a1"),)},
)
RECORD = Record(Reader("0"), ArticleHead("sha256:0", TEXT), attributions=(SAID,), actors=(ILVES,), events=(MET,))


def test_a_finding_shows_its_words() -> None:
    """`words` gives the evidence of any finding or value; `find` gives a finding by its id."""
    assert RECORD.words(MET) == "met"
    assert RECORD.words(MET.fields["duration"][0]) == "20 minutes"
    assert RECORD.words(SAID.source) == "an aide"
    assert RECORD.find("p1") is ILVES
    assert RECORD.find("p9") is None
    assert [one.id for one in findings(RECORD)] == ["a1", "p1", "e1"]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ({"events": (replace(MET, trigger=Span(6, 99)),)}, "outside the text"),
        ({"events": (replace(MET, trigger=Span(6, 6)),)}, "an empty one"),
        ({"events": (replace(MET, factuality=Factuality("happened", "a7")),)}, "no attribution"),
        ({"events": (replace(MET, fields={"duration": (Value("PT20M", 21, 31, by="a7"),)}),)}, "no attribution"),
        ({"events": (replace(MET, actors=(Participant("p7", 0, 5),)),)}, "no actor"),
        ({"events": (MET, MET)}, "ids repeat"),
        ({"actors": (replace(ILVES, mentions=()),)}, "no evidence"),
        ({"attributions": (replace(SAID, content=Words(())),)}, "no evidence"),
        ({"attributions": (replace(SAID, source=Source((), actor="p7")),)}, "none of this record"),
        (
            {
                "disagreements": (
                    Disagreement("d1", "e1", "duration", "conflict", (DisputedValue("PT20M", None, 21, 31),)),
                )
            },
            "fewer than two",
        ),
    ],
)
def test_what_breaks_the_contract_is_refused(broken: dict[str, object], says: str) -> None:
    """A value without evidence, an unknown `by`, a repeated id, a span outside the text: BrokenRecord says which."""
    with pytest.raises(BrokenRecord, match=says):
        replace(RECORD, **broken)


def test_a_span_is_half_open() -> None:
    """Spans that touch do not overlap; the hull holds both; trimming leaves the words."""
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert Span(0, 6).overlaps(Span(5, 9))
    assert hull([Span(5, 9), Span(0, 2)]) == Span(0, 9)
    assert Span(0, 9).holds(Span(0, 9))
    assert Span(0, 4).trimmed(" ab ") == Span(1, 3)
    assert Span(0, 2).trimmed("  ") == Span(0, 0)
    with pytest.raises(ValueError, match="no spans"):
        hull([])


def test_the_evidence_of_anything_is_its_spans() -> None:
    """`spans_of` knows where each kind of finding keeps its evidence."""
    assert spans_of(ILVES) == (Span(0, 5),)
    assert spans_of(SAID.cue) == (Span(41, 45),)
    assert spans_of("nothing") == ()


def test_a_notebook_shows_the_record_and_no_script_of_the_article() -> None:
    """The notation in a `pre`, escaped: an article cannot put a tag into somebody's notebook."""
    text = "<script>alert(1)</script> Ilves spoke."
    shown = Record(Reader("0"), ArticleHead("sha256:0", text))._repr_html_()
    assert shown.startswith("<pre>")
    assert "<script>" not in shown
