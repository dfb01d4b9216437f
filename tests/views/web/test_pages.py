"""What the desk answers: its pages and their twins, one shape of error, what it refuses, and who may change what."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from onrecord.errors import LedgerError, NotInLedger
from onrecord.keeping.ledger import Ledger
from onrecord.ledger import engine
from onrecord.settings import Settings
from onrecord.values.wire import record_from_json
from onrecord.views.web import faults
from onrecord.views.web.application import application
from onrecord.views.web.options import Options

Asks = Callable[..., TestClient]
LONE = ("/", "/actors", "/meetings", "/map", "/sources", "/codebook", "/judgements", "/export")
EVIL = '<script>alert(1)</script>" onload="x" \x00 & </style></p>'


class Page(HTMLParser):
    """What of a page a policy or a reader could stumble over."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.forms = self.tokens = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.inline += [name for name in told if name.startswith("on") or name == "style"]
        self.inline += [tag] if tag == "style" or (tag == "script" and "src" not in told) else []
        self.addresses += [told[name] or "" for name in ("src", "srcset") if name in told]
        self.addresses += [told.get("href") or ""] if tag == "link" else []
        self.ids += [told["id"] or ""] if "id" in told else []
        self.forms += tag == "form" and told.get("method") == "post"
        self.tokens += tag == "input" and told.get("name") == "csrf"


def token(client: TestClient) -> str:
    return str(client.get("/session.json").json()["csrf"])


def story_of(client: TestClient) -> dict[str, Any]:
    id = client.get("/desk.json").json()["stories"][0]["id"]
    return dict(client.get(f"/stories/{id}.json").json())


def every_page(client: TestClient) -> list[str]:
    story = story_of(client)
    reports = [one["first"]["id"] for one in story["origins"]]
    return [
        *LONE,
        f"/stories/{story['id']}",
        *(f"/articles/{id}" for id in reports),
        "/actors/Ingrid%20Solheim",
        "/search?q=fish*",
        "/read",
        "/login",
    ]


def test_every_page_is_given_and_holds_nothing_inline_or_from_elsewhere(asks: Asks) -> None:
    """The policy lets through what this server gives as files of its own: no page needs more."""
    client = asks()
    for path in every_page(client):
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = Page(answer.text)
        assert page.inline == [], path
        assert all(address.startswith("/") for address in page.addresses), path
        assert len(page.ids) == len(set(page.ids)), path
        assert page.tokens == page.forms, path
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_every_page_has_a_twin_that_the_description_describes(asks: Asks) -> None:
    """The same address with .json; /openapi.json has it, with the shape of its answer and of its error."""
    client = asks()
    described = client.get("/openapi.json").json()
    for path in [*LONE, "/search"]:
        twin = "/desk.json" if path == "/" else f"{path}.json"
        assert client.get(twin).headers["content-type"] == "application/json", twin
        assert described["paths"][twin]["get"]["responses"]["200"]["content"]["application/json"]["schema"], twin
    assert "FaultAnswer" in described["components"]["schemas"]
    for path in ("/stories/{id}.json", "/articles/{id}.json", "/actors/{name}.json", "/read.json"):
        assert path in described["paths"]


def test_a_story_tells_its_disagreement_with_claimant_form_outlets_and_sentence(asks: Asks) -> None:
    """The samples tell of one meeting, which lasted 20 minutes, half an hour or about 35, by whom one asks."""
    story = story_of(asks())
    asked = story["disputed"][0]
    assert asked["question"] == "How long it lasted"
    told = {one["value"]: one for one in asked["positions"]}
    assert {"20 minutes", "half an hour", "about 35 minutes"} <= set(told)
    official = told["about 35 minutes"]
    assert official["forms"] == ["unnamed, by role"]
    assert official["unnamed"]
    assert official["outlets"] == ["Lisbon Courier"]
    assert "asked not to be named" in official["evidence"][0]["sentence"]
    assert official["evidence"][0]["paths"]
    assert story["tally"] == {"reports": 5, "outlets": 5, "texts": 5, "origins": 4}


