"""Reports go in, a story comes out: what the accounts agree on, where they differ, in which way, and who says which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.stories.compare import compare
from onrecord.values.findings import Anchor
from onrecord.values.record import Record
from onrecord.values.story import Story

Make = Callable[..., Record]


def kinds(story: Story, field: str = "killed") -> set[tuple[str, object, object]]:
    """Each pair of a field as its kind and the two values, the lesser first."""
    return {
        (d.kind, *sorted((story.claim(a).value, story.claim(b).value), key=str))
        for d in story.differences
        if d.field == field
        for a, b in d.pairs
    }


def test_two_tolls_that_exclude_each_other_are_a_conflict_with_both_claimants(harbour: Record, union: Record) -> None:
    """Nine dead by the police, at least 14 by the union: not both can be true, and each has its claimant."""
    story = compare([harbour, union])
    assert ("conflict", 14, 9) in kinds(story)
    assert {c.by_name for c in story.claims if c.field == "killed"} >= {"Police", "dockers' union"}


def test_the_order_of_the_reports_does_not_matter(harbour: Record, union: Record) -> None:
    """The same story for the same records in any order."""
    assert compare([harbour, union]) == compare([union, harbour])


def test_lower_bounds_do_not_exclude_each_other(report: Make, union: Record) -> None:
    """Two lower bounds are told differently, and both can be true."""
    text = "A blast at the harbour of Nordvik killed at least six people, medics said."
    other = report(
        "post", text, [("at least six people", "killed", 6, None, "at_least")], [("medics", "said", text[:-14])]
    )
    assert ("bound", 14, 6) in kinds(compare([union, other]))


def test_a_word_for_many_is_a_detail_of_a_figure(report: Make) -> None:
    """ "Dozens" beside 31 is coarser, no quarrel; ten is well below dozens."""
    vague = report("a", "The fire in Nordvik left dozens dead.", [("dozens", "killed", 24, 99, "vague")])
    exact = report("b", "The fire in Nordvik killed 31 people.", [("31 people", "killed", 31, 31, "exact")])
    below = report("c", "The fire in Nordvik killed 10 people.", [("10 people", "killed", 10, 10, "exact")])
    assert kinds(compare([vague, exact])) == {("detail", 31, "dozens")}
    assert kinds(compare([vague, below])) == {("conflict", 10, "dozens")}


def test_one_claimant_with_another_number_later_is_an_update(report: Make, harbour: Record) -> None:
    """The police raise their own figure: no conflict with themselves."""
    later = report(
        "late",
        "Police said 12 people were killed at the harbour of Nordvik.",
        [("12 people", "killed", 12, 12, "exact")],
        [("Police", "said", "12 people were killed at the harbour of Nordvik")],
    )
    assert ("update", 12, 9) in kinds(compare([harbour, later]))
    assert not any(kind == "conflict" and "Police" for kind, *_ in kinds(compare([later])))


def test_a_class_of_victims_is_no_other_toll(report: Make) -> None:
    """Three children among eleven dead are a part: they are not set against the eleven, only against other counts of children."""
    first = report(
        "a",
        "The flood in Nordvik killed 11 people, medics said. Three children were among the dead.",
        [("11 people", "killed", 11, 11, "exact"), ("Three children", "killed", 3, 3, "exact")],
        [("medics", "said", "The flood in Nordvik killed 11 people")],
    )
    second = report(
        "b",
        "The flood in Nordvik killed 11 people, among them five children, a rescuer said.",
        [("11 people", "killed", 11, 11, "exact"), ("five children", "killed", 5, 5, "exact")],
        [("a rescuer", "said", "The flood in Nordvik killed 11 people, among them five children")],
    )
    assert kinds(compare([first, second])) == {("conflict", 3, 5)}


def test_another_incident_in_the_background_is_not_this_one(report: Make, harbour: Record) -> None:
    """A blast elsewhere, a toll of the whole war and an earlier attack are told in passing: none is compared."""
    trap = report(
        "trap",
        "A blast at the harbour of Nordvik killed nine people. Elsewhere, gunmen killed 20 people in Ostby. "
        "More than 5000 people have been killed since the war began. A similar blast killed 40 people last year.",
        [
            ("nine people", "killed", 9, 9, "exact"), ("20 people", "killed", 20, 20, "exact"),
            ("More than 5000 people", "killed", 5001, None, "at_least"), ("40 people", "killed", 40, 40, "exact"),
        ],
        places=["Nordvik", "Ostby"],
    )  # fmt: skip
    story = compare([trap, harbour])
    assert kinds(story) == set()
    assert {c.value for c in story.claims if c.field == "killed"} == {9}


def test_a_refusal_is_a_non_claim_beside_the_value(report: Make, harbour: Record) -> None:
    """The ministry gave no toll: that stands beside the figures, as what is not said."""
    ministry = report(
        "c",
        "A blast hit the harbour of Nordvik on Sunday. The ministry confirmed the blast but did not give a death toll.",
        sayings=[("The ministry", "confirmed", "the blast")],
        places=["Nordvik"],
    )
    found = {(k, v) for k, *values in kinds(compare([harbour, ministry])) for v in values}
    assert ("non_claim", "not stated") in found


def test_a_monitor_by_its_kind_and_its_chief_are_one_claimant(report: Make) -> None:
    """ "A monitoring group", the full name, its short form and its director speak with one voice."""
    one = report(
        "a",
        "Shells killed six people in Nordvik, a monitoring group said. The Syrian Observatory for Human Rights said six people died.",
        [("six people", "killed", 6, 6, "exact")],
        [
            ("a monitoring group", "said", "Shells killed six people in Nordvik"),
            ("The Syrian Observatory for Human Rights", "said@2", "six people died"),
        ],
        form="named_institution",
    )
    two = report(
        "b",
        "Seven people died in Nordvik, Observatory director Omar Haddad said.",
        [("Seven people", "killed", 7, 7, "exact")],
        [("Observatory director Omar Haddad", "said", "Seven people died in Nordvik")],
        form="named_person",
    )
    story = compare([one, two])
    assert {c.by_name for c in story.claims if c.field == "killed"} == {"Syrian Observatory for Human Rights"}
    assert kinds(story) == {("update", 6, 7)}


def test_a_person_goes_by_the_fullest_name_that_a_record_has(report: Make) -> None:
    """ "Governor Kural" here and "The governor, Adem Kural," there are Adem Kural, as their records have him."""
    told = []
    for key, words, name in (("a", "Governor Kural", "Kural"), ("b", "The governor, Adem Kural,", "Adem Kural")):
        text = f"{words} said 14 people had died in Nordvik."
        record = report(key, text, [("14 people", "killed", 14, 14, "exact")], [(words, "said", "14 people had died")], who=[name], form="named_person")  # fmt: skip
        (one,) = record.attributions
        told.append(replace(record, attributions=(replace(one, source=replace(one.source, actor="p1")),)))
    assert {c.by_name for c in compare(told).claims if c.field == "killed"} == {"Adem Kural"}


def test_copies_count_once_and_raise_no_alarm(report: Make, harbour: Record) -> None:
    """An agency's text in two outlets is one origin; its own report makes three reports of two origins."""
    body = (
        "Rescuers searched the harbour of Nordvik through the night after a tank exploded beside the northern quay and set two ships on fire. "
        "Police said nine people were killed and the quay would stay closed until engineers had looked at the cranes that still stood. "
        "Residents of the old town were told to keep their windows shut because of the smoke that hung over the bay until morning."
    )
    counts = [("nine people", "killed", 9, 9, "exact")]
    said = [("Police", "said", "nine people were killed")]
    wire = report("wire", body, counts, said)
    copy = report("copy", body + " The mayor will speak today.", counts, said)
    story = compare([wire, copy, harbour])
    assert story.tally().reports == 3
    assert story.origins == 2
    nine = [c.id for c in story.claims if c.field == "killed" and c.by_name == "Police"]
    assert story.tally(nine).origins == 2
    assert not story.differences


