"""What the desk keeps so that it need not compare anew: bounded, and gone when the ledger is another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from speed import one_sentence

from onrecord.keeping.ledger import Ledger
from onrecord.settings import Settings
from onrecord.views.web.bounded import Bounded, memory
from onrecord.views.web.options import Options
from onrecord.views.web.pages.pictures import newest, of_ledger
from onrecord.views.web.shelf import Shelf
from onrecord.views.web.site import site


@dataclass(frozen=True, slots=True)
class Thing:
    words: tuple[str, ...]
    other: object = None


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of three stories."""
    ticks = itertools.count()
    texts = (
        "Toom and Rebane met in Riga on Monday for 20 minutes, an official said. The harbour railway was on the table, and lunch was fish.",
        "Kask and Ilves met in Narva on Friday for 50 minutes, the ministry said. Ice broke the border bridge, and nobody crossed for a week.",
        "Saar and Oja met in Tartu on Sunday for 35 minutes, an official said. Pupils sang for the seed bank, which had burned in autumn.",
    )
    with Ledger(tmp_path / "three.db", clock=lambda: f"2026-03-05T10:00:00.{next(ticks):06}Z", settings=Settings(learned=False), read=one_sentence()) as made:  # fmt: skip
        made.add([{"text": text, "published": f"2026-0{at + 1}-11"} for at, text in enumerate(texts)])
        yield made


def test_what_was_asked_for_longest_ago_goes_first_by_number() -> None:
    """Three are kept at most; a look at one makes it young again."""
    kept = Bounded(3, 1000)
    for name in "abc":
        kept.put(name, name.upper(), 1)
    assert kept.get("a") == "A"
    kept.put("d", "D", 1)
    assert [kept.get(name) for name in "abcd"] == ["A", None, "C", "D"]


def test_what_is_kept_is_bounded_in_bytes() -> None:
    """A large thing makes several small ones go; the newest stays even where it is larger than all that may be kept."""
    kept = Bounded(100, 10)
    for name in "abc":
        kept.put(name, name, 3)
    kept.put("large", "L", 6)
    assert [kept.get(name) for name in ("a", "b", "c", "large")] == [None, None, "c", "L"]
    assert kept.held == 9
    kept.put("larger", "M", 50)
    assert (len(kept), kept.held, kept.get("larger")) == (1, 50, "M")
    kept.put("larger", "N", 4)
    assert (kept.held, kept.get("larger")) == (4, "N")


def test_memory_counts_what_a_value_is_made_of_once() -> None:
    """The words of a dataclass inside a mapping inside a list count, and a thing that stands there twice counts once."""
    long = "x" * 10_000
    one = Thing((long,))
    assert 10_000 < memory([{"a": one}]) < 11_500
    assert memory([one, one, Thing((long,), one)]) < 11_500


def test_what_is_made_of_the_whole_ledger_goes_when_it_changes(three: Ledger) -> None:
    """After a judgement the lists of before are let go, and are not taken in where their making ends too late; comparisons stay."""
    shelf = Shelf(three)
    first, second = shelf.stories()[:2]
    before = shelf.state()
    shelf.kept(("meetings", before), lambda: "of before")
    told = shelf.of(first)
    three.merge("story", second.id, shelf.stories()[2].id, author="Ada", why="they tell of one happening")
    after = shelf.state()
    assert after != before
    assert shelf.kept(("meetings", before), lambda: "made anew") == "made anew"
    assert shelf.kept(("meetings", before), lambda: "and again") == "and again"
    assert shelf.kept(("meetings", after), lambda: "now") == "now"
    assert shelf.kept(("meetings", after), lambda: "not made") == "now"
    assert shelf.told(first.id) is told


def test_what_a_picture_of_the_ledger_is_made_of_is_not_counted_again(three: Ledger) -> None:
    """It is the comparisons that are kept: their bytes are known."""
    desk = site(three, Options())
    told = [desk.shelf.of(one) for one in desk.shelf.stories()]
    assert newest(desk)[1:] == (0, sum(memory(one) for one in told))
    of_ledger(desk, "meetings")
    material = ("material", desk.shelf.state())
    assert desk.shelf.kept(material, lambda: "made anew")[0].stories == tuple(one.story for one in told)
    assert desk.shelf._kept.size_of(material) == newest(desk)[2] > 10_000


def test_a_look_that_began_before_the_change_does_not_bring_the_old_state_back(three: Ledger) -> None:
    """Of two that look at once, one may see the ledger before a change and tell of it after the other: what is kept of now stays."""
    shelf = Shelf(three)
    shelf.state()
    slow = three.reading

    def change_meanwhile() -> object:
        three.reading = slow  # type: ignore[method-assign]
        opened = slow()
        connection = opened.__enter__()
        connection.exec_driver_sql(
            "SELECT count(*) FROM judgements"
        )  # from here on this look sees the ledger as it was
        first, second = three.stories()[:2]
        three.merge("story", first.id, second.id, author="Ada", why="they tell of one happening")
        now.append(shelf.state())
        shelf.kept(("meetings", now[0]), lambda: "now")

        class Held:
            def __enter__(self) -> object:
                return connection

            def __exit__(self, *why: object) -> None:
                opened.__exit__(*why)

        return Held()

    now: list[str] = []
    three.reading = change_meanwhile  # type: ignore[method-assign, assignment]
    assert shelf.state() != now[0]
    assert shelf.kept(("meetings", now[0]), lambda: "not made") == "now"
    assert shelf.state() == now[0]