def test_an_article_comes_with_its_record_and_every_letter_of_its_text(asks: Asks) -> None:
    """The pieces put together again are the paragraphs of the text, and the record reads back."""
    client = asks()
    id = story_of(client)["origins"][0]["first"]["id"]
    page = client.get(f"/articles/{id}.json").json()
    record = record_from_json(page["record"])
    for one in page["reading"]["paragraphs"]:
        told = "".join(run["text"] for run in one["runs"])
        assert record.article.text[one["start"] : one["start"] + len(told)] == told


def test_a_story_of_no_known_day_tells_the_weekday(asks: Asks, ledger: Ledger) -> None:
    """A report that does not say when it was published: what is known of the day, and no code."""
    (added,) = ledger.add(
        [{"text": "RIGA - A bomb killed 12 people in Riga on Tuesday, police said.", "outlet": "Echo"}]
    )
    story = asks().get(f"/stories/{ledger.story(added.report).id}.json").json()
    assert story["subject"] == "Attack, Riga, Tuesday"


def test_nothing_of_an_article_can_run(asks: Asks, ledger: Ledger) -> None:
    """A hostile report is text on every page that shows it."""
    added = ledger.add(
        [
            {
                "text": f"{EVIL} Ilves met Toom in Riga on Monday, {EVIL} said.",
                "outlet": EVIL,
                "headline": EVIL,
                "url": "javascript:alert(1)",
            }
        ]
    )
    client = asks()
    for path in (
        "/",
        f"/articles/{added[0].report}",
        "/search?q=Riga",
        f"/search?q={quote(EVIL)}",
        "/actors",
        "/sources",
    ):
        answer = client.get(path)
        assert Page(answer.text).inline == [], path
        assert "<script>alert" not in answer.text
        assert 'href="javascript' not in answer.text


@pytest.mark.parametrize(
    ("path", "status"), [("/nothing.json", 404), ("/stories/s00000000.json", 404), ("/articles/none.json", 404), ("/codebook/none.json", 404),
                         ("/search.json?since=tuesday", 400), ("/desk.json?page=0", 422), ("/export/none", 400), ("/actors/Nobody%20Known.json", 404)]
)  # fmt: skip
def test_every_error_has_one_shape_and_names_the_remedy(asks: Asks, path: str, status: int) -> None:
    """{"error": {"status", "message", "remedy"}}, also where the framework raised it; for people the same on a page."""
    client = asks()
    answer = client.get(path, headers={"accept": "application/json"})
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    error = answer.json()["error"]
    assert set(error) == {"status", "message", "remedy"}
    assert error["status"] == status
    assert error["message"]
    assert error["remedy"]
    shown = client.get(path.replace("/desk.json", "/").replace(".json", ""), headers={"accept": "text/html"})
    assert shown.status_code == status
    assert "<h1>" in shown.text


def test_the_status_is_told_by_the_kind_of_an_error_and_not_by_its_words() -> None:
    """404 for what the ledger does not hold, 400 for what cannot be, whatever either says."""
    assert faults.of_error(NotInLedger("it is gone: look elsewhere")).status == 404
    assert faults.of_error(LedgerError("the value has no unit: give one")).status == 400


