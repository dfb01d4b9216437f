"""The notation says all of a record, and nothing else; what is not in it is refused with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import BrokenRecord, NotationError
from onrecord.values import record as contract
from onrecord.values.expectation import check
from onrecord.values.notation import read, write
from onrecord.values.problem import Problem
from onrecord.values.record import (
    Actor,
    Anchor,
    ArticleHead,
    Attribution,
    Credit,
    Disagreement,
    DisputedValue,
    Event,
    Factuality,
    Furniture,
    Mention,
    Moment,
    Participant,
    Passage,
    Place,
    PlaceMention,
    Quantity,
    Reader,
    Record,
    Role,
    Source,
    Time,
    Value,
    Words,
)
from onrecord.values.span import Span
from onrecord.values.wire import dumps, loads

NOTE = """\
onrecord/1
reader 0.1.0

article "wire-17"
  headline 'Talks in Riga'
  published 2026-03-03 given
text
  | Talks in Riga
  |
  | Ilves and Toom met for 20 minutes, state radio reported. An aide said that he thought it was about half an hour.

CONSULT e1 'met' mode third-party ~0.9 [head]
  status happened by a1
  also 'Talks'
  who p1 'Ilves' by a1
  where l1 'Riga'
  duration exact PT20M '20 minutes' by a1
  duration about PT30M 'about half an hour' by a2

differ d1 e1 duration conflict
  PT20M '20 minutes' by a1
  PT30M 'about half an hour' by a2

says a1 indirect 'Ilves and Toom met for 20 minutes'
  source 'state radio' other_outlet
  cue 'reported'
says a2 indirect 'he thought it was about half an hour'
  source 'An aide' role_described
  cue 'said'
  hedge 'thought'

actor p1 "Ilves" person in EST GOV
  mentions name 'Ilves'

place l1 "Riga" city in LVA at 56.9 24.1 geonames 456172 ~0.97
  mentions literal 'Riga'
