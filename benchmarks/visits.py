"""Fifty people who read the desk at once: each walks from page to page by the links on them, and stops to think. Every answer is held against
what it must be; what is wrong is kept in words.

    python benchmarks/visits.py http://127.0.0.1:8600 --readers 50 --seconds 600 --think 8 --out asked.jsonl

One process, one event loop. A reader is a browser: it keeps its cookie and what may be kept of static files, follows redirects, and loads a page's
pictures with the page. Then it thinks, half to one and a half times `--think` seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import html
import json
import random
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
from asked import Asked, write

LINK = re.compile(r'href="(/[^"]{0,500})"')
PICTURE = re.compile(r'<img src="(/[^"]{0,500}\.svg[^"]{0,200})"')
STATIC = re.compile(r'"(/static/[^"]{1,200})"')
PAGER = re.compile(r"Page (\d+) of (\d+)")
DATA = ("/meetings.json", "/map.json", "/sources.json", "/actors.json", "/judgements.json", "/codebook.json", "/export.json", "/session.json", "/openapi.json", "/pictures/meetings.json")  # fmt: skip
BOOK = ("/codebook", "/codebook/events", "/codebook/attribution", "/judgements", "/read", "/login", "/export")
WORDS = ("talks", "railway", "minutes", "protest", "agreement", "harbour", "ministry", "winter", "lorries", "parliament", "border", '"foreign ministry"', "prot*", "talks -winter")  # fmt: skip
FILTERS = ("type=CONSULT", "type=THREATEN", "q=talks&type=CONSULT", "since=2026-02-01&until=2026-03-31", "form=role_described", "place=Riga", "actor=Anna", "q=border&since=2026-03-01")  # fmt: skip
FORMS = ("jsonl", "geojson", "polecat", "acled", "web-annotation", "timeml")
Right = Callable[[httpx2.Response], str]
Over = Callable[[], bool]


def page(*wanted: str) -> Right:
    """What is wrong with a page that must have these words."""

    def wrong(answer: httpx2.Response) -> str:
        if not answer.headers.get("content-type", "").startswith("text/html"):
            return "no HTML"
        if "script-src 'self'" not in answer.headers.get("content-security-policy", ""):
            return "no content policy"
        if not answer.text.rstrip().endswith("</html>"):
            return "cut short"
        return next((f"has no {one!r}" for one in wanted if one not in answer.text), "")

    return wrong


def data(wrong: Callable[[Any], str] = lambda told: "") -> Right:
    """What is wrong with a twin: no JSON, an error, or what `wrong` finds in it."""

    def checked(answer: httpx2.Response) -> str:
        try:
            told = answer.json()
        except ValueError:
            return "no JSON"
        return "an error where data was asked" if isinstance(told, dict) and "error" in told else wrong(told)

    return checked


def file(beginning: str = "", least: int = 1) -> Right:
    """What is wrong with a file that must begin so and have so many lines at least."""

    def wrong(answer: httpx2.Response) -> str:
        text = answer.text
        if not text.startswith(beginning):
            return f"does not begin with {beginning!r}"
        return "" if len(text.splitlines()) >= least else f"has fewer than {least} lines"

    return wrong


def picture(answer: httpx2.Response) -> str:
    """What is wrong with a picture."""
    text = answer.text.strip()
    return "" if text.startswith("<svg") and text.endswith("</svg>") else "no whole SVG"


class Ended(Exception):
    """The time is over in the middle of a walk."""


class Reader:
    """One who reads, until `end` (monotonic seconds), or until it is `over`. `asked` is where what it asks is kept; `reports`: how many the ledger
    had in the beginning."""

    def __init__(
        self,
        client: httpx2.AsyncClient,
        chance: random.Random,
        think: float,
        times: tuple[float, float],
        asked: list[Asked],
        reports: int,
        over: Over,
    ) -> None:
        self.client, self.chance, self.think, self.reports = client, chance, think, reports
        self.begun, self.end = times
        self.asked, self.over = asked, over
        self.has: set[str] = set()  # static files that the browser has

    async def get(self, kind: str, address: str, wrong: Right) -> httpx2.Response | None:
        """The answer, None where it was wrong. Raises Ended where the time is over."""
        sent = time.monotonic()
        if sent >= self.end or self.over():
            raise Ended
        try:
            answer = await self.client.get(address)
            status = answer.status_code
            fault = wrong(answer) if status == 200 else f"status {status}: {answer.text[:160]!r}"
        except httpx2.TimeoutException as error:
            answer, fault = None, f"timeout ({type(error).__name__})"
        except httpx2.HTTPError as error:
            answer, fault = None, f"{type(error).__name__}: {error}"
        if fault:
            fault += f" [{re.sub(r'[0-9a-f]{12,}', '…', address)}]"
        self.asked.append(Asked(kind, sent - self.begun, time.monotonic() - sent, fault))
        return None if fault else answer

    async def look(self, kind: str, address: str, *wanted: str) -> str:
        """A page with its files and pictures, and time to think; "" where it was wrong."""
        answer = await self.get(kind, address, page(*wanted))
        if answer is None:
            await self.pause()
            return ""
        text = answer.text
        for one in dict.fromkeys(STATIC.findall(text)):
            if one not in self.has and await self.get("static file", html.unescape(one), file()):
                self.has.add(one)
        for one in dict.fromkeys(PICTURE.findall(text)):
            await self.get("picture", html.unescape(one), picture)
        await self.pause()
        return text

    async def pause(self) -> None:
        await asyncio.sleep(max(0.0, min(self.think * self.chance.uniform(0.5, 1.5), self.end - time.monotonic())))

    def one_of(self, text: str, beginning: str, ending: str = "") -> str:
        """One of the page's links that begin so, "" where there is none."""
        links = [
            one for one in map(html.unescape, LINK.findall(text)) if one.startswith(beginning) and one.endswith(ending)
        ]
        return self.chance.choice(links) if links else ""

    async def walk(self) -> None:
        """Walks until the end."""
        await asyncio.sleep(self.think * self.chance.random())
        walks = [walk for walk, weight in WALKS for _ in range(weight)]
        with suppress(Ended):
            while True:
                await self.chance.choice(walks)(self)


