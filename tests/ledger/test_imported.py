"""Records from elsewhere: whatever characters their strings hold, the ledger can write them, and gives them back."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.keeping.keeper import Keeper
from onrecord.ledger.identity import article_json, escaped
from onrecord.settings import Settings
from onrecord.values.wire import dumps, loads, to_json
from samples import A

HOSTILE = "\ud800\x00\u202e\x9b"  # half a surrogate pair, NUL, an override of direction, a control of terminals
TEXT = ("article", "text")  # evidence lies in it: `test_adding` has a text of such characters


def strings(told: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the strings of plain data stand, and its names of fields."""
    if isinstance(told, str):
        yield path
    inside = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for name, one in inside:
        yield from strings(one, (*path, name))


def changed(told: Any, path: tuple[Any, ...], words: str) -> Any:
    made = copy.deepcopy(told)
    at = made
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] += words
    return made


def test_no_string_of_an_imported_record_keeps_it_from_being_written(ledger) -> None:
    """Each string of a record in turn, ids and codes too, and the name of a field: the contract refuses it in words, or it is kept, whole, and
    the ledger checks clean."""
    plain = to_json(ledger.read(A, Settings()))
    tries = [changed(plain, path, HOSTILE) for path in strings(plain) if path != TEXT]
    renamed = copy.deepcopy(plain)
    fields = renamed["events"][0]["fields"]
    for end in (HOSTILE, "\ud801", "\\ud801"):  # names that a mark for what is awkward, or its escape, would make one
        fields[f"duration{end}"] = fields["duration"]
    tries.append(renamed)
    records, pairs = [], []
    for number, one in enumerate(tries):
        line = json.dumps(one)
        try:
            records.append(loads(line))
        except OnrecordError:
            continue
        pairs.append((article_json(replace(A, key=f"k{number}")), line))
    Keeper(ledger)(pairs)
    ledger.settle()
    assert len(records) > 20
    given = {report.id: ledger.record(report.id) for story in ledger.stories() for report in story.reports}
    assert sorted(map(repr, given.values())) == sorted(map(repr, records))
    assert ledger.check() == []


def test_a_record_that_is_added_alone_can_be_written_whatever_it_says_of_its_article(ledger) -> None:
    """Hostile strings in a record's article: its key, outlet, days and text make the article that is kept with it."""
    plain = to_json(ledger.read(A, Settings()))
    records = []
    for path in strings(plain["article"]):
        try:
            records.append(loads(json.dumps(changed(plain, ("article", *path), HOSTILE))))
        except OnrecordError:
            continue
    assert len(records) > 5
    added = ledger.add(records)
    kept = {dumps(ledger.record(one.report)) for one in added if one.how != "there"}
    assert kept <= set(map(dumps, records))
    assert {one.how for one in ledger.add(records)} == {"there"}
    assert ledger.check() == []


def test_names_that_differ_stay_apart_when_they_are_escaped() -> None:
    """A half surrogate pair and the six letters that stand for it are two names; so is all that can be made of them and of backslashes."""
    letters = ("\\", "u0000", "\\u0000", "\x00", "\ud800", "\\ud800", "a")
    every = {"".join(some) for length in range(5) for some in product(letters, repeat=length)}
    assert len({escaped(one) for one in every}) == len(every)
    assert escaped("a\\b, C:\\users") == "a\\b, C:\\users"
