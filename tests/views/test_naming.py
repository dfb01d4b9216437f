"""Who says it, in one wording on every page: a name before a description, "unnamed" where the report names nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.ledger.found import Claim as Kept
from onrecord.values.findings import SourceForm, StatedTerms
from onrecord.values.notation import read
from onrecord.values.notation_words import evidence
from onrecord.values.span import Span
from onrecord.values.story import Claim, Report
from onrecord.views.cli.story import _who
from onrecord.views.present import discrepancy, naming
from onrecord.views.present.voices import Voices

SAID = """
onrecord/1
article "k"
text
  | {words} said that 14 people had died.

says a1 indirect 'that 14 people had died'
  source {shown} {form} actor p1
  cue 'said'
actor p1 "{name}" {kind}
  mentions name {shown}
"""


@pytest.mark.parametrize(
    ("words", "name", "kind", "form", "told"),
    [
        ("Governor Nikos al-Amari", "Nikos al-Amari", "person", "named_person", "Nikos al-Amari"),
        ("A senior official", "A senior official", "person", "role_described", "a senior official (unnamed)"),
        ("A resident of Homs", "A resident of Homs", "person", "role_described", "a resident of Homs (unnamed)"),
        ("An aide to Ozols", "An aide to Ozols", "person", "role_described", "an aide to Ozols (unnamed)"),
        (
            "A person close to Ozols",
            "A person close to Ozols",
            "person",
            "role_described",
            "a person close to Ozols (unnamed)",
        ),
        ("The seafarers' union", "The seafarers' union", "organization", "role_described", "the seafarers' union"),
        ("Two activists", "Two activists", "group", "plural_unnamed", "two activists (unnamed)"),
        ("police", "police", "organization", "plural_unnamed", "police"),
    ],
)
def test_a_source_is_called_the_same_on_every_page(
    words: str, name: str, kind: str, form: SourceForm, told: str
) -> None:
    """The record's page, the comparison and the values of a story in a ledger."""
    record = read(SAID.format(words=words, shown=evidence(words, 0, len(words)), name=name, kind=kind, form=form))
    assert Voices(record).by_id["a1"].label == told
    compared = Claim(
        "c1", "killed", 14, "k", 0, 2, by=Span(0, 2), by_name=name.removeprefix("A ").removeprefix("An "), form=form
    )
    assert discrepancy.label(compared, Report("k", "k")) == told
    kept = Kept("killed", "14", "14 people", "exact", None, form, words, name, "r1", "e1", "ASSAULT")
    assert _who(kept) == told


def test_who_asked_not_to_be_named_is_unnamed_whatever_he_is_called() -> None:
    """A description that ends in a name is one all the same; a name with a form of its own stays named."""
    terms: StatedTerms = "anonymity_requested"
    compared = Claim("c1", "killed", 14, "k", 0, 2, by=Span(0, 2), by_name="palace insider beside Ozols", form="role_described", terms=terms)  # fmt: skip
    assert discrepancy.is_unnamed(compared)
    assert not discrepancy.is_unnamed(replace(compared, terms="none_stated"))
    assert not discrepancy.is_unnamed(replace(compared, form="named_person"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("European diplomat", "a European diplomat"), ("EU official", "an EU official"), ("Ethiopian envoy", "an Ethiopian envoy"),
        ("union leader", "a union leader"), ("university lecturer", "a university lecturer"), ("unidentified officer", "an unidentified officer"),
        ("uninvolved bystander", "an uninvolved bystander"), ("unnamed aide", "an unnamed aide"), ("one-time ally", "a one-time ally"),
        ("UN official", "a UN official"), ("US diplomat", "a US diplomat"), ("U.S. official", "a U.S. official"), ("Ukrainian officer", "a Ukrainian officer"),
        ("Ugandan officer", "a Ugandan officer"), ("Uzbek officer", "an Uzbek officer"), ("usual ally", "a usual ally"), ("unusual ally", "an unusual ally"),
        ("onetime ally", "a onetime ally"), ("only survivor", "an only survivor"), ("senior official", "a senior official"),
    ],
)  # fmt: skip
def test_an_stands_before_a_vowel_that_is_heard(name: str, told: str) -> None:
    """ "European", "union" and "one-time" begin with a consonant, as do letters read by name: "a UN official"."""
    assert naming.called(name, "role_described") == told


def test_terms_and_doubt_stand_beside_the_name() -> None:
    """On what terms somebody speaks, and how sure he is, behind that nobody names him."""
    told = naming.label("palace official", "role_described", "on_background", "vague")
    assert told == "a palace official (unnamed, not sure, on background)"
    assert naming.label("Ada Voss director of the Observatory", "role_described").startswith("Ada Voss")