def test_an_unnamed_official_and_state_television_differ_on_the_talks(report: Make) -> None:
    """20 minutes in three copies, counted once; about 35 by an official who is not named."""
    body = (
        "Vold and Amari met in a side room of the congress hall in Riga on Sunday evening while their ministers waited outside with the papers. "
        "State television said the talks lasted 20 minutes and showed both men bent over a low table with nobody but their interpreters beside them. "
        "No statement was prepared, and the motorcades left the hall by different gates before the dinner for the other guests began."
    )
    copies = [
        report(key, body + tail, sayings=[("State television", "said", "the talks lasted 20 minutes")], who=["Vold", "Amari"], lasted=[("20 minutes", "PT20M", "State television")])
        for key, tail in (("wire", ""), ("echo", " The dinner went on."), ("third", " Guests come from 20 states."))
    ]  # fmt: skip
    own = report(
        "own",
        "Vold and Amari met in Riga. A palace official who asked not to be named said it was about 35 minutes.",
        sayings=[("A palace official", "said", "it was about 35 minutes")],
        who=["Vold", "Amari"],
        lasted=[("about 35 minutes", "PT35M", "A palace official")],
    )
    story = compare([*copies, own])
    (difference,) = [d for d in story.differences if d.field == "duration"]
    assert difference.kind == "conflict"
    twenty = [c.id for c in story.claims if c.value == "PT20M"]
    assert (story.tally(twenty).reports, story.tally(twenty).origins) == (3, 1)
    assert {c.by_name for c in story.claims} == {"state television", "palace official"}


