"""Tables of the field: columns as their definitions list them, cells that are safe, rows that can be traced."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from export_news import QUIET, RECORD

from onrecord.errors import BrokenRecord
from onrecord.values.findings import Credit
from onrecord.views.export import acled, cells, gdelt, polecat, ucdp
from onrecord.views.export.country_codes import codes_of
from onrecord.views.export.face import export
from onrecord.views.export.goldstein import goldstein

# The header line of POLECAT's weekly files, as readers of them quote it.
POLECAT = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\tPrimary Actor Sector"
    "\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector"
    "\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\tWikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude"
    "\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory Locations"
    "\tLanguage\tVersion"
)
NAME = re.compile(r"onrecord-[0-9a-f]{24}(-\d+)?-[a-z]+\d+\Z")


def rows(form: str, *records, delimiter: str = ",") -> list[dict[str, str]]:
    data = export(records or [RECORD], form)
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=delimiter))


def gdelt_rows(form: str, columns) -> list[dict[str, str]]:
    lines = export([RECORD], form).decode().splitlines()
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


@pytest.mark.parametrize(
    ("columns", "count"),
    [(polecat.COLUMNS, 40), (gdelt.EVENTS, 61), (gdelt.MENTIONS, 16), (ucdp.COLUMNS, 49), (acled.COLUMNS, 31)],
)
def test_a_table_has_the_columns_of_its_definition(columns, count) -> None:
    """Each column stands once, and there are as many as the codebook counts."""
    assert len(columns) == len(set(columns)) == count


def test_a_csv_for_people_has_a_row_an_event_with_who_says_it_and_its_sentence() -> None:
    """First what one asks first; every event with its status; offsets lead to the words; a sentence that begins like a formula is text."""
    told = rows("csv")
    talks, shelling, denied, *_ = told
    assert [row["event"].rsplit("-", 1)[1] for row in told] == [one.id for one in RECORD.events]
    assert (talks["date"], talks["when"], talks["what"], talks["place"]) == ("2026-03-03", "Tuesday", "Meeting", "Riga")
    assert talks["actors"] == "Anna Ilves; Karl Toom"
    assert talks["who_says"] == "state radio"
    assert (
        talks["values"]
        == "lasted: 20 minutes — state radio; lasted: half an hour — an aide (unnamed, asked not to be named)"
    )
    assert talks["sentence"] == "Anna Ilves and Karl Toom met in Riga on Tuesday for 20 minutes, state radio reported."
    assert (talks["confidence"], talks["outlet"], talks["key"]) == ("0.93", "Baltic Wire", "wire-17")
    assert RECORD.article.text[int(talks["start"]) : int(talks["end"])] == talks["words"] == "met"
    assert (shelling["who_says"], shelling["killed"], shelling["killed_high"]) == ("the report itself", "12", "19")
    assert (denied["status"], denied["who_says"], denied["date_stated"]) == ("denied", "the army", "no")
    assert list(talks)[:4] == ["date", "when", "what", "actors"]
    article = replace(RECORD.article, outlet=Credit("=cmd|' /C calc'!A0"))
    assert rows("csv", replace(RECORD, article=article))[0]["outlet"].startswith("'=cmd")
    assert rows("csv", replace(RECORD, events=(), disagreements=())) == []


def test_polecat_is_tab_separated_with_polecats_own_header() -> None:
    """The header is that of the weekly files, no value is "None", and every line has forty cells."""
    lines = export([RECORD], "polecat").decode().split("\n")
    assert lines[0] == POLECAT
    assert {line.count("\t") for line in lines[:-1]} == {39}
    assert lines[-1] == ""
    [talks, shelling, march] = rows("polecat", delimiter="\t")
    assert (talks["Event Type"], talks["Event Mode"], talks["Quad Code"]) == (
        "CONSULT",
        "third-party",
        "Verbal Cooperation",
    )
    assert (talks["Actor Name"], talks["Recipient Name"]) == ("Anna Ilves", "Karl Toom")
    assert (talks["Event Date"], talks["Publication Date"]) == ("2026-03-03", "2026-03-04")
    assert (shelling["Province"], shelling["GeoNames ID"], shelling["Latitude"]) == ("Ida-Virumaa", "590031", "59.377")
    assert march["Placename"] == march["Intensity"] == "None"


def test_only_what_happened_stands_in_tables_without_a_column_for_status() -> None:
    """Denied and planned events have no row; nor has background that the text does not date, as the report's day is not its own."""
    for form, delimiter in (("polecat", "\t"), ("acled", ",")):
        told = {next(iter(row.values())).rsplit("-", 1)[1] for row in rows(form, delimiter=delimiter)}
        assert not told & {"e3", "e5", "e6"}


def test_gdelt_events_read_as_the_codebook_says() -> None:
    """Sixty-one cells, no header; numbers where the codebook has numbers; FIPS countries; our own 64-bit ids."""
    [talks, shelling, _] = gdelt_rows("gdelt-events", gdelt.EVENTS)
    assert 0 < int(talks["GlobalEventID"]) < 2**63
    assert (talks["Day"], talks["MonthYear"], talks["Year"]) == ("20260303", "202603", "2026")
    assert float(talks["FractionDate"]) == pytest.approx(2026 + (3 * 30 + 3) / 365, abs=1e-4)
    assert (talks["Actor1Code"], talks["Actor2CountryCode"]) == ("ESTGOV", "LVA")
    assert (talks["EventCode"], talks["EventRootCode"], talks["QuadClass"], talks["GoldsteinScale"]) == (
        "044",
        "04",
        "1",
        "2.5",
    )
    assert (talks["ActionGeo_CountryCode"], talks["ActionGeo_Type"], talks["ActionGeo_Long"]) == ("LG", "4", "24.105")
    assert (shelling["EventCode"], shelling["QuadClass"], shelling["NumMentions"]) == ("194", "4", "2")
    assert talks["DATEADDED"] == "20260304080000", "the moment of publication, in UTC"
    assert talks["SOURCEURL"] == "https://news.example/a?b=1&c=2"


