"""Many reports in, stories out: which tell of one happening, and which are one text."""

from __future__ import annotations

import pytest

from onrecord.learned.stories import load
from onrecord.stories import pairs
from onrecord.stories.group import group
from onrecord.stories.grouping import average_link
from onrecord.stories.likeness import candidates
from onrecord.stories.origins import STOCK, origins
from onrecord.stories.wording import runs, stem, wording
from onrecord.values.article import Article

WIRE = (
    "RIGA (Baltic Wire) - The presidents of Livonia and Courland met for twenty minutes on Monday on the margins of the harbour summit and agreed to "
    "reopen the railway line between their capitals before winter sets in. Officials on both sides described the mood as businesslike after a year in "
    "which the two governments had traded accusations over fishing rights. The line was closed in April when Courland recalled its ambassador. Freight "
    "companies had warned that another season without the crossing would ruin the smaller ports along the coast. A joint commission of engineers will "
    "inspect the bridges next month and report to both parliaments."
)
OWN = (
    "The leaders of Livonia and Courland spoke briefly in Riga on Monday, the first such talk since spring. Livonia's Anna Ilves and Courland's Karl "
    "Toom shook hands beside the harbour. Aides said that trains could run again by December, though no paper was signed. Fishermen in both "
    "countries have waited for a thaw, and shares of the state railway rose by four per cent in late trading after the news of the meeting spread."
)
OTHER = (
    "A storm tore the roof off the stadium in Tartu on Saturday, hours before the cup final. Nobody was hurt, the fire brigade said, but the match "
    "was moved to Friday. Engineers will examine the stands this week. The club asked supporters to keep their tickets while insurers count the cost."
)


def article(key: str, text: str, day: str = "2026-03-02") -> Article:
    return Article(text, key=key, published=day, headline=text[:60], language="en")


def test_reports_of_one_happening_are_one_story_and_others_are_not() -> None:
    """Two outlets on one meeting, in their own words, and a third on a storm: two stories."""
    stories = group([article("b", OWN), article("a", WIRE), article("c", OTHER)])
    assert [[r.key for r in s.reports] for s in stories] == [["a", "b"], ["c"]]
    assert stories[0].origins == 2


def test_brief_reports_of_one_day_that_name_nothing_in_common_are_two_stories() -> None:
    """A crash and a shooting, told in the same few words on the same Sunday; one place in both makes them one."""
    crash = "A bus fell into a ravine near Lima on Sunday, killing nine people, police said. A hospital doctor said 11 had died."
    shots = (
        "Gunmen killed four people at a petrol station in Lagos on Sunday, police said. Witnesses said six had died."
    )
    assert len(group([article("a", crash), article("b", shots)])) == 2
    assert (
        len(group([article("a", crash), article("b", crash.replace("a ravine", "a river in May").replace("11", "12"))]))
        == 1
    )


def test_days_and_months_are_no_names() -> None:
    """Theresa May is one."""
    told = wording(Article("In Lagos on Sunday, 4 March, the crowd met Theresa May."), "a")
    assert {name for name in told.names if name.startswith("N:")} == {"N:lago", "N:theresa", "N:may"}


def test_the_order_of_the_reports_does_not_matter() -> None:
    """The same stories, whichever report comes first."""
    reports = [article("a", WIRE), article("b", OWN), article("c", OTHER)]
    assert group(reports) == group(reports[::-1])


