"""Words and filters, the same in both databases."""

from __future__ import annotations

import pytest

from onrecord.errors import LedgerError
from samples import ALL, A


def keys(hits) -> set[str]:
    return {hit.report.key for hit in hits}


@pytest.mark.parametrize(
    ("query", "filters", "found"),
    [
        ("railway", {}, "abc"),
        ("railways commission", {}, "ac"),  # stems, and all words
        ('"railway line between"', {}, "ac"),
        ("rail*", {}, "abc"),
        ("railway -commission", {}, "b"),
        ("nowhere", {}, ""),
        ("presidents", {"type": "CONSULT"}, "ac"),
        ("", {"actor": "toom"}, "abc"),
        ("", {"actor": "Kask"}, ""),
        ("", {"place": "Riga", "claimant_form": "named_person"}, "b"),
        ("", {"claimant_form": "role_described"}, "ac"),
        ("", {"type": "CONSULT", "since": "2026-03-03"}, "c"),
        ("", {"type": "CONSULT", "until": "2026-03-02"}, "ab"),
        ("", {"until": "2026-03-02"}, "abd"),
        ("", {"type": "ASSAULT"}, ""),
        ("storm", {"as_of": "2026-02-01"}, ""),
        ('"unclosed AND (', {}, ""),
        ("'; DROP TABLE articles; --", {}, ""),
    ],
)
def test_search_finds(ledger, query, filters, found) -> None:
    """Words are stemmed and must all be there; filters hold for one event; a query can be anything."""
    ledger.add(ALL)
    assert keys(ledger.search(query, **filters)) == set(found)


def test_the_words_found_are_marked(ledger) -> None:
    """Marks are places in the snippet, a stretch of the text; the hit names its story and the events that met the filter."""
    ledger.add(ALL)
    hit = ledger.search("ambassador", type="CONSULT", limit=1)[0]
    assert {hit.snippet[start:end] for start, end in hit.marks} == {"ambassador"}
    assert hit.story == ledger.stories()[0].id
    assert [(one.type, one.actors, one.places) for one in hit.events] == [("CONSULT", ("Ilves", "Toom"), ("Riga",))]


def test_a_headline_weighs_more(ledger) -> None:
    """A report with the word in its headline comes before one that has it in its text."""
    ledger.add(ALL)
    assert ledger.search("trains")[0].report.key == "b"


def test_only_words_that_must_not_be_there_find_nothing(ledger) -> None:
    """A search of exclusions alone is refused in words."""
    ledger.add([A])
    with pytest.raises(LedgerError, match="a word that must be there"):
        ledger.search("-railway")


@pytest.mark.parametrize("query", ['"', '""', "...", "_", "'", "\U0001f600", "-"])
def test_marks_without_a_word_are_nothing_to_search_for(ledger, query) -> None:
    """They do not find every report, alone or beside a filter; a query that is empty or white space leaves the filter alone to say what is found."""
    ledger.add(ALL)
    for filters in ({}, {"type": "CONSULT"}):
        with pytest.raises(LedgerError, match="can be searched: give words"):
            ledger.search(query, **filters)
    assert keys(ledger.search(" ", type="CONSULT")) == set("abc")
