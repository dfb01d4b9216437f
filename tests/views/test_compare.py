"""The discrepancy report in its forms: the one difference in a breath, counts at four levels, nothing of a stranger's text taken as markup."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper

import jsonschema
import pytest

from onrecord.errors import SettingsError
from onrecord.stories.policies import POLICIES, view
from onrecord.values import schema
from onrecord.values.findings import Bound
from onrecord.values.span import Span
from onrecord.values.story import THIRD, Agreement, Claim, Difference, Incident, Report, Story
from onrecord.views.cli.compare import under, written
from onrecord.views.cli.discrepancy import show
from onrecord.views.cli.main import main
from onrecord.views.cli.pretty import console
from onrecord.views.present.discrepancy import discrepancies

LINE = "The talks lasted 20 minutes, state radio said."


def claim(number: int, value: str, report: str, words: str, name: str | None, **more: object) -> Claim:
    """A claim about how long it lasted."""
    seconds = {"PT20M": 1200, "PT35M": 2100}.get(value)
    fields = {
        "field": "duration",
        "low": seconds,
        "high": seconds,
        "bound": "exact",
        "sentence": LINE if value == "PT20M" else f"An aide said {words}.",
        **more,
    }
    return Claim(
        f"c{number}",
        value=value,
        report=report,
        start=0,
        end=4,
        by=Span(0, 4) if name else None,
        by_name=name,
        words=words,
        **fields,
    )  # type: ignore[arg-type]


STORY = Story(
    "echo",
    (
        Report("echo", "wire", "Echo", "2031-05-05", "Talks <b>in</b> *Riga*", "sha256:b"),
        Report("own", "own", "=Daily", "2031-05-06", "Half an hour", "sha256:c"),
        Report("wire", "wire", "Wire", "2031-05-04", "Talks in Riga", "sha256:a"),
    ),
    Incident("CONSULT", "2031-05-04", "Riga"),
    (
        claim(1, "PT20M", "wire", "20 minutes", "state radio", form="other_outlet"),
        claim(2, "PT20M", "echo", "20 minutes", "state radio", form="other_outlet"),
        claim(3, "PT35M", "own", "about 35 minutes", "palace official", form="role_described", terms="anonymity_requested"),
        claim(4, "not stated", "own", "would not say what was said", "Amari's office", field="content_disclosed", stance="blank", form="named_institution"),
    ),
    (Difference("d1", "duration", None, "conflict", ("c1", "c2", "c3"), (("c1", "c3"), ("c2", "c3"))),),
    (Agreement("duration", None, "PT20M", ("c1", "c2")),),
)  # fmt: skip


def test_a_breath_tells_the_difference_and_the_unnamed_official() -> None:
    """One sentence: what they differ on, each value, who says it, and that one of them is not named."""
    page = discrepancies(STORY)
    assert page.breath == (
        "They differ on how long it lasted: 20 minutes, says state radio; about 35 minutes, says a palace official (unnamed, asked not to be named)."
    )
    twenty = next(s for s in page.disputes[0].stands if s.value == "20 minutes")
    assert (twenty.tally.reports, twenty.tally.outlets, twenty.tally.texts, twenty.tally.origins) == (2, 2, 2, 1)
    assert twenty.copies == ("Echo has the text of Wire",)
    assert [row[1] for row in page.unnamed] == ["about 35 minutes"]
    assert page.blanks == (("What was said there", "not stated", "Amari's office"),)


def test_the_terminal_shows_it_without_markup(capsys: pytest.CaptureFixture[str]) -> None:
    """The panel, the counts, the sentence with the value in it; a headline's brackets stay as they are."""
    show(STORY, console(colour=False))
    told = capsys.readouterr().out
    assert "WHERE ACCOUNTS DIFFER" in told
    assert "2 reports > 2 outlets > 2 texts > 1 origin" in told
    assert "“The talks lasted 20 minutes, state radio said.”" in told
    assert "Talks <b>in</b> *Riga*" in told


def test_json_is_the_answer_that_the_scorer_reads() -> None:
    """Articles with origins; differences with values, spans of sources and pairs of indices."""
    told = json.loads(written(STORY, "json"))
    assert told["articles"][0] == {"key": "echo", "origin": "wire"}
    (one,) = told["disagreements"]
    assert one["kind"] == "conflict"
    assert one["pairs"] == [[0, 2], [1, 2]]
    assert one["values"][2]["by_name"] == "palace official"
    assert one["values"][2]["by"] == {"start": 0, "end": 4}


def test_what_one_party_alone_says_has_its_section() -> None:
    """Half an hour, by one side's office alone; twenty minutes by a radio of neither side; in every form for people."""
    claims = tuple(replace(c, party="Livonia" if c.by_name == "palace official" else THIRD) for c in STORY.claims)
    story = replace(STORY, incident=replace(STORY.incident, parties=("Courland", "Livonia")), claims=claims)
    assert [row[2].split(":")[0] for row in discrepancies(story).party] == ["third parties alone", "Livonia alone"]
    assert "## What only one party says" in written(story, "markdown")
    assert "What only one party says" in written(story, "html")
    assert json.loads(written(story, "json"))["parties"] == ["Courland", "Livonia"]
    assert discrepancies(STORY).party == ()