def test_a_ledger_that_another_writer_holds_is_busy_and_not_wrong(
    read_samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 with Retry-After, not 400: nothing of what was sent is at fault; once the writer is done, the same call is taken."""
    monkeypatch.setattr(engine, "PATIENCE", 1)
    (tmp_path / "desk.db").write_bytes(read_samples.read_bytes())
    with Ledger(tmp_path / "desk.db", clock=lambda: "2026-03-05T10:00:00Z", settings=Settings()) as impatient:
        client = TestClient(application(impatient, Options(author="Ada")), base_url="http://127.0.0.1:8600")
        id = story_of(client)["origins"][0]["first"]["id"]
        event = client.get(f"/articles/{id}.json").json()["record"]["events"][0]["id"]
        form = {"csrf": token(client), "path": f"{event}.type", "verb": "accept", "why": "so"}
        other = sqlite3.connect(tmp_path / "desk.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        busy = client.post(f"/articles/{id}/judge", data=form, headers={"accept": "application/json"})
        other.execute("ROLLBACK")
        other.close()
        assert (busy.status_code, busy.headers["retry-after"]) == (503, "5")
        assert "in use by another writer" in busy.json()["error"]["message"]
        assert (
            client.post(f"/articles/{id}/judge", data=form, headers={"accept": "application/json"}).status_code == 200
        )


def test_a_value_is_changed_and_taken_back(asks: Asks) -> None:
    """A correction changes the story at once; taking it back restores it; both are kept with their author."""
    client = asks()
    before = story_of(client)
    found = next(p for p in before["disputed"][0]["positions"] if p["value"] == "half an hour")["evidence"][0]
    form = {
        "csrf": token(client),
        "path": " ".join(found["paths"]),
        "verb": "edit",
        "value": "about 25 minutes",
        "why": "misheard",
    }
    made = client.post(f"/articles/{found['report']}/judge", data=form, headers={"accept": "application/json"})
    assert made.status_code == 200
    values = [p["value"] for p in story_of(client)["disputed"][0]["positions"]]
    assert "about 25 minutes" in values
    assert "half an hour" not in values
    ids = ",".join(one["id"] for one in made.json()["judgements"])
    assert client.post("/judgements/undo", data={"csrf": form["csrf"], "ids": ids}).status_code == 200
    after = story_of(client)
    assert [p["value"] for p in after["disputed"][0]["positions"]] == [
        p["value"] for p in before["disputed"][0]["positions"]
    ]
    judged = client.get("/judgements.json").json()["judgements"]
    assert {one["author"] for one in judged} == {"Ada"}
    assert sum(one["verb"] == "undo" for one in judged) == len(made.json()["judgements"])


def test_what_cannot_be_is_refused_with_its_remedy(asks: Asks) -> None:
    """A judgement without a reason, a value that the codebook does not know, a path that leads nowhere: nothing is written."""
    client = asks()
    id = story_of(client)["origins"][0]["first"]["id"]
    event = client.get(f"/articles/{id}.json").json()["record"]["events"][0]["id"]
    for form in (
        {"path": f"{event}.type", "verb": "edit", "value": "PICNIC", "why": "it was one"},
        {"path": f"{event}.type", "verb": "edit", "value": "CONSULT", "why": " "},
        {"path": "e999.type", "verb": "edit", "value": "CONSULT", "why": "so"},
        {"path": f"{event}.type", "verb": "explode", "why": "so"},
    ):
        answer = client.post(
            f"/articles/{id}/judge", data=form | {"csrf": token(client)}, headers={"accept": "application/json"}
        )
        assert answer.status_code in (400, 404), form
        assert answer.json()["error"]["remedy"]
    assert client.get("/judgements.json").json()["judgements"] == []


def test_a_story_is_split_and_merged_again(asks: Asks) -> None:
    """Reports that tell of something else are set apart, by a judgement that one click undoes; a merge puts two stories together."""
    client = asks()
    story = story_of(client)
    radio = next(o["first"]["id"] for o in story["origins"] if o["first"]["outlet"] == "Radio Minho")
    answer = client.post(
        f"/stories/{story['id']}/split", data={"csrf": token(client), "report": radio, "why": "another day"}
    )
    assert answer.status_code == 200
    assert client.get("/desk.json").json()["of"] == 2
    answer = client.post(
        f"/stories/{story['id']}/merge",
        data={"csrf": token(client), "other": radio.replace("r", "s", 1), "why": "the same day after all"},
    )
    assert answer.status_code == 200
    assert client.get("/desk.json").json()["of"] == 1


def test_a_post_needs_the_token_of_its_visitor(asks: Asks) -> None:
    """Without it, with another's, or sent from another site, nothing is changed."""
    client, other = asks(), asks()
    form = {"path": "e1.type", "verb": "accept", "why": "so"}
    id = story_of(client)["origins"][0]["first"]["id"]
    for data, headers in (
        (form, {}),
        (form | {"csrf": token(other)}, {}),
        (form | {"csrf": token(client)}, {"origin": "https://elsewhere.example"}),
        (form | {"csrf": token(client)}, {"sec-fetch-site": "cross-site"}),
    ):
        answer = client.post(f"/articles/{id}/judge", data=data, headers={"accept": "application/json"} | headers)
        assert answer.status_code == 403
    for path in (
        "/judgements/undo",
        "/read",
        "/read/samples",
        "/login",
        "/logout",
        f"/stories/{id}/merge",
        f"/actors/{id}/split",
    ):
        assert client.post(path, data={"why": "so"}).status_code == 403, path
    assert client.post("/read.json", json={"text": "x"}).status_code == 403
    assert client.get("/judgements.json").json()["judgements"] == []
    cookie = client.get("/session.json").headers.get("set-cookie") or asks().get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()


def test_beyond_this_machine_nothing_changes_without_a_login(asks: Asks, ledger: Ledger) -> None:
    """Reading is open; a change asks for a name and password, and bears that name."""
    ledger.users.add("berit", "correct horse")
    client = asks(host="0.0.0.0", names=("desk.example",), base="http://desk.example")
    story = story_of(client)
    id = story["origins"][0]["first"]["id"]
    event = client.get(f"/articles/{id}.json").json()["record"]["events"][0]["id"]
    form = {"path": f"{event}.type", "verb": "accept", "why": "it is"}
    assert (
        client.post(
            f"/articles/{id}/judge", data=form | {"csrf": token(client)}, headers={"accept": "application/json"}
        ).status_code
        == 401
    )
    assert "Log in" in client.get(f"/stories/{story['id']}").text
    wrong = client.post("/login", data={"csrf": token(client), "name": "berit", "password": "wrong horse"})
    assert wrong.status_code == 401
    went = client.post(
        "/login",
        data={"csrf": token(client), "name": "berit", "password": "correct horse", "back": "//evil.example/"},
        follow_redirects=False,
    )
    assert went.status_code == 303
    assert went.headers["location"] == "/"
    made = client.post(
        f"/articles/{id}/judge", data=form | {"csrf": token(client)}, headers={"accept": "application/json"}
    )
    assert made.json()["judgements"][0]["author"] == "berit"
    client.post("/logout", data={"csrf": token(client)})
    assert client.get("/session.json").json()["user"] is None


def test_another_name_than_its_own_is_not_answered(asks: Asks) -> None:
    """A page elsewhere that points its own name at this machine gets nothing."""
    assert asks(base="http://evil.example").get("/", headers={"accept": "application/json"}).status_code == 421


def test_a_program_reads_a_report_and_keeps_it(asks: Asks) -> None:
    """POST /read.json gives the record and keeps nothing; /reports.json keeps."""
    client = asks()
    headers = {"x-csrf-token": token(client)}
    told = {
        "text": "Anna Ilves met Karl Toom in Riga on Monday for 20 minutes, an official said.",
        "published": "2026-03-03",
        "outlet": "Baltic Wire",
    }
    record = client.post("/read.json", json=told, headers=headers)
    assert record.json()["schema"] == "onrecord/1"
    assert client.get("/desk.json").json()["reports"] == 5
    assert client.post("/reports.json", json=[told], headers=headers).json()[0]["how"] == "new"
    assert client.get("/desk.json").json()["reports"] == 6
    refused = client.post("/read.json", json=told | {"published": "soon"}, headers=headers)
    assert refused.json()["error"]["message"] == "'soon' is no date"


def test_a_dropped_file_is_read(asks: Asks) -> None:
    """HTML, JSON lines, text: what the command takes, the form takes."""
    client = asks()
    page = b"<html><body><article><h1>Ministers talk</h1><p>Anna Ilves met Karl Toom in Riga on Monday, a spokesman said.</p></article></body></html>"
    shown = client.post("/read", data={"csrf": token(client), "do": "read"}, files={"file": ("page.html", page)})
    assert "Anna Ilves" in shown.text
    assert "Read, and not kept" in shown.text
    lines = b'{"text": "Ilves met Toom in Tartu."}\n{"text": "A storm broke windows in Narva."}\n'
    client.post("/read", data={"csrf": token(client), "do": "add"}, files={"file": ("two.jsonl", lines)})
    assert client.get("/desk.json").json()["reports"] == 7


def test_the_records_leave_in_every_form(asks: Asks) -> None:
    """Each form of export answers; several files come as one zip, the same bytes each time."""
    client = asks()
    forms = client.get("/export.json").json()["forms"]
    for form in forms:
        answer = client.get(f"/export/{form['name']}")
        assert answer.status_code == 200, form
        assert answer.content
        assert form["ending"] in answer.headers["content-disposition"]
    for form in client.get("/export.json").json()["review"]:
        assert client.get(f"/export/review/{form['name']}").content.startswith(b"PK")
    assert client.get("/export/brat").content == client.get("/export/brat").content
    id = story_of(client)["id"]
    lines = client.get(f"/stories/{id}/export/jsonl").text.splitlines()
    assert len([json.loads(line) for line in lines]) == 5
    for form in ("md", "csv", "html"):
        assert "half an hour" in client.get(f"/stories/{id}/report.{form}").text


def test_pictures_are_svg_that_can_do_nothing(asks: Asks) -> None:
    """Each picture has its own address, its policy and its table."""
    client = asks()
    id = story_of(client)["id"]
    for path in (
        "/pictures/meetings",
        "/pictures/timeline",
        f"/stories/{id}/pictures/origins",
        f"/stories/{id}/pictures/disagreements",
    ):
        answer = client.get(f"{path}.svg?width=360&dark=1")
        assert answer.headers["content-type"] == "image/svg+xml"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert not re.search(r"<script|\son\w+=|href=.http", answer.text)
        assert client.get(f"{path}.json").json()["table"]["columns"]


def test_a_long_pasted_text_is_taken_and_a_longer_one_refused(asks: Asks) -> None:
    """Two megabytes are a form like any; more than the server takes is refused before it is read."""
    client = asks()
    form = {"csrf": token(client), "do": "read", "text": ""}
    assert client.post("/read", data=form).status_code == 400
    answer = client.post(
        "/read",
        content=b"x" * (25 * 1024 * 1024),
        headers={"content-type": "application/x-www-form-urlencoded", "accept": "application/json"},
    )
    assert answer.status_code == 413
    assert answer.json()["error"]["remedy"]


def test_odd_addresses_in_headers_are_refused_not_stumbled_over(asks: Asks) -> None:
    """An Origin that is no address comes from elsewhere; the desk answers 403, never 500."""
    client = asks()
    answer = client.post("/read", data={"csrf": token(client), "text": "x"}, headers={"origin": "http://["})
    assert answer.status_code == 403


def test_a_report_with_half_a_character_has_its_page(asks: Asks) -> None:
    """Lone surrogates and control characters of a report, as archives bring them, do not take its page away: they are shown as U+FFFD."""
    client = asks()
    body = json.dumps(
        [
            {
                "text": "Anna Ilves met Karl \ud800 Toom in Riga.",
                "outlet": "Wire \udfff",
                "headline": "Ilves \u0000 meets",
            }
        ]
    )
    answer = client.post(
        "/reports.json", content=body, headers={"content-type": "application/json", "x-csrf-token": token(client)}
    )
    assert answer.status_code == 200, answer.text
    (report,) = (one for one in answer.json())
    page = client.get(f"/articles/{report['report']}")
    assert page.status_code == 200
    assert "Karl \ufffd Toom" in page.text
