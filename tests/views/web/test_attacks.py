"""The attack corpus against the desk: in every field of a record, in every judgement, in every part of an address; in a browser and without one.

With the content policy as it is shipped, and with every header that protects a browser taken away: escaping alone must hold.
"""

# ruff: noqa: T201  it tells how much was tried
from __future__ import annotations

import csv
import io
import itertools
import json
import os
import re
from collections.abc import Iterator
from typing import Any, TypeVar
from urllib.parse import quote

import pytest
from attack_desk import Filled, fill, written
from attacks import CANARY, PAYLOADS
from desk_server import CHROMIUM, MISSING, served
from fastapi.testclient import TestClient
from scanning import DRAWN, FRAMES, IN_FILES, ONE, Watch, vocabulary

from onrecord.errors import LedgerError
from onrecord.keeping.ledger import Ledger
from onrecord.ledger import users
from onrecord.settings import Settings
from onrecord.views.charts.document import document as chart
from onrecord.views.charts.kinds import draw
from onrecord.views.charts.material import Material
from onrecord.views.html.page import page as html
from onrecord.views.web.application import application
from onrecord.views.web.guard import LOGIN
from onrecord.views.web.options import Options

AT = "http://127.0.0.1:8600"
PATIENCE = 240_000  # ms
# Chromium finds nothing but this machine: what is asked of elsewhere fails, and is seen.
FLAGS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
GUARDS = (b"content-security-policy", b"x-frame-options", b"x-content-type-options", b"cross-origin-opener-policy", b"cross-origin-resource-policy")  # fmt: skip
# Where an address carries words: {} is the payload. Each is asked with every payload.
ASKED = (
    "/search?q={}&actor={}&place={}&type={}&form={}", "/search?since={}", "/search?until=2026-03-01{}", "/actors/{}", "/articles/{}", "/stories/{}", "/codebook/{}",
    "/login?next={}", "/?page={}", "/?added={}&made={}", "/export/{}", "/export/review/{}", "/{}", "/stories/{}/pictures/{}.svg", "/pictures/{}.svg?width={}&dark={}",
)  # fmt: skip
IN_STORY = ("?added={}&made={}", "/report.{}", "/export/{}", "/pictures/{}.svg", "/pictures/course.svg?field={}")
IN_ARTICLE = ("?show={}&at={}", "?made={}")


T = TypeVar("T")


