"""Who says what: attributions by rules over the parse and the quotation marks, and over the network's proposals."""

from __future__ import annotations

import pytest

from onrecord.learned.findings import AttributionFinding, Findings
from onrecord.reading import page, quotations, syntax
from onrecord.reading.attribution.stage import attributions
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Actors, Page, Quotations, Reading
from onrecord.values.record import Actor, Attribution, Mention
from onrecord.values.span import Span

SETTINGS = Settings()


def reading(text: str, actors: Actors | None = None, findings: Findings | None = None) -> Reading:
    out = Reading(Article(text))
    out = out.with_layer(page.page(out, SETTINGS))
    out = out.with_layer(quotations.quotations(out, SETTINGS))
    parsed = syntax.parse(out, SETTINGS)
    out = out.with_layer(parsed.syntax).with_layer(parsed.names)
    return out.with_layer(actors or Actors()).with_layer(findings or Findings())


class Said:
    """The attributions of a text, their roles as words."""

    def __init__(self, text: str, actors: Actors | None = None, findings: Findings | None = None) -> None:
        self.text = text
        self.items = attributions(reading(text, actors, findings), SETTINGS).items

    def words(self, spans: tuple[Span, ...]) -> str:
        return " … ".join(s.of(self.text) for s in spans)

    def triples(self) -> list[tuple[str, str, str]]:
        return [(self.words(a.source.spans), self.words(a.cue.spans), self.words(a.content.spans)) for a in self.items]

    def only(self) -> Attribution:
        assert len(self.items) == 1, self.triples()
        return self.items[0]

    def by_cue(self, cue: str) -> Attribution:
        return next(a for a in self.items if self.words(a.cue.spans) == cue)


def at(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


# ------------------------------------------------------------------ source, cue, content


def test_a_clause_behind_its_cue() -> None:
    """The verb's subject is the source, its clause the content, "that" included as in PolNeAR."""
    assert Said("The mayor said on Monday that the bridge would stay closed.").triples() == [
        ("The mayor", "said", "that the bridge would stay closed")
    ]


def test_a_clause_before_its_cue() -> None:
    """Content may come first, and the verb before its subject."""
    assert Said("The bridge will stay closed, said Anna Ilves, the mayor.").triples() == [
        ("Anna Ilves, the mayor", "said", "The bridge will stay closed")
    ]


def test_a_quotation_is_content_with_its_marks() -> None:
    """A quotation is taken whole, however many sentences it has."""
    text = "“We waited for hours. Nobody came,” Karl Toom told reporters."
    said = Said(text)
    assert said.triples() == [("Karl Toom", "told", "“We waited for hours. Nobody came,”")]
    assert said.only().mode == "direct"


def test_content_that_the_cue_interrupts_has_two_spans() -> None:
    """A quotation that goes on behind its cue is one content in two pieces."""
    text = "“We waited for hours,” Karl Toom said. “Nobody came to help us.”"
    said = Said(text)
    assert said.triples() == [("Karl Toom", "said", "“We waited for hours,” … “Nobody came to help us.”")]


def test_a_speech_goes_on_over_paragraphs() -> None:
    """A reopening mark, or a paragraph of nothing but a quotation, goes on with the speaker before."""
    text = (
        "“We waited for hours,” said Karl Toom, a villager. “The water kept rising around the house.\n\n“Then the boats came at last.”\n\n"
        "“We were the last people to leave the village that night.”"
    )
    assert Said(text).triples() == [
        (
            "Karl Toom, a villager", "said",
            "“We waited for hours,” … “The water kept rising around the house. … “Then the boats came at last.” … “We were the last people to leave the village that night.”",
        )
    ]  # fmt: skip


def test_according_to() -> None:
    """The phrase's object is the source of the clause that it stands in."""
    assert Said("According to the ministry, twelve people died.").triples() == [
        ("the ministry", "According to", "twelve people died")
    ]
    assert Said("Twelve people died, according to the ministry.").triples() == [
        ("the ministry", "according to", "Twelve people died")
    ]


def test_hearsay_has_no_source() -> None:
    """ "Reportedly" lays a clause to others whom nobody names; the adverb is cue and hedge."""
    said = Said("The two leaders reportedly met in Riga.")
    one = said.only()
    assert one.source.spans == ()
    assert one.source.form == "unattributed"
    assert said.words(one.cue.spans) == "reportedly"
    assert one.hedge is not None
    assert one.hedge.of(said.text) == "reportedly"


def test_a_noun_can_be_the_cue() -> None:
    """Suspicions have a holder and a content; they hedge."""
    said = Said("The talks went on amid Baltic suspicions that the fleet had left its port.")
    assert said.triples() == [("Baltic", "suspicions", "that the fleet had left its port")]
    assert said.items[0].hedge == said.items[0].cue.spans[0]


def test_the_reporters_framing_is_no_part_of_what_was_said() -> None:
    """What follows "amid" is other people's suspicion, not the official's statement."""
    text = "The official said Ilves welcomed the efforts of all nations amid Baltic suspicions that the fleet had left its port."
    said = Said(text)
    assert said.words(said.by_cue("said").content.spans) == "Ilves welcomed the efforts of all nations"
    assert said.words(said.by_cue("suspicions").content.spans) == "that the fleet had left its port"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police put the number at 14.", ("Police", "put", "the number at 14")),
        ("The army put the toll at nine.", ("The army", "put", "the toll at nine")),
        ("A hospital counted 17 bodies.", ("A hospital", "counted", "17 bodies")),
        ("A rights group gave a figure of 22 killed.", ("A rights group", "gave", "a figure of 22 killed")),
        ("The ministry estimated the turnout at 3,000.", ("The ministry", "estimated", "the turnout at 3,000")),
    ],
)
def test_who_sets_a_number_is_its_source(text: str, expected: tuple[str, str, str]) -> None:
    """ "Put the toll at", "gave a figure of", "counted": cues with a number, and the number is what is said."""
    assert Said(text).triples() == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The latest death puts the toll at 14.",
        "He put the vase on the table at nine.",
        "The clerk counted on 17 votes.",
        "The shop gave a discount of 20 percent.",
    ],
)
def test_numbers_that_nobody_sets_are_no_accounts(text: str) -> None:
    """A death that raises a toll says nothing, and neither does a discount."""
    assert Said(text).triples() == []