def test_last_years_talks_of_the_same_two_are_another_meeting(report: Make) -> None:
    """Talks of 2028 and of 2031 are not set against each other, though the same men met in the same town."""
    old = report(
        "old",
        "Vold and Amari met in Riga for 90 minutes.",
        who=["Vold", "Amari"],
        lasted=[("90 minutes", "PT90M", "")],
        published="2028-06-01",
    )
    new = report(
        "new",
        "Vold and Amari met in Riga for 20 minutes.",
        who=["Vold", "Amari"],
        lasted=[("20 minutes", "PT20M", "")],
        published="2031-05-04",
    )
    again = report(
        "again",
        "Amari and Vold met for 20 minutes.",
        who=["Vold", "Amari"],
        lasted=[("20 minutes", "PT20M", "")],
        published="2031-05-04",
    )
    story = compare([old, new, again])
    assert not story.differences
    assert {c.value for c in story.claims} == {"PT20M"}


def test_a_day_in_the_text_goes_before_a_day_of_publication(report: Make) -> None:
    """One text dates the meeting, the other does not and was published a day later: the meeting was on the day that a text gives."""
    dated = report(
        "dated",
        "Vold and Amari met in Riga on Saturday for 20 minutes.",
        who=["Vold", "Amari"],
        days=[("Saturday", "2031-05-03")],
        lasted=[("20 minutes", "PT20M", "")],
    )
    (time,) = dated.times
    event = replace(dated.events[0], when=(Anchor("2031-05-03", time.id, time.start, time.end),))
    undated = report(
        "undated", "Amari and Vold met for 35 minutes.", who=["Vold", "Amari"], lasted=[("35 minutes", "PT35M", "")]
    )
    story = compare([replace(dated, events=(event,)), undated])
    assert story.incident.when == "2031-05-03"
    assert [one.kind for one in story.differences] == ["conflict"]


def test_an_incident_of_a_weekend_keeps_the_whole_weekend(report: Make, union: Record) -> None:
    """The time of an incident is the day of a moment, and a stretch of days as it is."""
    text = "A blast at the harbour of Nordvik killed nine people at the weekend. Police said nine people were killed."
    told = report("gazette", text, [("nine people", "killed", 9, 9, "exact")], days=[("weekend", "2031-W18-WE")])
    assert compare([told, union]).incident.when == "2031-W18-WE"


def test_every_claim_stands_on_words_of_its_report(harbour: Record, union: Record) -> None:
    """Spans lie in the report's text, and the words are those of the span."""
    texts = {r.article.key: r.article.text for r in (harbour, union)}
    story = compare([harbour, union])
    for one in story.claims:
        assert " ".join(texts[one.report][one.start : one.end].split()) == one.words
        assert one.words in one.sentence
        if one.by:
            assert texts[one.report][one.by.start : one.by.end]


def test_nothing_given_is_an_empty_story() -> None:
    """No reports, no claims, no error."""
    story = compare([])
    assert story.reports == ()
    assert story.tally().origins == 0


def test_who_is_close_to_somebody_is_not_he(report: Make) -> None:
    """What an aide and a person close to a mayor say is not the mayor's, who speaks in another report; "mayor X" is X."""
    told = [
        report(
            key,
            f"{who} said {count} people were killed at the harbour of Nordvik.",
            [(f"{count} people", "killed", count, count, "exact")],
            [(who, "said", f"{count} people were killed at the harbour of Nordvik")],
        )
        for key, who, count in (
            ("a", "Mayor Ozols", 12),
            ("b", "An aide to Ozols", 14),
            ("c", "A person close to Ozols", 16),
            ("d", "Ozols", 18),
        )
    ]
    names = {c.value: c.by_name for c in compare(told).claims if c.field == "killed"}
    assert names[14] == "aide to Ozols"
    assert names[16] == "person close to Ozols"
    assert names[12] == names[18]
