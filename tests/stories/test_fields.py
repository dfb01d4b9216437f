"""What an account says of a field, and how two such values differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.stories.compare import compare
from onrecord.stories.means import compare_means
from onrecord.stories.parts import one_toll
from onrecord.stories.sentences import LONGEST, sentences
from onrecord.stories.sources import cited, form_of, trailing
from onrecord.stories.telling import Telling
from onrecord.stories.wheres import compare_wheres
from onrecord.values.record import Record
from onrecord.values.span import Span
from onrecord.values.story import Claim

Make = Callable[..., Record]


def claim(value: object, field: str = "means", **more: object) -> Claim:
    """A claim with nothing but what a comparison looks at."""
    return Claim("c", field, value, **{"report": "r", "start": 0, "end": 1, **more})  # type: ignore[arg-type]


def test_sentences_end_at_stops_but_not_in_initials_or_where_words_are_left_out() -> None:
    """ "Mr." and "U.S." end nothing, nor does an ellipsis before a small letter; a text without stops is cut."""
    text = 'Mr. Ode of the U.S. embassy left. "The blast that hit the town... was heard," he said.'
    assert len(sentences(text)) == 2
    assert max(s.end - s.start for s in sentences("word " * 2000)) <= LONGEST


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nine were hurt when the roof fell a hospital official said.", "a hospital official"),
        ("Nine were hurt in Nordvik the Red Council for Human Rights said on Monday.", "the Red Council for Human Rights"),
        ("Nine were hurt when the roof fell.", None),
        ("Nine were hurt and the mayor left.", None),
    ],
)  # fmt: skip
def test_a_source_at_the_end_of_a_sentence_is_found_by_its_form(text: str, source: str | None) -> None:
    """The words before a last "said", back to an article."""
    found = trailing(text, Span(0, len(text)), 14)
    assert (found and found.of(text)) == source


def test_who_is_cited_is_the_claimant() -> None:
    """ "Citing B" and "quoted B as saying" give B."""
    text = "The agency reported 15 deaths, citing a statement from the Red Council."
    found = cited(text, Span(0, len(text)), 30)
    assert found
    assert found.of(text) == "the Red Council"
    text = "The station quoted residents as saying that 15 people died."
    found = cited(text, Span(0, len(text)), 50)
    assert found
    assert found.of(text) == "residents"
    assert form_of("residents") == "plural_unnamed"


def test_i_in_a_quotation_is_its_speaker(report: Make) -> None:
    """ "I fear that nine died," said Vold: the claim is Vold's."""
    text = "I fear that nine people died, Minister Ana Vold said in a statement."
    record = report("a", text, [("nine people", "killed", 9, 9, "exact")], [("I", "fear", "nine people died")])
    voice = Telling("a", record).voice(Span(12, 23))
    assert voice.by
    assert voice.by.of(text) == "Minister Ana Vold"


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("planted device", "suicide bomber", "conflict"),
        ("missile", "air strike", "conflict"),
        ("plane", "drone", "conflict"),
        ("missile", "surface missile", "detail"),
        ("car bomb", "car bomb", None),
        ("car bomb", "car bomb and suicide bomber", "conflict"),
        ("air strike and rocket and mortar", "missile", None),
    ],
)
def test_means_exclude_each_other_or_are_finer(first: str, second: str, kind: str | None) -> None:
    """A planted bomb and a bomber cannot both be it; a ground-to-ground missile is a missile; accounts of many means are not compared."""
    assert compare_means(claim(first), claim(second)) == kind
    assert compare_means(claim(second), claim(first)) == kind


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("near the Old Mosque", "at the Harbour Mosque", "conflict"),
        ("north of Nordvik", "west of Nordvik", "conflict"),
        ("outside a hospital", "in a hospital", "detail"),
        ("in a busy market", "in the town centre", "detail"),
        ("at the Akram school", "at the Akraam school", None),
        ("in a hospital", "north of Nordvik", None),
    ],
)
def test_places_are_compared_where_they_answer_one_question(first: str, second: str, kind: str | None) -> None:
    """Two named sites and two sides exclude each other; what is spelled otherwise is the same; a hospital and a side are not compared."""
    assert compare_wheres(claim(first, "where"), claim(second, "where")) == kind


def test_one_voice_with_two_tolls_tells_of_two_incidents() -> None:
    """2 dead here and 35 there in one voice: the second is left out, unless it says that the number rose."""
    two = claim(2, "killed", low=2, high=2, bound="exact", sentence="Two people died here.")
    more = claim(35, "killed", low=35, high=35, bound="exact", sentence="35 people died in Ostby.", start=9, end=11)
    risen = claim(35, "killed", low=35, high=35, bound="exact", sentence="The toll rose to 35.", start=9, end=11)
    assert one_toll([two, more]) == [two]
    assert one_toll([two, risen]) == [two, risen]


def test_a_denial_stands_against_an_affirmation(report: Make) -> None:
    """Activists say that the army attacked; the army denies it: a denial. Without it, nobody's affirmation is a claim."""
    said = report(
        "a",
        "Residents said the army launched an attack on Nordvik.",
        sayings=[("Residents", "said", "the army launched an attack on Nordvik")],
        places=["Nordvik"],
        counts=[],
    )
    toll = report(
        "c", "An attack killed six people in Nordvik.", [("six people", "killed", 6, 6, "exact")], places=["Nordvik"]
    )
    denied = report(
        "b",
        "Six people died in an attack on Nordvik. The army denied the reports of an attack.",
        [("Six people", "killed", 6, 6, "exact")],
        [("The army", "denied", "the reports of an attack")],
        places=["Nordvik"],
    )
    story = compare([said, toll, denied])
    assert [d.kind for d in story.differences if d.field == "factuality"] == ["denial"]
    assert not [c for c in compare([said, toll]).claims if c.field == "factuality"]


def test_a_copy_with_a_changed_fact_is_a_version(report: Make) -> None:
    """The same agency text, in which the police now count 12: one origin, two versions."""
    body = (
        "Rescuers searched the harbour of Nordvik through the night after a tank exploded beside the northern quay and set two ships on fire. "
        "Police said {} people were killed and the quay would stay closed until engineers had looked at the cranes that still stood. "
        "Residents of the old town were told to keep their windows shut because of the smoke that hung over the bay until morning."
    )
    first, later = (
        report(key, body.format(words), [(f"{words} people", "killed", n, n, "exact")], [("Police", "said", f"{words} people were killed")])
        for key, words, n in (("first", "nine", 9), ("later", "twelve", 12))
    )  # fmt: skip
    story = compare([first, later])
    assert story.origins == 1
    assert {one.version for one in story.reports} == {1, 2}
    assert [d.kind for d in story.differences] == ["update"]


def test_hostile_text_costs_no_more_than_its_length(report: Make) -> None:
    """No stops, many capitals, many "said": read in a moment."""
    text = "Killed Near The Old School said " * 3000
    story = compare([report("a", text), report("b", text[::-1])])
    assert story.tally().reports == 2
