"""Changes of an article: where its words then stand, what its record then has to be, and that a fault is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.evaluation import metamorphic
from onrecord.evaluation import metamorphic_changes as changes
from onrecord.evaluation.metamorphic_changes import Before, Change, Edits
from onrecord.evaluation.metamorphic_values import slots
from onrecord.evaluation.tally import percent
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.span import Span

RULES = Settings(learned=False)
TEXT = """Prime Minister Peter Fallon met President Martin Gruber in Riga on Tuesday, officials said.

Fallon told reporters that the talks had lasted 20 minutes. "We agreed on nothing," Gruber said.

In March Russia accused Ukraine of shelling a village. A Ukrainian spokesman rejected the charge.
"""
OTHER = "Fishermen in the harbour mended their nets for a third week. The mayor promised new berths, and a storm closed two of the quays."


@pytest.fixture(scope="module")
def before() -> Before:
    return metamorphic.read(Article(TEXT, key="own", published="2026-03-12"), RULES)


def right(change: Change | None) -> list[str]:
    """The faults of a change, as they are told; read by rules alone."""
    assert change is not None
    return [
        f"{slot}: {a} {b}" for slot, a, b in metamorphic.compared(change, metamorphic.read(change.article, RULES))[1]
    ]


def test_edits_move_what_stands_behind_them_and_hold_what_they_replace() -> None:
    """Spans before, at, in and behind a replacement come out where the same words stand."""
    edits = Edits("Ann met Bob today", [(Span(0, 3), "Maria"), (Span(8, 11), "Jo")])
    assert edits.text == "Maria met Jo today"
    assert [edits.span(s).of(edits.text) for s in (Span(0, 3), Span(4, 7), Span(8, 11), Span(12, 17), Span(0, 11))] == [
        "Maria", "met", "Jo", "today", "Maria met Jo",
    ]  # fmt: skip
    assert edits.span(Span(4, 4)) == Span(6, 6)


def test_a_name_is_swapped_everywhere_and_the_record_with_it(before: Before) -> None:
    """Given name and surname go together, and not a value but the name changes."""
    change = changes.renamed(before)
    assert change is not None
    assert "Fallon" not in change.article.text or "Gruber" not in change.article.text
    assert right(change) == []


def test_two_parties_change_places(before: Before) -> None:
    """The two that stand in one event are swapped, and swapped again they give the text that was."""
    change = changes.exchanged(before)
    assert change is not None
    assert "Prime Minister Martin Gruber met President Peter Fallon" in change.article.text
    assert right(change) == []


def test_articles_follow_the_states_that_are_swapped() -> None:
    """ "A Ukrainian" becomes "An Iranian" where Iran stands for Ukraine."""
    text = "Iran accused Ukraine of spying. A Ukrainian aide denied it. Iranian papers printed it, and Ukraine protested to Iran."
    change = changes.exchanged(metamorphic.read(Article(text, published="2026-03-12"), RULES))
    assert change is not None
    assert change.article.text.startswith("Ukraine accused Iran of spying. An Iranian aide denied it. Ukrainian papers")


@pytest.mark.parametrize("form", [*changes.QUOTES])
def test_quotation_marks_are_quotation_marks(before: Before, form: str) -> None:
    """However they are drawn the record is the same; a text that has them so already is left out."""
    change = changes.quoted(form)(before)
    if form == "straight":
        assert change is None
    else:
        assert right(change) == []


def test_a_week_later_relative_times_are_a_week_later(before: Before) -> None:
    """ "Tuesday" moves by seven days; "March" and the month of publication stay."""
    change = changes.postdated(before)
    assert change is not None
    assert change.article.published == "2026-03-19"
    days = {
        slot[1].of(TEXT): value for slot, value in change.expected.items() if slot[0] == "time" and slot[2] == "value"
    }
    assert days["Tuesday"][0][1] == "2026-03-17"
    assert right(change) == []


def test_feasts_stay_and_what_is_to_come_begins_a_week_later() -> None:
    """ "Labor Day" is the same day whenever the report is printed; "soon" begins with its day of publication."""
    text = "Gruber said on Tuesday that he would soon name an envoy. The harbour was shut on Labor Day and on New Year's Day."
    change = changes.postdated(metamorphic.read(Article(text, published="2026-05-07"), RULES))
    assert change is not None
    assert right(change) == []


def test_late_in_a_month_it_is_a_week_earlier(before: Before) -> None:
    """So the month stays, and with it whatever is told by months."""
    late = metamorphic.read(replace(before.article, published="2026-03-30"), RULES)
    change = changes.postdated(late)
    assert change is not None
    assert change.article.published == "2026-03-23"


def test_a_text_that_dates_itself_is_left_out() -> None:
    """The date in the text would go on saying when it was written."""
    own = metamorphic.read(Article("RIGA, March 11, 2026 - Ilves met Toom on Tuesday.", published="2026-03-12"), RULES)
    assert changes.postdated(own) is None


def test_what_stands_in_front_of_an_added_paragraph_stays(before: Before) -> None:
    """The record of the first part is the same, and only that part is compared; a paragraph about the same people is none of another story."""
    change = changes.added(OTHER)(before)
    assert right(change) == []
    assert changes.added("Gruber left the hall at noon.")(before) is None


def test_two_sentences_of_background_change_places() -> None:
    """The last two that stand free; what one of them tells is told where it then stands."""
    text = (
        "Police arrested two men in Riga on Monday.\n\nThe harbour was closed for an hour.\n\nTwo ferries were late.\n\n"
        "Estonia has 1.3 million people.\n\nKenya lies on the equator."
    )
    change = changes.reordered(metamorphic.read(Article(text, published="2026-03-12"), RULES))
    assert change is not None
    assert change.article.text.endswith("Kenya lies on the equator.\n\nEstonia has 1.3 million people.")
    assert right(change) == []


def test_a_fault_is_seen(before: Before) -> None:
    """A record of the unchanged text is no record of the changed one: values are missing, and values are wrong."""
    change = changes.renamed(before)
    assert change is not None
    count, faults = metamorphic.compared(change, before)
    assert count < len(slots(before.record))
    assert any(wanted and found for _, wanted, found in faults)
    outcome = metamorphic.Outcome("names")
    outcome.add("own", count, faults)
    assert (outcome.articles, outcome.whole, outcome.values) == (1, 0, count + len(faults))
    assert "names" in metamorphic.table([outcome])


def test_a_folder_without_gold_is_told(capsys: pytest.CaptureFixture[str], tmp_path: object) -> None:
    """The message names the remedy, and the exit status is 2."""
    assert metamorphic.main(["--shared", str(tmp_path)]) == 2
    assert "--shared" in capsys.readouterr().err


OURS = (
    TEXT,
    """Rebels shell harbour town