def test_a_cut_and_extended_copy_has_the_wires_origin() -> None:
    """The first half of the wire text under another outlet's own line: two reports, one origin."""
    cut = article("b", "Our correspondent in Riga writes. " + WIRE[: len(WIRE) * 2 // 3])
    (story,) = group([article("a", WIRE), cut])
    assert {r.origin for r in story.reports} == {"a"}


def test_one_officials_words_do_not_make_two_reporters_one() -> None:
    """Independent reports that print the same long quotation keep their own origins."""
    said = '"We agreed that the railway shall carry passengers and freight again, and that nobody on this coast shall pay for the quarrels of two capitals any longer than he must," she said. '
    first, second = wording(article("a", said + OWN), "a"), wording(article("b", said + OTHER), "b")
    assert not first.runs & second.runs
    assert origins([first, second]) == [0, 1]


def test_a_patchwork_joins_the_whole_text_and_never_two_texts_to_each_other() -> None:
    """A piece made of half the wire text and half of another own text does not make these two one origin."""
    patch = OWN[: len(OWN) // 2] + " " + WIRE[: len(WIRE) // 2]
    found = origins([wording(article(str(i), text), str(i)) for i, text in enumerate((WIRE, OWN, patch))])
    assert found[0] != found[1]
    assert found[2] in (found[0], found[1])


def test_last_years_meeting_is_another_story() -> None:
    """The date of publication parts two reports with nearly the same names and words."""
    later = article("b", OWN.replace("spring", "the war").replace("December", "June"), day="2027-03-08")
    assert len(group([article("a", WIRE), later])) == 2


def test_average_link_stops_at_the_cut_and_breaks_ties_by_index() -> None:
    """A chain of likenesses is no cluster unless the mean reaches the cut."""
    graph = {0: {1: 0.9}, 1: {0: 0.9, 2: 0.8}, 2: {1: 0.8}}
    assert average_link(3, graph, 0.5) == [[0, 1], [2]]
    assert average_link(3, graph, 0.3) == [[0, 1, 2]]
    assert average_link(0, {}, 0.5) == []


def test_runs_are_the_same_in_every_process_and_words_are_stemmed() -> None:
    """Runs are stable hashes; stems join the commonest forms."""
    assert runs("one two three four five") == runs("One two, three four five!")
    assert len(runs("one two three four five")) == 1
    assert stem("countries") == stem("country")
    assert runs('He said "one two three four five six seven" today') == frozenset()


def test_a_report_without_a_key_is_called_by_its_place() -> None:
    """Nothing is lost where a caller gives no key."""
    (story,) = group([Article(OTHER)])
    assert story.id == "#1"


def test_a_text_that_very_many_print_is_one_origin() -> None:
    """More outlets than a stock phrase may have, each with its own first line: still one text."""
    found = origins([wording(article(f"{i:03}", f"By our reporter {i}. {WIRE}"), f"{i:03}") for i in range(STOCK + 20)])
    assert len(set(found)) == 1


def test_only_reports_of_one_season_are_held_against_each_other() -> None:
    """A pair is made within ninety days, and of a report without a day with everyone; each pair once, in order."""
    days = ("2026-03-02", "2026-05-20", "2027-03-02", None)
    told = [wording(Article(OWN, key=str(i), published=day, language="en"), str(i)) for i, day in enumerate(days)]
    found = candidates(told, load())
    assert list(zip(found.first.tolist(), found.second.tolist(), strict=True)) == [(0, 1), (0, 3), (1, 3), (2, 3)]
    assert found.cosines[:, 0].min() > 0.99


def test_pairs_do_not_depend_on_how_many_are_counted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same pairs and cosines in small portions as in one."""
    texts = [
        f"{one} {other}"
        for one in (WIRE, OWN, OTHER)
        for other in ("", "A ferry sailed to Gotland.", "Rain fell in Tartu.")
    ]
    told = [wording(article(str(i), text, f"2026-03-{2 + i:02}"), str(i)) for i, text in enumerate(texts)]
    whole = candidates(told, load())
    monkeypatch.setattr(pairs, "STRIDE", 10)
    parts = candidates(told, load())
    assert len(whole.first) > 8
    assert (whole.first.tolist(), whole.second.tolist(), whole.cosines.tolist()) == (
        parts.first.tolist(),
        parts.second.tolist(),
        parts.cosines.tolist(),
    )