def test_the_whole_story_keeps_to_its_schema() -> None:
    """`--format jsonl` is `onrecord-story/1`; a story without its reports, or with another name of the schema, is none."""
    validator = jsonschema.Draft202012Validator(json.loads(schema.shipped("story")))
    told = json.loads(written(STORY, "jsonl"))
    validator.validate(told)
    assert not validator.is_valid({**told, "schema": "onrecord-story/9"})
    assert not validator.is_valid({name: value for name, value in told.items() if name != "reports"})
    assert schema.shipped("story") == schema.text("story")


def test_markdown_and_html_take_no_markup_from_a_report() -> None:
    """A headline with tags and asterisks is told as it is."""
    assert "\\<b\\>in\\</b\\> \\*Riga\\*" in written(STORY, "markdown")
    page = written(STORY, "html")
    assert "&lt;b&gt;in&lt;/b&gt;" in page
    assert "<script" not in page


def test_csv_has_a_row_a_claim_and_runs_no_formula() -> None:
    """As many rows as claims, each as wide as the header; an outlet that begins with "=" is text."""
    rows = list(csv.reader(StringIO(written(STORY, "csv"))))
    assert len(rows) == 1 + len(STORY.claims)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert "'=Daily" in {row[rows[0].index("outlet")] for row in rows}


def test_csv_ends_its_lines_as_csv_does_and_shows_no_control_character() -> None:
    """CRLF behind each row (RFC 4180) and no mark in its place; an escape character in an outlet's name is a mark."""
    told = written(replace(STORY, reports=(replace(STORY.reports[0], outlet="Ec\x1bho"), *STORY.reports[1:])), "csv")
    assert told.count("\r\n") == 1 + len(STORY.claims)
    assert told.endswith("\r\n")
    assert told.count("\N{REPLACEMENT CHARACTER}") == told.count("Ec\N{REPLACEMENT CHARACTER}ho") == 1


def test_policies_are_views_and_an_unknown_one_lists_the_known() -> None:
    """The claims stay; each policy gives its own line."""
    assert view(STORY, "per_claimant", "duration") == {"state radio": "PT20M", "palace official": "PT35M"}
    assert view(STORY, "range", "duration") == {"low": 1200, "high": 2100}
    assert view(STORY, "conservative", "duration") == {"value": "PT20M"}
    assert view(STORY, "majority_of_origins", "duration") == {"value": None, "origins": 1}
    assert view(STORY, "latest", "duration") == {"value": "PT35M", "published": "2031-05-06"}
    assert under(STORY, "conservative").startswith("How long it lasted")
    with pytest.raises(SettingsError, match="per_claimant, range"):
        view(STORY, "truth", "duration")
    assert set(POLICIES) == {"per_claimant", "range", "conservative", "majority_of_origins", "latest"}


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (((1800, 1800, "about"), (7200, 7200, "exact")), "30 minutes to 2 hours"),
        (((None, 1800, "at_most"), (1200, 1200, "exact"), (60, None, "at_least")), "1 minute to 30 minutes"),
        (((None, 1800, "at_most"),), "at most 30 minutes"),
        (((3600, None, "at_least"),), "at least 1 hour"),
        (((3600, None, "at_least"), (None, 1800, "at_most")), "at least 1 hour, and at most 30 minutes"),
        (((1800, 1800, "about"), (1800, 1800, "exact")), "30 minutes"),
    ],
)
def test_a_range_has_only_the_ends_that_are_told(
    ends: tuple[tuple[float | None, float | None, Bound], ...], told: str
) -> None:
    """In words, as the report of a story tells them; "no more than" gives no least, "at least" no greatest, "about 30" is 30."""
    claims = tuple(
        replace(STORY.claims[0], id=f"c{n}", low=low, high=high, bound=bound)
        for n, (low, high, bound) in enumerate(ends)
    )
    assert under(replace(STORY, claims=claims), "range") == f"How long it lasted: {told}\n"


def test_a_policy_leaves_out_what_it_has_nothing_to_say_of() -> None:
    """A place has no least and no greatest; a count is written as people write it, also under the other policies."""
    where = replace(STORY.claims[0], id="c8", field="where", value="the harbour", low=None, high=None, bound=None)
    killed = replace(STORY.claims[0], id="c9", field="killed", value=12000, low=12000, high=None, bound="at_least")
    story = replace(STORY, claims=(where, killed))
    assert under(story, "range") == "How many were killed: at least 12,000\n"
    assert under(story, "latest").splitlines()[1] == "How many were killed: value 12,000, published 2031-05-04"
    assert json.loads(under(story, "range", as_json=True))[0] == {
        "field": "where",
        "of": None,
        "policy": "range",
        "view": {},
    }


def test_the_verb_takes_json_lines_and_prints_one_object(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """`onrecord compare - --from jsonl --format json`: the articles go to `compare` unread, the answer comes out as one line."""
    given = []

    def stand_in(articles: object) -> Story:
        given.extend(articles)  # type: ignore[arg-type]
        return STORY

    monkeypatch.setattr("onrecord.api.compare", stand_in)
    monkeypatch.setattr(
        "sys.stdin", TextIOWrapper(BytesIO(b'{"key": "k", "text": "Talks.", "outlet": "Wire"}\n'), "utf-8")
    )
    assert main(["compare", "-", "--from", "jsonl", "--format", "json"]) == 0
    assert [one.key for one in given] == ["k"]
    assert json.loads(capfdbinary.readouterr().out)["disagreements"][0]["id"] == "d1"
