"""What people are shown: the important first, each value with who says it, disagreements before all."""

from __future__ import annotations

from onrecord.values.notation import read
from onrecord.values.record import ArticleHead, Reader, Record
from onrecord.values.span import Span
from onrecord.views.present.marks import marks, pieces
from onrecord.views.present.sentences import sentence
from onrecord.views.present.sheet import sheet
from onrecord.views.present.wording import clipped, event_name, listed

NOTE = """
onrecord/1
article "k"
  outlet "Baltic Wire"
  headline 'Talks in Riga'
  published 2026-03-03T10:00 given
text
  | Talks in Riga
  |
  | Ilves and Toom met for 20 minutes, state radio reported. A Livonian official, who asked not to be named, said it was about half an hour. Last year protesters marched.

PROTEST e2 'marched' background
  who p3 'protesters'
CONSULT e1 'met' mode third-party
  also 'Talks'
  who p1 'Ilves'
  who p2 'Toom'
  who p1 'Ilves' by a1
  where l1 'Riga'
  duration exact PT20M '20 minutes' by a1
  duration about PT30M 'about half an hour' by a2
differ d1 e1 duration conflict
  PT20M '20 minutes' by a1
  PT30M 'about half an hour' by a2
differ d2 e1 where detail
  'Riga'
  "Riga castle" 'Riga' by a1
says a1 indirect 'Ilves and Toom met for 20 minutes'
  source 'state radio' other_outlet
  cue 'reported'
says a2 indirect 'it was about half an hour'
  source 'A Livonian official' role_described terms anonymity_requested 'asked not to be named'
  cue 'said'
actor p1 "Anna Ilves" person
  mentions name 'Ilves'
actor p2 "Karl Toom" person
  mentions name 'Toom'
actor p3 "protesters" group
  mentions description 'protesters'
place l1 "Riga" city in LVA
  mentions literal 'Riga'
problem times "k" "no day" "Give --published."
"""
RECORD = read(NOTE)


def test_the_sheet_tells_the_news_before_the_background() -> None:
    """Background is kept apart; the head says who published it and when."""
    told = sheet(RECORD)
    assert (told.title, told.credit, told.dates) == ("Talks in Riga", "Baltic Wire", "published 2026-03-03 10:00")
    assert [one.id for one in told.happenings] == ["e1"]
    assert [one.id for one in told.background] == ["e2"]
    assert told.happenings[0].title == "Anna Ilves and Karl Toom"
    assert told.happenings[0].name == "Meeting"
    assert len(told.problems) == 1


def test_each_value_is_told_with_who_says_it() -> None:
    """A value that the report asserts as well says so (`also`); one that a source alone asserts names the source and its terms."""
    rows = {row.name: row.told for row in sheet(RECORD).happenings[0].rows}
    assert [(t.words, t.also, [v.name for v in t.voices]) for t in rows["who"]] == [
        ("Anna Ilves", True, ["state radio"]),
        ("Karl Toom", True, []),
    ]
    assert [(t.words, t.also, [v.label for v in t.voices]) for t in rows["lasted"]] == [
        ("20 minutes", False, ["state radio"]),
        ("about half an hour", False, ["a Livonian official (unnamed, asked not to be named)"]),
    ]
    assert rows["where"][0].words == "Riga, LVA"


def test_differences_that_cannot_both_be_true_stand_first() -> None:
    """Conflict and denial are serious; each side comes with its sentence."""
    serious, looser = sheet(RECORD).differences
    assert (serious.serious, looser.serious) == (True, False)
    assert [side.words for side in serious.sides] == ["20 minutes", "about half an hour"]
    assert (
        serious.sides[0].sentence.of(RECORD.article.text) == "Ilves and Toom met for 20 minutes, state radio reported."
    )


def test_an_empty_text_has_a_sheet_too() -> None:
    """Nothing found is no fault."""
    told = sheet(Record(Reader("0"), ArticleHead("sha256:0", "")))
    assert (told.title, told.happenings, told.dates) == ("", (), "date not known")


def test_a_sentence_ends_where_people_end_it() -> None:
    """Not at "Mr." or an initial; at a line end; within reach on a text without any."""
    text = "Before. Mr. J. Doe met Gen. Roe in the U.S. capital. After\nNext line"
    at = text.index("met")
    assert sentence(text, Span(at, at + 3)).of(text) == "Mr. J. Doe met Gen. Roe in the U.S. capital."
    assert sentence(text, Span(text.index("After"), text.index("After") + 5)).of(text) == "After"
    endless = "a" * 5000
    assert sentence(endless, Span(2000, 2001)) == Span(1400, 2601)


def test_the_text_is_cut_where_marks_begin_and_end() -> None:
    """Pieces cover the whole text once, in order, each with the marks over it, the widest first."""
    found, text = marks(RECORD), RECORD.article.text
    cut = list(pieces(found, (0, len(text))))
    assert list(pieces(found, ())) == []
    assert "".join(text[p.start : p.end] for p in cut) == text
    met = next(p for p in cut if text[p.start : p.end] == "met")
    assert [m.colour for m in met.marks] == ["said", "what"]
    assert all(m.start <= p.start and p.end <= m.end for p in cut for m in p.marks)


def test_codes_are_put_in_words() -> None:
    """Types and lists as people say them."""
    assert event_name("CONSULT", "phone") == "Phone call"
    assert event_name("ASSAULT", None) == "Attack"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c"], most=2) == "a, b and 1 more"
    assert clipped("one two three four", 12) == "one two …"
