"""The desk in a browser, from an empty ledger to an export, as a person goes."""

# ruff: noqa: E402  what is not installed is found out first
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sync_api = pytest.importorskip(
    "playwright.sync_api",
    reason="playwright is not installed here (pip install playwright): the browser's tests are left out",
)

from desk_server import CHROMIUM, MISSING, served
from two_reports import FIRST, SECOND

import onrecord

PATIENCE = 60_000  # ms: the first report waits for the language model


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium, the one of the system."""
    if CHROMIUM is None:
        pytest.skip(MISSING)
    with sync_api.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


class Watch:
    """What a page asked for and complained of."""

    def __init__(self, page: Any) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on(
            "console", lambda message: self.said.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.said.append(str(error)))


def serious(page: Any) -> list[str]:
    """The findings of axe that weigh serious or critical."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed here (pip install axe-playwright-python)"
    )
    script = Path(axe.__file__).parent / "axe.min.js"
    page.evaluate(script.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def paste(page: Any, base: str, report: dict[str, str]) -> None:
    page.goto(f"{base}/read")
    page.get_by_label("The text").fill(report["text"])
    page.get_by_label("Outlet").fill(report["outlet"])
    page.get_by_label("Published").fill(report["published"])


def twenty(page: Any) -> Any:
    """The position of those who say twenty minutes."""
    return page.locator(".position").filter(has=page.locator(".value", has_text="20 minutes"))


def test_two_pasted_reports_are_compared_corrected_undone_and_taken_away(browser: Any, empty: str) -> None:
    """From nothing: two reports are pasted, they differ, the evidence is opened, a value is corrected and taken back, the records go out; and
    nothing is asked of anybody but this server."""
    with onrecord.open_ledger(empty) as ledger, served(ledger) as base:
        page = browser.new_page()
        watch = Watch(page)
        page.goto(base)
        assert page.get_by_role("heading", name="Nothing is on record yet").is_visible()

        paste(page, base, FIRST)
        page.get_by_role("button", name="Read it").click()
        assert page.get_by_text("Read, and not kept").is_visible()
        assert page.get_by_role("heading", name="Toomsalu and Rebane meet in Riga").first.is_visible()
        page.get_by_role("button", name="Add it to the ledger").click()
        assert page.get_by_text("Added: a new report.").is_visible()

        paste(page, base, SECOND)
        page.get_by_role("button", name="Add to the ledger").click()
        page.get_by_role("heading", name="Where accounts differ").wait_for()
        story = page.url.partition("?")[0]
        values = page.locator(".position .value")
        assert values.all_inner_texts() == ["20 minutes", "45 minutes"]

        twenty(page).locator("a.open-evidence").click()
        page.locator(".story-text .chosen").first.wait_for()
        account = page.locator("#evidence")
        assert account.get_by_text("The account it belongs to").is_visible()
        assert "spokesman for the Latvian president" in account.inner_text()

        page.goto(story)
        position = twenty(page)
        position.locator("details.correct summary").first.click()
        position.get_by_label("It should be").first.fill("45 minutes")
        position.get_by_label("Why").first.fill("the spokesman corrected himself")
        position.get_by_role("button", name="Change").first.click()
        page.get_by_role("status").get_by_text("the spokesman corrected himself").wait_for()
        assert page.get_by_role("heading", name="Where accounts differ").count() == 0
        assert "45 minutes" in page.locator(".section.calm").inner_text()

        page.locator(".notice").get_by_role("button", name="Undo").click()
        page.get_by_role("heading", name="Where accounts differ").wait_for()
        assert page.locator(".position .value").all_inner_texts() == ["20 minutes", "45 minutes"]
        page.goto(f"{base}/judgements")
        assert page.get_by_text("taken back").count() >= 1

        page.goto(story)
        with page.expect_download() as coming:
            page.get_by_role("link", name="JSON lines").click()
        lines = Path(coming.value.path()).read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["schema"] for line in lines] == ["onrecord/1", "onrecord/1"]

        assert all(url.startswith((base, "data:")) for url in watch.asked)
        assert watch.said == []
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Any, ledger: Any, scheme: str) -> None:
    """Contrast, names, landmarks, order of headings: on every page, in light and dark, on a desk and on a phone."""
    story = ledger.stories()[0]
    report = next(one.id for one in story.reports if one.outlet == "Lisbon Courier")
    paths = ("/", f"/stories/{story.id}", f"/articles/{report}", "/actors", "/actors/Ingrid%20Solheim", "/meetings", "/map", "/search?q=fish*", "/sources",
             "/codebook", "/codebook/time", "/read", "/judgements", "/export", "/login", "/nothing")  # fmt: skip
    with served(ledger) as base:
        found = {}
        for width in (1280, 390):
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
            )
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            for path in paths:
                page.goto(base + path)
                if told := serious(page):
                    found[path, width] = told
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if wide > 1:
                    found[path, width, "wide"] = [f"{wide} px too wide"]
            context.close()
    assert found == {}


def test_the_desk_is_used_by_keyboard_alone(browser: Any, ledger: Any) -> None:
    """The first Tab reaches the skip link; a coloured word is a link that Enter opens; Escape closes the evidence."""
    story = ledger.stories()[0]
    report = next(one.id for one in story.reports if one.outlet == "Lisbon Courier")
    with served(ledger) as base:
        page = browser.new_page()
        page.goto(f"{base}/articles/{report}")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.locator("a.run.value").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("#evidence .card").first.is_visible()
        page.keyboard.press("Escape")
        assert page.locator("#evidence .card").count() == 0
        page.close()


def test_without_scripts_a_coloured_word_leads_to_its_card(browser: Any, ledger: Any) -> None:
    """Scripts only add comfort: the words are links to cards on the page."""
    report = ledger.stories()[0].reports[0].id
    with served(ledger) as base:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{base}/articles/{report}")
        href = page.locator("a.run.what").first.get_attribute("href")
        assert page.locator(f"article{href}").count() == 1
        context.close()