async def front(one: Reader) -> None:
    """The desk, perhaps an older page of it, a story, its evidence in the article, and back to another report of the story."""
    text = await one.look("desk", "/", "The desk")
    if (pager := PAGER.search(text)) and one.chance.random() < 0.5:
        number = one.chance.randint(2, max(2, int(pager[2])))
        text = await one.look("desk, older", f"/?page={number}", f"Page {number} of") or text
    await story(one, one.one_of(text, "/stories/"))


async def story(one: Reader, address: str) -> None:
    """A story, then one of its sentences in the article, or the report."""
    if not address:
        return
    text = await one.look("story", address, 'id="origins"', "No verdict of truth")
    if evidence := one.one_of(text, "/articles/"):
        await article(one, evidence)


async def article(one: Reader, address: str) -> str:
    """An article: its text and its cards."""
    id = re.split(r"[?#]", address)[0]
    return await one.look("article", address, f'href="{id}.json"', 'class="cards"')


async def searching(one: Reader) -> None:
    """A search by words, a hit, its story."""
    words = one.chance.choice(WORDS)
    answer = await one.look("search", str(httpx2.URL("/search", params={"q": words})), 'id="hits"', "/articles/r")
    if hit := one.one_of(answer, "/articles/r"):
        text = await article(one, hit)
        if one.chance.random() < 0.4:
            await story(one, one.one_of(text, "/stories/s", ""))


def _marks(told: Any) -> str:
    for hit in told["hits"]:
        if any(not 0 <= start < end <= len(hit["snippet"]) for start, end in hit["marks"]):
            return "a mark outside its snippet"
    return "" if isinstance(told["hits"], list) else "no hits"


async def filtering(one: Reader) -> None:
    """A search by what an event is, as a page and as data."""
    asked = one.chance.choice(FILTERS)
    await one.look("search by event", f"/search?{asked}", 'id="hits"')
    await one.get("search.json", f"/search.json?{asked}", data(_marks))
    await one.pause()


async def evidence(one: Reader) -> None:
    """The twins: a story, and whether its evidence stands where it says in the twins of its articles."""
    answer = await one.get(
        "desk.json", f"/desk.json?page={one.chance.randint(1, 4)}", data(lambda t: "" if t["stories"] else "no stories")
    )
    await one.pause()
    if answer is None:
        return
    id = one.chance.choice(answer.json()["stories"])["id"]
    answer = await one.get("story.json", f"/stories/{id}.json", data(lambda t: "" if t["provenance"] else "no reports"))
    await one.pause()
    found = (
        [
            e
            for q in (*answer.json()["disputed"], *answer.json()["looser"])
            for p in q["positions"]
            for e in p["evidence"]
        ]
        if answer
        else []
    )
    if found:
        chosen = one.chance.choice(found)
        await one.get("article.json", f"/articles/{chosen['report']}.json", data(lambda told: _stands(told, chosen)))
        await one.pause()


