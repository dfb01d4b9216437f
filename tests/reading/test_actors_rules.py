"""Coreference's plain rules, without a parse: names, pronouns, callings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.reading.coreference.callings import alike, bears
from onrecord.reading.coreference.clustering import initials
from onrecord.reading.coreference.people import People, fits, gender_of_name, parts
from onrecord.reading.coreference.pronouns import NEVER, Asked, Candidate, compatible, resolve_pronoun

SHE = Asked(
    "she",
    "f",
    sentence=5,
    paragraph=2,
    word=80,
    verb=81,
    subject=True,
    possessive=False,
    reflexive=False,
    cue=True,
    quotation=0,
)
ANN = Candidate(
    figure=1, gender="f", plural=False, human=True, body=False, sentence=4, paragraph=2, word=60, verb=61, subject=True, possessor=False,
    pronoun=False, quotation=0, modifier=False, spoke=NEVER, mentions=2, named=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Bashar al-Assad", ("bashar", "assad")),
        ("John A. Boehner", ("john", "a", "boehner")),
        ("Omar Reyes Jr.", ("omar", "reyes")),
    ],
)
def test_a_name_is_folded_to_its_parts(name: str, folded: tuple[str, ...]) -> None:
    """Suffixes and the article of Arabic surnames do not tell people apart."""
    assert parts(name) == folded


def test_a_surname_is_the_person_named_in_full_anywhere() -> None:
    """The headline's surname finds the full name further down."""
    people = People(["Lindqvist", "Mara Lindqvist"])
    assert people.meant("Lindqvist") == people.meant("Mara Lindqvist")


def test_namesakes_stay_apart() -> None:
    """Two given names make two people; the surname alone may mean either."""
    people = People(["Mara Lindqvist", "Olof Lindqvist", "Lindqvist"])
    assert people.meant("Mara Lindqvist") != people.meant("Olof Lindqvist")
    assert len(people.meant("Lindqvist")) == 2


def test_a_nickname_and_an_initial_fit() -> None:
    """ "Bill" is William, "J." is John; "Bill" is not Hillary."""
    assert fits(parts("Bill Renner"), parts("William Renner"))
    assert fits(parts("J. Renner"), parts("John Renner"))
    assert not fits(parts("Bill Renner"), parts("Hillary Renner"))


def test_a_given_name_tells_the_gender_of_a_full_name() -> None:
    """Only the given name tells; a lone surname does not."""
    assert (gender_of_name("Angela Frost"), gender_of_name("Frost")) == ("f", None)


def test_a_pronoun_takes_the_only_one_who_fits() -> None:
    """A man is no antecedent of "she"."""
    man = replace(ANN, figure=2, gender="m", sentence=5, word=75)
    assert resolve_pronoun(SHE, [ANN, man]) == 1


def test_the_one_who_spoke_last_goes_on_speaking() -> None:
    """ "she said" goes to the last speaker, though another woman was named since."""
    speaker = replace(ANN, figure=3, sentence=3, word=40, spoke=40)
    assert resolve_pronoun(SHE, [ANN, speaker]) == 3


def test_elsewhere_the_nearest_subject_is_taken() -> None:
    """Without a verb of saying the nearest salient one is meant."""
    nearer = replace(ANN, figure=4, sentence=4, word=70)
    farther = replace(ANN, figure=5, sentence=1, paragraph=0, word=10)
    assert resolve_pronoun(replace(SHE, cue=False), [farther, nearer]) == 4


def test_nobody_tells_himself() -> None:
    """ "Ann told her": subject and object of one verb are two people, but for "herself" and "her own"."""
    her = replace(SHE, subject=False, cue=False, sentence=4, verb=61)
    assert not compatible(her, ANN)
    assert compatible(replace(her, reflexive=True), ANN)
    assert compatible(replace(her, possessive=True), ANN)


def test_it_is_resolved_only_where_sure() -> None:
    """A body far away, and no verb of saying: "it" stays open."""
    body = replace(ANN, figure=6, gender=None, human=False, body=True, subject=False, sentence=2, paragraph=0)
    it = replace(SHE, kind="it", gender=None, cue=False)
    assert resolve_pronoun(it, [body]) is None


def test_they_are_several() -> None:
    """One person is never "they"; a group is."""
    they = replace(SHE, kind="they", gender=None)
    group = replace(ANN, figure=7, gender=None, human=False, plural=True)
    assert resolve_pronoun(they, [ANN]) is None
    assert resolve_pronoun(they, [ANN, group]) == 7


def test_a_calling_ends_in_its_noun() -> None:
    """A national security advisor is an adviser, however it is spelt; no official is an officer."""
    assert bears("adviser", "national security advisor")
    assert not bears("official", "police officer")
    assert alike("congresswoman") == alike("congressman")


def test_initials_make_the_abbreviation() -> None:
    """Small words of a name do not count."""
    assert initials("Harbour Workers Union of the North") == "HWUN"
