"""What is left out for its confidence takes with it what hangs on it, and turns no account's word into the article's own."""

from __future__ import annotations

from dataclasses import replace

from onrecord.api import read
from onrecord.recording.sure import sure
from onrecord.settings import Settings
from onrecord.values.record import Record

TEXT = (
    "RIGA - Police killed two men in Riga on Monday, the mayor said. Witnesses said that police killed five men in Riga on Monday.\n\n"
    "President Bill Fallon visited Estonia in March."
)


def record() -> Record:
    return read(TEXT, published="2026-03-12", settings=Settings(learned=False))


def test_what_an_account_says_goes_with_it() -> None:
    """Without the accounts nothing is told that they told, and no event says that the article asserts it."""
    whole = record()
    assert whole.attributions
    doubtful = replace(
        whole,
        attributions=tuple(replace(a, confidence=0.1) for a in whole.attributions),
        events=tuple(replace(e, confidence=0.9) for e in whole.events),
    )
    left = sure(doubtful, 0.5)
    assert left.attributions == ()
    was = {(e.id, p.start, p.end, p.by) for e in whole.events for p in (*e.actors, *e.recipients)}
    now = {(e.id, p.start, p.end, p.by) for e in left.events for p in (*e.actors, *e.recipients)}
    assert now <= {one for one in was if one[3] is None}
    assert all(e.factuality.by is None for e in left.events)


def test_nothing_is_left_out_where_nothing_is_asked() -> None:
    """The record is the very same."""
    whole = record()
    assert sure(whole, 0.0) is whole


def test_a_first_name_is_no_context() -> None:
    """ "Bill" makes a visit no matter of legislation."""
    contexts = {c for e in record().events if e.trigger.of(TEXT) == "visited" for c in e.contexts}
    assert "legislative" not in contexts