def _stands(told: Any, evidence: Any) -> str:
    """Whether the sentence of the evidence holds what the article has at its place."""
    text = told["record"]["article"]["text"]
    there = " ".join(text[evidence["start"] : evidence["end"]].split())
    held = " ".join(evidence["sentence"].split())
    return "" if there and there in held else f"evidence {there[:40]!r} is not in its sentence {held[:60]!r}"


async def taking(one: Reader) -> None:
    """A story, and what can be taken away of it."""
    text = await one.look("desk", "/", "The desk")
    if not (address := one.one_of(text, "/stories/")):
        return
    await one.look("story", address, 'id="origins"')
    form = one.chance.choice(("md", "csv", "html"))
    await one.get("report file", f"{address}/report.{form}", file(least=3 if form != "csv" else 1))
    await one.pause()
    form = one.chance.choice(FORMS)
    await one.get("export of a story", f"{address}/export/{form}", _jsonl if form == "jsonl" else file())
    await one.pause()


def _jsonl(answer: httpx2.Response, least: int = 1) -> str:
    """Whether every line is a whole record."""
    lines = answer.text.rstrip("\n").split("\n")
    try:
        whole = all(json.loads(line)["article"]["text"] is not None for line in lines)
    except (ValueError, KeyError, TypeError):
        return "a line that is no record"
    return "" if whole and len(lines) >= least else f"{len(lines)} records where there are {least}"


async def whole(one: Reader) -> None:
    """Every record of the ledger: the dearest that can be asked."""
    await one.get("export of everything", "/export/jsonl", lambda answer: _jsonl(answer, one.reports))
    await one.pause()


async def people(one: Reader) -> None:
    """The actors, one of them, and a report that tells of a deed."""
    text = await one.look("actors", "/actors", "Mentions")
    text = await one.look("actor", one.one_of(text, "/actors/") or "/actors", 'class="head"')
    if deed := one.one_of(text, "/articles/"):
        await article(one, deed)


async def overview(one: Reader) -> None:
    """Meetings, map and sources with their pictures."""
    for kind, address in one.chance.sample((("meetings", "/meetings"), ("map", "/map"), ("sources", "/sources")), 2):
        await one.look(kind, address, 'class="head"')


async def twins(one: Reader) -> None:
    """Three of the other twins."""
    for address in one.chance.sample(DATA, 3):
        await one.get("other twins", address, data())
        await one.pause()


async def reference(one: Reader) -> None:
    """Codebook, judgements, forms."""
    for address in one.chance.sample(BOOK, 2):
        await one.look("codebook and forms", address, 'id="main"')


WALKS = (
    (front, 6),
    (searching, 5),
    (filtering, 2),
    (evidence, 3),
    (taking, 2),
    (people, 2),
    (overview, 2),
    (twins, 1),
    (reference, 1),
    (whole, 1),
)


async def visits(
    address: str, readers: int, seconds: float, think: float, *, patience: float = 30.0, seed: int = 9, over: Over = lambda: False
) -> list[Asked]:  # fmt: skip
    """What so many readers asked in so many seconds, or until it was over."""
    asked: list[Asked] = []
    limits = httpx2.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=60)
    clients = [
        httpx2.AsyncClient(base_url=address, timeout=patience, follow_redirects=True, limits=limits, trust_env=False)
        for _ in range(readers)
    ]
    try:
        reports = int((await clients[0].get("/desk.json", timeout=120)).json()["reports"])
        begun = time.monotonic()
        every = [
            Reader(c, random.Random(seed * 1000 + n), think, (begun, begun + seconds), asked, reports, over)
            for n, c in enumerate(clients)
        ]
        await asyncio.gather(*(one.walk() for one in every))
    finally:
        for client in clients:
            await client.aclose()
    return asked


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=8)
    parser.add_argument("--patience", type=float, default=30)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    write(args.out, asyncio.run(visits(args.address, args.readers, args.seconds, args.think, patience=args.patience)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
