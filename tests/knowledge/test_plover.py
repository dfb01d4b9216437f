"""The codebook's tables hold together."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from onrecord.knowledge.plover import MODES, cameo, is_mode
from onrecord.knowledge.triggers import NOUNS, VERBS, senses
from onrecord.values.record import EventType


def test_every_type_has_its_modes_and_a_code():
    """All sixteen types are there, and each type and mode has a CAMEO code of digits."""
    assert set(MODES) == set(get_args(EventType))
    assert all(cameo(kind, mode).isdecimal() for kind, modes in MODES.items() for mode in (None, *modes))


def test_every_trigger_is_of_a_known_mode():
    """The lexicon names no mode that the codebook does not know, and every code is of digits."""
    every = [s for table in (VERBS, NOUNS) for options in table.values() for s in options]
    assert [s for s in every if not is_mode(s.kind, s.mode) or not s.cameo.isdecimal()] == []


def test_the_general_sense_stands_last():
    """A sense without needs hides those after it, so none follows it."""
    hidden = [w for t in (VERBS, NOUNS) for w, options in t.items() if any(not s.needs for s in options[:-1])]
    assert hidden == []


def test_a_word_that_names_no_event_has_no_sense():
    """Only verbs and nouns of the lexicon name events."""
    assert senses("table", "NOUN") == () == senses("attack", "ADJ")


def test_the_codebook_says_what_each_type_is():
    """The table of types in docs/codebook/events.md has a row for each type: its CAMEO roots, and words for what it is."""
    page = Path(__file__).parents[2] / "docs" / "codebook" / "events.md"
    table = page.read_text("utf-8").partition("| type | CAMEO | is | is not |\n")[2].partition("\n\n")[0]
    rows = {r[1].strip(): (r[2], r[3]) for r in (line.split("|") for line in table.splitlines()[1:])}
    assert set(rows) == set(get_args(EventType))
    assert all(re.search(r"\b\d\d\b", code) and re.search("[a-z]{4}", says) for code, says in rows.values())