class Desk:
    """The filled ledger, and how it was filled."""

    def __init__(self, ledger: Ledger, filled: Filled) -> None:
        self.ledger, self.filled = ledger, filled
        self.stories = [one.id for one in ledger.stories()]
        self.largest = max(ledger.stories(), key=lambda one: len(one.reports))

    def lone(self) -> list[str]:
        """The pages that there is one of, with all that was stored."""
        lone = [
            "/",
            "/?page=2",
            "/?page=3",
            "/search?q=Rebane",
            "/search?type=CONSULT",
            "/actors",
            "/actors/Karl%20Rebane",
            "/meetings",
            "/map",
            "/sources",
        ]
        return [*lone, "/judgements", "/export", "/read", "/login", "/codebook", f"/stories/{self.largest.id}"]

    def told(self) -> list[str]:
        """The pages of every story, report and actor."""
        actors = [f"/actors/{quote(payload, safe='', errors='replace')}" for payload in PAYLOADS[::4]]
        return [*(f"/stories/{id}" for id in self.stories), *(f"/articles/{id}" for id in self.filled.reports), *actors]

    def asked(self) -> list[str]:
        """Every address that carries words of whoever made it, with every payload."""
        story, article = f"/stories/{self.largest.id}", f"/articles/{self.filled.reports[0]}"
        forms = [*ASKED, *(story + one for one in IN_STORY), *(article + one for one in IN_ARTICLE)]
        quoted = [quote(payload, safe="", errors="replace") for payload in PAYLOADS]
        return [form.replace("{}", payload) for form in forms for payload in quoted]

    def some(self, every: list[T], share: int) -> list[T]:
        """One in so many, with every form of address and every payload among them. ONRECORD_ATTACKS=all: all of them."""
        if os.environ.get("ONRECORD_ATTACKS") == "all":
            return every
        return [one for number, one in enumerate(every) if (number + number // len(PAYLOADS)) % share == 0]

    def pictures(self) -> list[str]:
        kinds = ("timeline", "map", "origins", "meetings", "disagreements", "course")
        return [f"/stories/{self.largest.id}/pictures/{kind}.svg" for kind in kinds]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk filled with the corpus."""
    ticks = itertools.count()
    path = tmp_path_factory.mktemp("attacked") / "attacked.db"
    with Ledger(path, clock=lambda: f"2026-03-05T10:00:00.{next(ticks):06}Z", settings=Settings()) as ledger:
        yield Desk(ledger, fill(ledger))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium that reaches this machine alone."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed here (pip install playwright): the browser's tests are left out")  # fmt: skip
    if CHROMIUM is None:
        pytest.skip(MISSING)
    with sync_api.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


class Bare:
    """A desk without the headers that protect a browser; `pages` are further pages that it gives, as they are."""

    def __init__(self, app: Any, pages: dict[str, str]) -> None:
        self.app, self.pages = app, pages

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [(name, value) for name, value in message["headers"] if name.lower() not in GUARDS]
            await send(message)

        if scope["type"] == "http" and scope["path"] in self.pages:
            await send(
                {
                    "type": "http.response.start",
                    "status": 200,
                    "headers": [(b"content-type", b"text/html; charset=utf-8")],
                }
            )
            await send({"type": "http.response.body", "body": self.pages[scope["path"]].encode()})
        else:
            await self.app(scope, receive, sent)


def alone(desk: Desk) -> dict[str, str]:
    """The pages that are files of their own: the report of one article, of many, of a story; charts with their tables."""
    records = [written(payload, number)[1] for number, payload in enumerate(PAYLOADS)]
    some = desk.some(records, 8)
    kept = desk.ledger.records(desk.largest)
    material = Material((desk.ledger.compare(desk.largest.id),), tuple(kept))
    made = {f"/alone/{number}": html([record]) for number, record in enumerate(some)}
    made["/alone/all"] = html(records)
    made |= {
        f"/alone/{kind}": chart(draw(kind, material)) for kind in ("timeline", "origins", "meetings", "disagreements")
    }
    return made


def say(capsys: pytest.CaptureFixture[str], words: str) -> None:
    with capsys.disabled():
        print(f"\n{words}")


@pytest.mark.parametrize("guarded", [False, True], ids=["escaping alone", "with its policy"])
def test_nothing_of_the_corpus_runs_in_a_browser(
    desk: Desk, browser: Any, capsys: pytest.CaptureFixture[str], guarded: bool
) -> None:
    """0 of the corpus runs, asks elsewhere, leads elsewhere or stands in a page as markup: in every page of a desk full of it, in every address
    that carries words, in the pages that are files."""
    files = {} if guarded else alone(desk)
    with served(desk.ledger, (lambda app: app) if guarded else (lambda app: Bare(app, files))) as base:
        context, watch = browser.new_context(bypass_csp=not guarded), Watch(base)
        watch.over(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        words, found = vocabulary(), list[Any]()
        if guarded:
            addresses = [*desk.lone(), *desk.told()[::29], *desk.asked()[::197]]
            for address in addresses:
                page.goto(base + address)
                found += [(address, one) for one in page.evaluate(ONE, list(words))]
            loaded = len(addresses)
        else:
            page.goto(f"{base}/export")
            told = page.evaluate(
                FRAMES, [[*desk.lone(), *desk.some(desk.told(), 5), *desk.some(desk.asked(), 11)], *words]
            )
            loaded, found = told["loaded"], told["found"]
            told = page.evaluate(FRAMES, [list(files), [*words[0], *IN_FILES], [*words[1], *DRAWN]])
            loaded, found = loaded + told["loaded"], found + told["found"]
            for address in (*desk.pictures(), *desk.told()[::60], "/alone/all"):
                page.goto(base + address)
        page.wait_for_timeout(300)
        context.close()
    held = f"{len(PAYLOADS)} payloads, {desk.filled.taken} (payload, place) pairs in the ledger, {desk.filled.refused} refused by it"
    policy = "as shipped" if guarded else "no policy"
    say(
        capsys,
        f"{held}; {loaded} pages looked at ({policy}), {watch.asked} requests; attacks that did anything: {len(watch.seen)}",
    )
    assert watch.seen == []
    assert found == []


def test_the_browser_would_see_an_attack(desk: Desk, browser: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The same corpus, written into pages as it is: most of what can run does, and is seen; so 0 above means something."""
    forms = (
        "<p>{}</p>",
        '<a title="{}" href="/">x</a>',
        '<a href="{}" rel="noreferrer">x</a>',
        "<script>var x = '{}'</script>",
    )
    raw = {
        f"/raw/{kind}/{number}": f"<!doctype html><title>x</title>{form.replace('{}', payload.encode('utf-8', 'replace').decode())}"
        for kind, form in enumerate(forms) for number, payload in enumerate(PAYLOADS)
    }  # fmt: skip
    with served(desk.ledger, lambda app: Bare(app, raw)) as base:
        context, watch = browser.new_context(bypass_csp=True), Watch(base)
        watch.over(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{base}/export")
        told = page.evaluate(FRAMES, [list(raw), *vocabulary()])
        page.wait_for_timeout(300)
        context.close()
    ran = {int(one) for line in watch.seen for one in re.findall(rf"(?:ran |{CANARY}/)(\d+)", line)}
    stood = {
        int(address.rpartition("/")[2]) for address, _ in told["found"] if not address.startswith("/raw/3/")
    }  # 3: a script of its own
    say(
        capsys,
        f"the control: written unescaped, {len(ran)} payloads ran or asked elsewhere, {len(ran | stood)} were seen",
    )
    assert len(ran) >= 55
    assert len(ran | stood) >= 100


def test_every_address_answers_every_payload(desk: Desk) -> None:
    """No payload in an address is a fault of ours, comes back as markup, gets a header of its own or a file of the machine."""
    client = TestClient(application(desk.ledger, Options()), base_url=AT, follow_redirects=False)
    raw = [payload for payload in PAYLOADS if re.search(r"<[a-z]", payload)]
    wrong = []
    for address in desk.some(desk.asked(), 7):
        answer = client.get(address)
        kind = answer.headers.get("content-type", "")
        if answer.status_code >= 500 or "pwned" in answer.headers.get("set-cookie", "") or "root:" in answer.text:
            wrong.append((address, answer.status_code))
        if "html" in kind and any(payload in answer.text for payload in raw):
            wrong.append((address, "comes back as it is"))
        if CANARY in answer.headers.get("location", "").partition("?")[0]:
            wrong.append((address, answer.headers["location"]))
    assert wrong == []


def test_every_twin_is_json_whatever_it_holds(desk: Desk) -> None:
    """The JSON of a report, a story, an actor with half a surrogate pair, NULs and the rest is served, reads back, and is no page to a browser."""
    client = TestClient(application(desk.ledger, Options()), base_url=AT)
    lone = (
        "/desk",
        "/actors",
        "/meetings",
        "/map",
        "/sources",
        "/judgements",
        "/export",
        "/codebook",
        "/search",
        "/pictures/timeline",
        "/session",
    )
    paths = [*lone, *(one for one in desk.some(desk.told(), 5) if not one.startswith("/actors/"))]
    paths += [f"/stories/{desk.largest.id}/pictures/origins", "/actors/Karl%20Rebane"]
    halves = 0
    for path in paths:
        answer = client.get(f"{path}.json", params={"q": "Rebane"} if path == "/search" else {})
        assert answer.status_code == 200, path
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        halves += bool(re.search("[\ud800-\udfff]", json.dumps(answer.json(), ensure_ascii=False)))
    assert halves >= 1


def test_what_is_taken_away_holds_no_formula_and_no_name_of_a_stranger(desk: Desk) -> None:
    """The tables of a story and every export: no cell begins a formula; the file's name is ours; nothing is shown as a page of this server."""
    client = TestClient(application(desk.ledger, Options()), base_url=AT)
    forms = [
        one["name"] for one in client.get("/export.json").json()["forms"] if one["ending"] != ".parquet"
    ]  # no text
    tables = 0
    for path in (
        *(f"/stories/{id}/report.{form}" for id in desk.stories[:15] for form in ("csv", "md", "html")),
        *(f"/export/{form}" for form in forms),
    ):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert re.fullmatch(r'attachment; filename="[\w.-]+"', answer.headers["content-disposition"]), path
        if "csv" in answer.headers["content-type"]:
            tables += 1
            cells = [cell for row in csv.reader(io.StringIO(answer.content.decode(), newline="")) for cell in row]
            runs = [
                cell
                for cell in cells
                if re.match(r"[\s\u200b\ufeff]*[=+@\uff1d\uff0b\uff20]|[\s]*-[^\d.]|[\t\r\n]", cell)
            ]
            assert runs == [], path
    assert tables > 15


def test_a_user_may_have_any_name(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is logged in stands on every page, under every judgement and in the form of a wrong login; as text."""
    monkeypatch.setattr(users, "SCRYPT", (10, 8, 1))
    app, shown = application(desk.ledger, Options(login=True)), 0
    for payload in (one for one in PAYLOADS[::9] if re.search("[<\"']", one)):
        client = TestClient(app, base_url=AT)
        form = {"csrf": client.get("/session.json").json()["csrf"], "name": payload, "password": "wrong horse"}
        assert raw(payload) not in client.post("/login", data=form).text
        try:
            desk.ledger.users.add(payload, "correct horse")
        except LedgerError:
            continue
        client.cookies.set(LOGIN, desk.ledger.users.log_in(payload, "correct horse", payload).token)
        for path in ("/", "/read", f"/stories/{desk.largest.id}", "/nothing"):
            page = client.get(path).text
            assert raw(payload) not in page
            shown += "log out" in page
    assert shown > 20


def raw(payload: str) -> str:
    """The payload as it would stand in a page that does not escape."""
    return payload.strip()