"""

# ------------------------------------------------------------------ every record, by property

LETTERS = st.text(
    st.one_of(st.sampled_from(" \n\t\"'\\…;|#@~[]/\r\u2028\u200d\ud800é🙂שא"), st.characters()), max_size=12
)
SAID = st.one_of(
    LETTERS,
    st.sampled_from(["none", "true", "by", "PT20M", "35", "exact", "e1", "-", "", "1e5", "a b", "who", "status", "of"]),
)
NUMBER = st.one_of(st.integers(-(10**6), 10**6), st.floats(allow_nan=False, allow_infinity=False))
SCALAR = st.one_of(SAID, NUMBER, st.booleans(), st.none())
SURE = st.floats(0, 1)


def maybe(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(st.none(), values)


def some(values: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(values, max_size=most).map(tuple)


def one_of(kind: object) -> st.SearchStrategy:
    return st.sampled_from(get_args(kind))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that keeps the contract."""
    text = draw(st.text(st.one_of(st.sampled_from("ab \n'\"…\\|"), st.characters()), min_size=1, max_size=150))
    stretch = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 100)).map(
        lambda p: Span(p[0], min(len(text), p[0] + p[1]))
    )
    ids = draw(st.lists(SAID, min_size=8, max_size=8, unique=True))
    a1, a2, p1, l1, t1, q1, e1, d1 = ids
    by = maybe(st.sampled_from([a1, a2]))
    rule, sure = {"found_by": draw(SAID)}, {"confidence": draw(SURE)}

    def span() -> Span:
        return draw(stretch)

    def at() -> dict[str, int]:
        return dict(zip(("start", "end"), span(), strict=True))

    def says(id: str) -> Attribution:
        source = Source(
            draw(some(stretch)),
            draw(maybe(st.just(p1))),
            draw(one_of(contract.SourceForm)),
            draw(one_of(contract.StatedTerms)),
            draw(maybe(stretch)),
            draw(some(st.just(p1))),
        )
        return Attribution(
            id, source, Words(draw(some(stretch))), Words((span(), *draw(some(stretch)))), draw(one_of(contract.Mode)), draw(one_of(contract.Polarity)),
            draw(maybe(stretch)), draw(by), **sure, **rule,
        )  # fmt: skip

    def party() -> Participant:
        return Participant(p1, **at(), by=draw(by), hedged=draw(st.booleans()))

    def value() -> Value:
        told = draw(st.one_of(SCALAR, st.just(None)))
        place = at()
        told = text[place["start"] : place["end"]] if draw(st.booleans()) else told
        return Value(
            told,
            **place,
            by=draw(by),
            low=draw(maybe(st.one_of(SAID, NUMBER))),
            high=draw(maybe(st.one_of(SAID, NUMBER))),
            bound=draw(maybe(one_of(contract.Bound))),
            of=draw(maybe(SAID)),
        )

    def moment() -> Moment:
        return draw(
            st.one_of(st.just(Moment()), st.builds(Moment, maybe(SAID), one_of(contract.Basis), maybe(stretch)))
        )

    def passage() -> Passage | None:
        return draw(
            maybe(st.builds(lambda words, s: Passage(words, *s), SAID, st.one_of(stretch, st.just(Span(0, 0)))))
        )

    def anchors(of: str) -> tuple[Anchor, ...]:
        return tuple(Anchor(draw(SAID), of, **at(), by=draw(by)) for _ in range(draw(st.integers(0, 2))))

    def disputed() -> DisputedValue:
        return DisputedValue(draw(SCALAR), draw(by), **at())

    head = ArticleHead(
        draw(SAID), text, draw(maybe(SAID)), draw(maybe(st.builds(Credit, SAID, maybe(stretch)))), None, passage(), passage(), None, passage(), draw(maybe(SAID)),
        draw(maybe(SAID)), moment(), moment(), draw(some(st.builds(lambda s, k: Furniture(*s, k), stretch, one_of(contract.FurnitureKind)))),
    )  # fmt: skip
    form = one_of(contract.MentionForm)
    actor = Actor(
        p1, draw(SAID), draw(one_of(contract.ActorKind)), tuple(Role(draw(SAID), draw(maybe(SAID)), **at()) for _ in range(draw(st.integers(0, 2)))),
        draw(maybe(SAID)), draw(some(SAID)), tuple(Mention(*span(), draw(form)) for _ in range(draw(st.integers(1, 3)))), **rule,
    )  # fmt: skip
    place = Place(
        l1, draw(SAID), draw(maybe(st.integers(0, 10**8))), draw(maybe(SAID)), draw(maybe(SAID)), draw(maybe(st.floats(-90, 90))), draw(maybe(st.floats(-180, 180))),
        draw(maybe(one_of(contract.Precision))), draw(SURE), tuple(PlaceMention(*span(), draw(one_of(contract.PlaceKind))) for _ in range(draw(st.integers(1, 3)))), **rule,
    )  # fmt: skip
    time = Time(
        t1,
        *span(),
        draw(one_of(contract.TimexType)),
        *(draw(v) for v in (SAID, maybe(SAID), maybe(SAID), maybe(SAID), maybe(SAID))),
        **sure,
        **rule,
    )
    quantity = Quantity(
        q1,
        *span(),
        draw(one_of(contract.Measure)),
        draw(maybe(NUMBER)),
        draw(maybe(NUMBER)),
        draw(one_of(contract.Bound)),
        draw(SAID),
        draw(maybe(SAID)),
        **rule,
    )
    event = Event(
        e1, span(), draw(one_of(contract.EventType)), draw(maybe(SAID)), draw(some(SAID)), draw(maybe(SAID)), (party(),), tuple(party() for _ in range(draw(st.integers(0, 2)))), (),
        anchors(t1), anchors(l1), Factuality(draw(one_of(contract.FactualityValue)), draw(by)), draw(st.booleans()),
        {name: tuple(value() for _ in range(draw(st.integers(0, 2)))) for name in draw(st.sets(SAID, max_size=3))}, draw(some(stretch)), **sure, **rule,
    )  # fmt: skip
    differ = Disagreement(d1, e1, draw(SAID), draw(one_of(contract.DisagreementKind)), (disputed(), disputed()))
    problems = draw(some(st.builds(Problem, SAID, SAID, SAID, SAID), 1))
    reader = Reader(draw(SAID), draw(maybe(SAID)), draw(maybe(SAID)))
    return Record(
        reader, head, (says(a1), says(a2)), (actor,), (place,), (time,), (quantity,), (event,), (differ,), problems
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(records())
def test_every_record_comes_back_from_its_notation_and_from_its_json(record: Record) -> None:
    """`read(write(record)) == record`, also with the text given beside; and through JSON as well."""
    assert read(write(record)) == record
    assert read(write(record, text=False), record.article.text) == record
    assert loads(dumps(record)) == record


# ------------------------------------------------------------------ as people write it


def test_the_notation_says_what_it_shows() -> None:
    """A record written by hand: ids, evidence by its words, who says it."""
    record = read(NOTE)
    event = record.events[0]
    assert [record.words(v) for v in event.fields["duration"]] == ["20 minutes", "about half an hour"]
    assert [(v.value, v.low, v.bound, v.by) for v in event.fields["duration"]] == [
        ("PT20M", "PT20M", "exact", "a1"),
        ("PT30M", "PT30M", "about", "a2"),
    ]
    assert event.where[0].value == "Riga"
    assert record.words(event.trigger) == "met"
    assert record.article.headline == Passage("Talks in Riga", 0, 13)
    assert record.attributions[1].hedge is not None
    assert record.words(record.attributions[1].hedge) == "thought"
    assert record.actors[0].sectors == ("GOV",)


def test_writing_gives_the_very_notation_that_people_wrote() -> None:
    """What is read is written the same, so a hand-written record can be compared line by line."""
    assert write(read(NOTE)) == NOTE


def test_evidence_is_the_nth_such_words_or_the_ends_of_a_long_stretch() -> None:
    """`'he'#2` is the second "he"; a long stretch is shown by its ends; an ellipsis of the text is escaped."""
    text = "he said he went … and " + "so on " * 20 + "until the end of it."
    head = "onrecord/1\narticle\n"
    record = read(head + "says a1 indirect 'he'#2 'he said he … end of it.' 'went \\… and'\n", text)
    assert record.attributions[0].content.spans == (Span(8, 10), Span(0, len(text)), Span(11, 21))
    assert read(write(record)) == record
    assert "'he'#2 'he said he went … end of it.' 'went \\… and'" in write(record)


def test_comments_and_windows_line_ends_do_no_harm() -> None:
    """`;` opens a comment anywhere but in quotes; lines may end in CR LF."""
    noted = NOTE.replace("status happened by a1", "status happened by a1 ; as the radio has it").replace("\n", "\r\n")
    assert read("; a record\n" + noted) == read(NOTE)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("CONSULT e1 'spoke'", "line 12: the text does not say 'spoke'"),
        ("CONSULT e1 'met'#2", "does not say 'met' 2 times"),
        ("CONSULT e1", "line 12: evidence is missing"),
        ('CONSULT e1 "met"', "evidence .* was expected"),
        ("MEETING e1 'met'", "line 12: 'MEETING' is no statement: there are reader"),
        ("CONSULT e1 'met' loudly", "line 12: 'loudly' has no place here"),
        ("CONSULT e1 'met", "Is a quotation mark left open"),
        ("CONSULT e1 'met' ~sure", "~sure is no confidence"),
    ],
)
def test_what_is_not_in_the_notation_is_refused_with_its_line(wrong: str, says: str) -> None:
    """NotationError names the line and what could stand there."""
    with pytest.raises(NotationError, match=says):
        read(NOTE.replace("CONSULT e1 'met' mode third-party ~0.9 [head]", wrong))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("  source 'state radio' radio", "'radio' is no form of a source: it can be own_observation"),
        ("  colour 'state radio'", "an attribution has no 'colour'"),
        ("  source 'state radio' other_outlet actor", "an id is missing"),
        ("  cue \\U00110000", "has no place|evidence"),
    ],
)
def test_a_wrong_part_is_refused_with_its_line(line: str, says: str) -> None:
    """Each part knows what may stand in it."""
    with pytest.raises(NotationError, match=says):
        read(NOTE.replace("  source 'state radio' other_outlet", line))


