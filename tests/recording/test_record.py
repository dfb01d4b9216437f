"""The entry of the room: a record whatever the reading holds."""

from __future__ import annotations

from onrecord.recording import record as entry
from onrecord.recording.record import record
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Reading
from onrecord.values.record import Reader

READER = Reader("test")


def test_a_reading_without_layers_gives_the_article():
    """No layer at all: the record holds the text and its digest, and nothing else."""
    made = record(Reading(Article("Nothing happened.", key="k")), Settings(learned=False), READER)
    assert made.article.text == "Nothing happened."
    assert made.article.id.startswith("sha256:")
    assert (made.events, made.problems) == ((), ())


def test_an_empty_text_gives_a_record():
    """The empty text has a digest, too."""
    assert record(Reading(Article("")), Settings(learned=False), READER).events == ()


def test_a_part_that_breaks_becomes_a_problem(monkeypatch):
    """A fault in the events costs the events alone, and the record says so."""

    def broken(*_):
        message = "no parse"
        raise ValueError(message)

    monkeypatch.setattr(entry, "tellings", broken)
    made = record(Reading(Article("Text.", key="k")), Settings(learned=False), READER)
    assert [(p.stage, p.where) for p in made.problems] == [("events", "k")]
    assert "no parse" in made.problems[0].message
