"""The bundled reports: made up by us, one meeting by five outlets, and the main one holds the disagreement that the demo shows."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.errors import SourceError
from onrecord.samples.reader import MAIN, SAMPLES, sample, samples
from onrecord.values.expectation import check


def test_each_sample_is_a_short_report_with_its_outlet() -> None:
    """Between 100 and 250 words; a wrong name lists the right ones."""
    assert [one.key for one in samples()] == list(SAMPLES)
    for article in samples():
        assert 95 <= len(article.text.split()) <= 250, article.key
        assert article.outlet
    with pytest.raises(SourceError, match="there are courier, wire"):
        sample("gazette")


def test_one_of_them_is_a_copy_of_the_wire() -> None:
    """The Herald prints the agency's sentences under its own headline."""
    wire, herald = sample("wire"), sample("herald")
    shared = [line for line in wire.text.split("\n\n") if line in herald.text]
    assert len(shared) == 2
    assert "(Atlantic Wire)" in herald.text
    assert wire.text.split("\n")[0] not in herald.text


def test_the_demo_shows_who_met_and_where_the_accounts_differ() -> None:
    """Read for real: the meeting, both durations with their claimants, and the one disagreement about them."""
    article = sample(MAIN)
    record = onrecord.read(article.text, key=article.key, outlet=article.outlet)
    check(
        record,
        """
        CONSULT 'met'
          who 'Solheim' 'Ofori'
          when 2026-03-03
          where Lisbon
          duration PT20M by 'Portuguese state television'
          duration about PT35M by 'Norwegian official'
        says 'official' anonymity_requested '35 minutes'
        differ duration conflict PT20M 'television' / PT35M 'official'
        """,
    )
    assert record.article.published.value == "2026-03-04T08:15"
    assert {one.kind for one in record.article.furniture} >= {"title_repeat", "timestamp"}