@pytest.mark.parametrize(
    ("code", "told"),
    [("010", 1), ("0811", 2), ("139", 3), ("195", 4), ("", None), ("x1", None), ("99", None), ("²3", None)],
)
def test_what_is_no_cameo_code_has_no_quad_class(code: str, told: int | None) -> None:
    """A record from elsewhere may bring a code that CAMEO does not have: its cell stays empty, and the other rows are written."""
    assert gdelt.quad_class(code) == told


def test_gdelt_mentions_point_into_the_text() -> None:
    """A row for each place that tells of an event, its offsets those of the text, its `Extras` who says it and the sentence."""
    mentions = gdelt_rows("gdelt-mentions", gdelt.MENTIONS)
    ids = {row["GlobalEventID"] for row in gdelt_rows("gdelt-events", gdelt.EVENTS)}
    assert {row["GlobalEventID"] for row in mentions} == ids
    assert len(mentions) == 4
    first = mentions[0]
    assert RECORD.article.text[int(first["ActionCharOffset"]) :].startswith("met")
    assert RECORD.article.text[int(first["Actor2CharOffset"]) :].startswith("Karl Toom")
    assert (first["SentenceID"], first["MentionType"], first["MentionSourceName"]) == ("2", "1", "news.example")
    assert "by:state radio (a1, other_outlet)" in first["Extras"]
    assert "sentence:Anna Ilves and Karl Toom met in Riga" in first["Extras"]


def test_the_ucdp_shape_keeps_every_claimant() -> None:
    """Best, low and high span the accounts; `source_original` names each with its figure; only events with deaths have a row."""
    [row] = rows("ucdp")
    assert (row["best"], row["low"], row["high"]) == ("12", "12", "19")
    assert int(row["best"]) == sum(int(row[f"deaths_{who}"]) for who in ("a", "b", "civilians", "unknown"))
    assert (
        row["source_original"] == "12 people: police (a3, named_institution); 19 people: The mayor (a4, role_described)"
    )
    assert '"Rebels shelled Narva on 2 March; at least 12 people were killed, police said."' in row["source_article"]
    assert (row["where_prec"], row["date_prec"], row["geom_wkt"]) == ("1", "1", "POINT (28.19 59.377)")
    assert row["conflict_new_id"] == row["dyad_new_id"] == row["country_id"] == "", "UCDP's keys are UCDP's"


def test_the_acled_shape_has_our_own_ids() -> None:
    """Ids are ours, words for types are the codebook's, and the notes carry the sentence and who says each figure."""
    [shelling, march] = rows("acled")
    assert NAME.match(shelling["event_id_cnty"])
    assert (shelling["event_type"], shelling["inter1"]) == ("Explosions/Remote violence", "Rebel group")
    assert (shelling["iso"], shelling["fatalities"], shelling["time_precision"]) == ("233", "12", "1")
    assert "19 people: The mayor (a4, role_described)" in shelling["notes"]
    assert (march["event_type"], march["time_precision"]) == ("Protests", "3")


def test_a_cell_of_text_is_no_formula_and_a_number_stays_a_number() -> None:
    """Text that begins with = + - @ tab or a line's end gets an apostrophe; -9.1 and -5 do not."""
    row = {"a": "=1+1", "b": "-x", "c": -9.1, "d": "@x", "e": "\tx", "f": "\rx", "g": None, "h": 'x "y", z'}
    csv_lines = b"".join(cells.csv_table(tuple(row), [row])).decode()
    [read] = csv.DictReader(io.StringIO(csv_lines, newline=""))
    assert read == {
        "a": "'=1+1",
        "b": "'-x",
        "c": "-9.1",
        "d": "'@x",
        "e": "'\tx",
        "f": "'\rx",
        "g": "",
        "h": 'x "y", z',
    }
    tsv = b"".join(cells.tsv_table(tuple(row), [row], header=False)).decode()
    assert tsv.count("\t") == 7
    assert tsv.count("\n") == 1
    assert "\r" not in tsv


def test_a_row_of_the_wrong_width_is_not_written() -> None:
    """A missing or an extra cell raises BrokenRecord, naming the column."""
    for row in ({"a": 1}, {"a": 1, "b": 2, "c": 3}, {"a": 1, "c": 3}):
        with pytest.raises(BrokenRecord, match=r"columns: .*[bc]"):
            list(cells.csv_table(("a", "b"), [row]))


@pytest.mark.parametrize("form", ["polecat", "gdelt-events", "gdelt-mentions", "ucdp", "acled"])
def test_no_record_and_no_event_give_no_row(form) -> None:
    """An empty export is a header, or nothing where the form has none."""
    assert export([], form) == export([QUIET], form)
    assert export([], form).count(b"\n") == (0 if form.startswith("gdelt") else 1)


def test_goldstein_and_country_codes_follow_their_tables() -> None:
    """Values of the published scale; codes of GeoNames."""
    assert [goldstein(code) for code in ("0874", "0871", "1822", "130", "13", "057", "xyz")] == [
        10,
        9,
        -9,
        -4.4,
        -6,
        8,
        None,
    ]
    assert codes_of("GBR") == ("GB", "UK", "826")
    assert codes_of(None) == codes_of("???") == ("", "", "")
