"""The table of forms: every way in which records leave onrecord. To add one: write its file here, add its line below."""

from __future__ import annotations

from typing import Final

from onrecord.errors import SettingsError
from onrecord.views.export import (
    acled,
    brat,
    columnar,
    docbin,
    event_csv,
    followthemoney,
    gdelt,
    geojson,
    jsonl,
    polecat,
    schema_org,
    timeml,
    ucdp,
    web_annotation,
)
from onrecord.views.export.form import Form

FORMS: Final = (
    Form("jsonl", "native JSON lines, the record itself", ".jsonl", jsonl.write),
    Form("csv", "CSV for people and spreadsheets, one row an event", ".csv", event_csv.write),
    Form("parquet", "Parquet, one row for each value that somebody asserts", ".parquet", columnar.write_values, needs=("pyarrow",)),
    Form("parquet-events", "Parquet, one row an event", ".parquet", columnar.write_events, needs=("pyarrow",)),
    Form("polecat", "POLECAT's 40 columns, TSV", ".txt", polecat.write, dated=True),
    Form("gdelt-events", "GDELT 2.0 Events, 61 columns, TSV without header", ".export.CSV", gdelt.write_events, dated=True),
    Form("gdelt-mentions", "GDELT 2.0 Mentions, 16 columns, TSV without header", ".mentions.CSV", gdelt.write_mentions, dated=True),
    Form("ucdp", "events with deaths in the shape of UCDP GED, CSV", ".csv", ucdp.write, dated=True),
    Form("acled", "protests, attacks, arrests in the shape of ACLED, CSV", ".csv", acled.write, dated=True),
    Form("geojson", "GeoJSON, one Feature an event", ".geojson", geojson.write),
    Form("web-annotation", "W3C Web Annotation, JSON-LD", ".jsonld", web_annotation.write),
    Form("schema-org", "schema.org Quotation and Claim, JSON-LD", ".jsonld", schema_org.write),
    Form("followthemoney", "FollowTheMoney entities, JSON lines", ".ftm.json", followthemoney.write),
    Form("docbin", "spaCy DocBin", ".spacy", docbin.write, needs=("spacy",)),
    Form("timeml", "TimeML, one file an article", ".tml", files=timeml.files),
    Form("brat", "brat standoff, two files an article", ".ann", files=brat.files, beside=brat.BESIDE),
)  # fmt: skip
BINARY: Final = frozenset({"parquet", "parquet-events", "docbin"})


def form_named(name: str) -> Form:
    """The form of this name. Raises SettingsError, listing the forms, for another."""
    for form in FORMS:
        if form.name == name:
            return form
    raise SettingsError(f"no form {name!r}: there are {', '.join(form.name for form in FORMS)}")