def test_a_participle_shares_the_subject() -> None:
    """A second cue in the participle has the source of the first."""
    text = "The talks lasted an hour, the envoy added, calling the outcome “a step in the right direction.”"
    said = Said(text)
    assert said.words(said.by_cue("calling").source.spans) == "the envoy"
    assert said.words(said.by_cue("calling").content.spans) == "the outcome “a step in the right direction.”"


def test_plans_and_beliefs_are_attributions() -> None:
    """As in PolNeAR, what somebody hopes, wants or intends is content."""
    assert Said("The government hopes to reopen the port in May.").triples() == [
        ("The government", "hopes", "to reopen the port in May")
    ]


# ------------------------------------------------------------------ without a cue verb


def test_a_signed_quotation() -> None:
    """A dash and a name behind a quotation name its speaker."""
    text = "“Nobody asked us before they closed the school.” — Marta Kask, a teacher"
    assert Said(text).triples() == [("Marta Kask, a teacher", "—", "“Nobody asked us before they closed the school.”")]


def test_and_from_somebody() -> None:
    """ "And from X:" brings X's words."""
    text = "“We will rebuild the bridge by June,” the mayor said.\n\nAnd from the opposition leader: “We have heard all of that before.”"
    assert Said(text).triples()[-1] == ("the opposition leader", "from", "“We have heard all of that before.”")


def test_a_name_and_a_colon() -> None:
    """A name at the head of a paragraph, a colon and a quotation."""
    text = "The two sides did not agree on the budget.\n\nAnna Ilves: “There is no money left for the bridge.”"
    assert Said(text).triples()[-1] == ("Anna Ilves", ":", "“There is no money left for the bridge.”")


def test_the_speakers_of_a_transcript() -> None:
    """Lines that begin with a speaker in capitals are that speaker's words."""
    text = "Here is what they said on the radio on Friday.\n\nILVES: Will you come to Riga?\n\nTOOM: I will come if you call me."
    assert [t for t in Said(text).triples() if t[1] == ":"] == [
        ("ILVES", ":", "Will you come to Riga?"), ("TOOM", ":", "I will come if you call me"),
    ]  # fmt: skip