def test_a_notation_needs_a_text_and_its_records_keep_the_contract() -> None:
    """Without a text there is nothing to stand on; an unknown `by` is a broken record as everywhere."""
    with pytest.raises(NotationError, match="no text"):
        read("onrecord/1\narticle")
    with pytest.raises(NotationError, match="an indented line"):
        read("  who p1 'x'", "x")
    with pytest.raises(BrokenRecord):
        read(NOTE.replace("'Ilves' by a1", "'Ilves' by a9"))


def test_nothing_unseen_hides_in_a_notation() -> None:
    """Marks that turn the direction of writing, and other unseen ones, are written as escapes."""
    record = read("onrecord/1\narticle", text="a\u202eb\u200bc\u00a0d ")
    assert "\\u202e" in write(record)
    assert all(line.isprintable() for line in write(record).split("\n"))
    assert read(write(record)) == record


def test_many_like_words_are_still_told_apart() -> None:
    """Ten thousand equal words: evidence far down is given by its offsets, and found at once."""
    text = "a " * 10_000
    record = replace(read("onrecord/1\narticle", text=text), times=(Time("t1", 18_000, 18_001, "DATE", "X"),))
    assert "@18000-18001" in write(record, text=False)
    assert read(write(record, text=False), text) == record


def test_the_page_that_teaches_the_notation_is_true() -> None:
    """The record of docs/notation.md is written the same when it is read, and says what the page expects of it."""
    page = (Path(__file__).parents[2] / "docs" / "notation.md").read_text(encoding="utf-8")
    shown = page.split("```\n", 2)[1]
    record = read(shown)
    assert write(record) == shown
    expected = page.split('check(record, """')[1].split('""")')[0]
    with pytest.raises(AssertionError, match="when is nothing"):  # the page's first record tells no day
        check(record, expected)
    check(record, expected.replace("      when 2026-03-03\n", ""))
