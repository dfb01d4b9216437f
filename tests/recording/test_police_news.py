"""Police news: what the police do is coded, what merely speaks of them is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.learned.packaged import present
from onrecord.pipeline import read_article
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.record import Record

BLOCKS = Path(__file__).with_name("police_sentences.txt").read_text(encoding="utf-8").split("\n\n")
NO_ACTION, ACTION = ([line for line in block.splitlines() if not line.startswith("#")] for block in BLOCKS)
DEEDS = ("COERCE", "ASSAULT", "MOBILIZE")
FORCE = ("police", "officer", "detective", "force", "sergeant", "constable", "superintendent", "chief")
ALLOWED = 0.03
CODED = 0.8


def acting(record: Record) -> bool:
    """Whether the police did something to somebody, or took up a position."""
    told = (p for e in record.events if e.type in DEEDS for p in e.actors)
    return any(word in record.words(p).casefold() for p in told for word in FORCE)


def test_rules_code_no_action_where_there_is_none(read):
    """Spokeswomen, anniversaries, figures, budgets, bands: by rules alone no sentence becomes an action of the police."""
    assert [s for s in NO_ACTION if any(e.type in DEEDS for e in read(s).record.events)] == []


def test_rules_code_most_actions(read):
    """Arrests, raids, tear gas, seizures: four of five sentences by rules alone."""
    coded = [s for s in ACTION if read(s).record.events]
    assert len(coded) >= CODED * len(ACTION)


@pytest.mark.skipif(not present(Settings().weights), reason="no weights at hand")
def test_the_network_adds_no_action():
    """With the network at most three in a hundred such sentences become an action of the police."""
    settings = Settings()
    wrong = [s for s in NO_ACTION if acting(read_article(Article(s, key="police", published="2026-03-04"), settings))]
    assert len(wrong) <= ALLOWED * len(NO_ACTION), wrong