# ------------------------------------------------------------------ what the record asks for


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not leave the city today,” Toom said.", "direct"),
        ("Toom said the envoys “will not leave” the city before the end of the week.", "mixed"),
        ("Toom said the envoys would stay.", "indirect"),
    ],
)
def test_mode_by_the_share_of_quoted_letters(text: str, expected: str) -> None:
    """Nine tenths make it direct, less than a twentieth indirect."""
    assert Said(text).only().mode == expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The ministry denied that its troops had crossed the border.", "denied", "denies"),
        ("The ministry did not deny that its troops had crossed the border.", "did not deny", "affirms"),
        ("A spokesman declined to comment on the report.", "declined", "declines"),
        ("The spokesman would not say whether the talks had failed.", "would not say", "declines"),
        ("The minister refused to pay the fine.", "refused", "affirms"),
        ("The minister said that the talks had failed.", "said", "affirms"),
    ],
)
def test_polarity(text: str, cue: str, expected: str) -> None:
    """Denials deny, refusals to speak decline, all else affirms."""
    assert Said(text).by_cue(cue).polarity == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Ilves said the road was open.", "named_person"),
        ("The Defense Ministry said the road was open.", "named_institution"),
        ("A senior government official said the road was open.", "role_described"),
        ("Western diplomats said the road was open.", "plural_unnamed"),
        ("State television said the road was open.", "other_outlet"),
        ("Reuters reported that the road was open.", "other_outlet"),
        ("A study of the university showed that the road was unsafe.", "document"),
        ("It is believed that the road was open.", "impersonal"),
        ("The road was allegedly closed by the army.", "unattributed"),
    ],
)
def test_the_form_of_a_source(text: str, expected: str) -> None:
    """The source's own words tell what sort of source it is."""
    assert Said(text).only().source.form == expected


def test_terms_hold_for_all_that_the_actor_says() -> None:
    """Anonymity is stated once, late; it holds for the same actor's statements before and after, and for nobody else's."""
    text = (
        "The ceasefire will hold, a palace official said. “Both sides want it to hold,” the official told reporters.\n\n"
        "The official, who wished to remain anonymous, said the king was tired.\n\nA port official said the harbour was closed."
    )
    first, second, third = at(text, "a palace official"), at(text, "the official"), at(text, "The official")
    actors = Actors((
        Actor("x1", "palace official", "unidentified", mentions=tuple(Mention(s.start, s.end, "role") for s in (first, second, third))),
        Actor("x2", "port official", "unidentified", mentions=(Mention(*at(text, "A port official"), "role"),)),
    ))  # fmt: skip
    said = Said(text, actors)
    assert [(a.source.actor, a.source.stated_terms) for a in said.items] == [
        ("x1", "anonymity_requested"), ("x1", "anonymity_requested"), ("x1", "anonymity_requested"), ("x2", "none_stated"),
    ]  # fmt: skip
    span = said.items[0].source.terms_span
    assert span is not None
    assert span.of(text) == "wished to remain anonymous"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("speaking on condition of anonymity", "anonymity_requested"),
        ("who asked not to be named", "anonymity_requested"),
        ("who was not authorized to speak to the media", "not_authorised"),
        ("speaking on background", "on_background"),
    ],
)
def test_the_usual_terms(words: str, expected: str) -> None:
    """What newspapers write of a source's terms is typed; the phrase is no statement of its own."""
    said = Said(f"The convoy had turned back, said a senior diplomat, {words}.")
    assert said.by_cue("said").source.stated_terms == expected


def test_a_chain_is_told_outermost_last() -> None:
    """What an outlet relays stands within its report, and came through it."""
    text = "The news agency Interfax reported that the minister had told TASS that the plane was safe."
    names = {
        w: Actor(f"x{i}", w, "organization", sectors=("JRN",), mentions=(Mention(*at(text, w), "name"),))
        for i, w in enumerate(("Interfax", "TASS"))
    }
    said = Said(text, Actors(tuple(names.values())))
    inner = said.by_cue("had told")
    assert inner.within == said.by_cue("reported").id
    assert [next(a.name for a in names.values() if a.id == v) for v in inner.source.via] == ["TASS", "Interfax"]


def test_who_is_whom_it_follows() -> None:
    """The actor of "who" is that of the noun before it."""
    text = "Anna Ilves, who said the road was open, left the city."
    actors = Actors((Actor("x1", "Anna Ilves", "person", mentions=(Mention(0, 10, "name"),)),))
    assert Said(text, actors).by_cue("said").source.actor == "x1"


# ------------------------------------------------------------------ the network and the rules


def test_the_networks_proposals_are_the_base() -> None:
    """A proposal is kept, its content widened to the whole quotation; the rules add what it lacks, and no second finding of the same cue."""
    text = "“We waited for hours. Nobody came,” Karl Toom said. According to the ministry, twelve people died."
    proposal = AttributionFinding((at(text, "said"),), (at(text, "Karl Toom"),), (at(text, "waited for hours"),), 0.9)
    said = Said(text, findings=Findings(attributions=(proposal,)))
    assert said.triples() == [
        ("Karl Toom", "said", "“We waited for hours. Nobody came,”"),
        ("the ministry", "According to", "twelve people died"),
    ]
    assert said.items[0].found_by.startswith("head:cue+role")


