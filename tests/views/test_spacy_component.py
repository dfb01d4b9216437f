"""onrecord in somebody's spaCy pipeline."""

from __future__ import annotations

import spacy

from onrecord.values.notation import read as noted
from onrecord.views import spacy_component


def test_a_document_carries_its_record(monkeypatch) -> None:
    """`nlp.add_pipe("onrecord")`: `doc._.onrecord` is the record of `doc.text`, read against what `doc.user_data` knows."""
    asked = {}

    def read(text, *, settings, **known):
        asked.update(known)
        return noted("onrecord/1\narticle\nCONSULT e1 'met'", text)

    monkeypatch.setattr("onrecord.api.read", read)
    nlp = spacy.blank("en")
    nlp.add_pipe("onrecord")
    doc = nlp.make_doc("Ilves met Toom 🙂.")
    doc.user_data["published"] = "2026-03-03"
    doc = nlp(doc)
    [event] = doc._.onrecord.events
    assert doc.char_span(*event.trigger).text == "met"
    assert asked["published"] == "2026-03-03"
    assert spacy_component.factory(nlp, "onrecord").name == "onrecord"