NARVA, March 11 (Baltic Wire) - Iran accused Ukraine on Tuesday of arming the rebels who shelled the harbour of Narva, killing 12 people.

A Ukrainian spokesman rejected the charge. “We have sold nothing to anybody,” the spokesman said. Iranian officials said that 12 people had been killed and 30 wounded.

Iran and Ukraine agreed in January to hold talks. Ukraine recalled its ambassador from Iran last week.
""",
    """Ministers sign water pact

Foreign Minister Daniel Kask and Interior Minister Thomas Ilves signed an agreement on water in Riga on Monday, after a year of talks about dams and mills. "We will open the canal in May," Kask told reporters.

Ilves said the canal would cost $2 million. Kask met Ilves for 20 minutes before the ceremony, an aide who asked not to be named said.

Fishermen in the old port mended their nets for a third week while the crews of two trawlers waited for fuel. The mayor promised new berths, and a storm closed two of the quays that the town had repaired last year.

The harbour was closed for an hour.

Two ferries were late.
""",
)


def test_every_kind_of_change_holds_on_our_own_reports() -> None:
    """The suite's own slice: each change applies to one of our reports at least, and keeps 95 values of 100 or more."""
    reports = [Article(text, key=str(k), published="2026-03-12") for k, text in enumerate(OURS)]
    outcomes = metamorphic.run(reports, RULES)
    assert {o.name for o in outcomes if o.articles} == {*metamorphic.makers("")}
    shares = {o.name: percent(o.right, o.values) for o in outcomes if o.values}
    assert all(share >= 95 for share in shares.values()), shares