def test_a_proposal_without_source_gets_the_rules() -> None:
    """Where the parse knows the subject of the cue that the network found, it is the source."""
    text = "The mayor said that the bridge would stay closed."
    proposal = AttributionFinding((at(text, "said"),), (), (at(text, "that the bridge would stay closed"),), 0.9)
    assert Said(text, findings=Findings(attributions=(proposal,))).triples() == [
        ("The mayor", "said", "that the bridge would stay closed")
    ]


def proposed(text: str, cue: str, source: str, *content: str) -> Said:
    """What becomes of one proposal of the network."""
    spans = tuple(at(text, part) for part in content)
    one = AttributionFinding((at(text, cue),), (at(text, source),), spans, 0.9)
    return Said(text, findings=Findings(attributions=(one,)))


def test_who_hears_is_no_source() -> None:
    """What was not disclosed to reporters is said by nobody; what was told to somebody is not his statement."""
    text = "None of the terms were disclosed to reporters at the border post."
    assert proposed(text, "were disclosed", "reporters", "None of the terms").triples() == []


def test_a_source_is_not_cut_in_its_relative_clause() -> None:
    """`The officer, who asked not to` is widened to the whole clause."""
    text = "The officer, who asked not to be named, said the convoy had left."
    said = proposed(text, "said", "The officer, who asked not to", "the convoy had left")
    assert said.triples()[-1][0] == "The officer, who asked not to be named"


def test_a_possessive_is_no_part_of_the_cue() -> None:
    """`offered his` is the cue `offered`, and `his` belongs to the content."""
    text = "Toom offered his “sincere thanks to the crews” on Monday."
    assert proposed(text, "offered his", "Toom", "“sincere thanks to the crews”").triples() == [
        ("Toom", "offered", "his “sincere thanks to the crews”")
    ]


def test_a_quotation_is_no_part_of_the_cue() -> None:
    """Where the cue runs into a quotation it ends before the mark, and the whole quotation is content."""
    text = "Toom offered his “sincere thanks to the crews” on Monday."
    assert proposed(text, "offered his “sincere thanks", "Toom", "to the crews”").triples() == [
        ("Toom", "offered", "his “sincere thanks to the crews”")
    ]


def test_what_others_suspect_is_cut_out() -> None:
    """What the reporter sets against a statement with "amid" is laid to whoever suspects it."""
    text = "The minister said Ruritania welcomed the inspectors amid Estonian suspicions that Ruritania is still building the plant."
    whole = "Ruritania welcomed the inspectors amid Estonian suspicions that Ruritania is still building the plant"
    assert proposed(text, "said", "The minister", whole).triples() == [
        ("The minister", "said", "Ruritania welcomed the inspectors"),
        ("Estonian", "suspicions", "that Ruritania is still building the plant"),
    ]


def test_a_participle_after_a_cue_speaks_for_itself() -> None:
    """`…, the envoy added, calling the delay “a mistake”` is two statements."""
    text = "The two sides met for an hour, the envoy added, calling the delay “a mistake made worse by the rain.”"
    said = proposed(
        text,
        "added",
        "the envoy",
        "The two sides met for an hour",
        "calling the delay “a mistake made worse by the rain.”",
    )
    assert [(t[1], t[2]) for t in said.triples()] == [
        ("added", "The two sides met for an hour"),
        ("calling", "the delay “a mistake made worse by the rain.”"),
    ]


# ------------------------------------------------------------------ bounds


def test_no_attribution_in_furniture() -> None:
    """A caption's or a button's words are nobody's statement."""
    text = "Ilves meets Toom\n\nIlves meets Toom\n\nThe mayor said the bridge was closed."
    found = reading(text)
    furniture = found[Page].furniture
    for one in attributions(found, SETTINGS).items:
        assert all(not (f.start < s.end and s.start < f.end) for f in furniture for s in one.content.spans)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        '"' * 2_001,
        "said " * 800,
        "he said that " * 300,
        "“ said he " * 300,
        "According to " * 300,
        "X: " * 500,
    ],
)
def test_hostile_texts_give_some_layer(text: str) -> None:
    """No text makes the stage fail or run without end."""
    found = reading(text)
    assert found[Quotations] is not None
    for i, one in enumerate(attributions(found, SETTINGS).items, 1):
        assert one.id == f"a{i}"
        assert all(0 <= s.start < s.end <= len(text) for s in (*one.source.spans, *one.cue.spans, *one.content.spans))
