"""The one who writes while others read: reports added by the desk's form, as data and by the command; new versions, corrections, merges, each looked
at afterwards, most taken back. Somebody signed in, with the cookie and the token that the pages gave.

What is written must be there at once: the report under its address, with its text; found by a word that no other report has; the corrected value
in its story; and gone again when it is taken back.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
from articles import short_reports
from asked import Asked

TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
COMMAND = "write: onrecord add"
REPORTS = 3  # of one command
SYLLABLES = "ba de fi go lu ma ne po ri su ta ve".split()


class Wrong(Exception):
    """An answer that is not what it must be."""


class Reporter:
    """One who writes. `ledger`: what `onrecord add` is given, None to write by the desk alone; `added`: how many reports stand that did not before."""

    def __init__(
        self, address: str, ledger: str | None, *, user: str, password: str, seed: int = 4, timeout: float = 60.0
    ) -> None:
        self.client = httpx2.Client(base_url=address, timeout=timeout, trust_env=False)
        self.ledger, self.user, self.password = ledger, user, password
        self.chance = random.Random(seed)
        self.rows: Iterator[dict[str, str]] = iter(())
        self.asked: list[Asked] = []
        self.added, self.number, self.csrf = 0, 0, ""
        self.begun = time.monotonic()
        self.last: dict[str, str] = {}

    # ------------------------------------------------------------------ asking

    def ask(
        self, kind: str, method: str, address: str, *, status: tuple[int, ...] = (200,), **more: Any
    ) -> httpx2.Response:
        """The answer. Raises Wrong for any other status than these, and for none."""
        sent = time.monotonic()
        try:
            answer = self.client.request(method, address, **more)
        except httpx2.HTTPError as error:
            raise Wrong(f"{type(error).__name__}: {error}") from error
        finally:
            self.took = (kind, sent - self.begun, time.monotonic() - sent)
        if answer.status_code not in status:
            raise Wrong(
                f"{method} {re.sub(r'[0-9a-f]{12,}', '…', address)}: status {answer.status_code}: {answer.text[:200]!r}"
            )
        self.asked.append(Asked(*self.took, writes=True))
        return answer

    def told(self, address: str) -> Any:
        """A twin, followed where it leads."""
        return self.ask("write: look", "GET", address, follow_redirects=True).json()

    def log_in(self) -> None:
        """Signs in by the form."""
        token = self._token(self.ask("write: log in", "GET", "/login").text)
        form = {"csrf": token, "name": self.user, "password": self.password, "next": "/"}
        self.ask("write: log in", "POST", "/login", data=form, status=(303,))
        told = self.told("/session.json")
        self.csrf = told["csrf"]
        self._must(told["user"] == self.user and told["may_change"], "signed in, and may not change")

    @staticmethod
    def _token(text: str) -> str:
        found = TOKEN.search(text)
        if not found:
            raise Wrong("a page without a token")
        return found[1]

    @staticmethod
    def _must(so: object, otherwise: str) -> None:
        if not so:
            raise Wrong(otherwise)

    def report(self) -> dict[str, str]:
        """The next report, with a word that no other has."""
        row = next(self.rows, None)
        while row is None or not row["text"]:
            if row is None:
                self.rows = iter(short_reports(200, seed=self.chance.randint(100, 10**6)))
            row = next(self.rows, None)
        self.number += 1
        word = "zz" + "".join(self.chance.choice(SYLLABLES) for _ in range(7))
        row = row | {
            "key": f"load-{self.begun:.0f}-{self.number}",
            "text": f"{row['text']} The paper was signed {word}.",
            "word": word,
        }
        self.last = row
        return row

    # ------------------------------------------------------------------ what is done

    def by_form(self) -> None:
        """A report pasted into the form; its story's page and its text are looked at."""
        row = self.report()
        token = self._token(self.ask("write: form", "GET", "/read").text)
        form = {name: row.get(name, "") for name in ("text", "outlet", "published", "headline")} | {
            "do": "add",
            "csrf": token,
        }
        answer = self.ask("write: add by form", "POST", "/read", data=form, status=(303,))
        self._must(
            "added=new" in answer.headers["location"], f"added as {answer.headers['location'].rpartition('=')[2]!r}"
        )
        self.added += 1
        shown = self.ask("write: look", "GET", answer.headers["location"], follow_redirects=True).text
        self._must("Added: a new report." in shown, "the story's page does not tell what was added")
        self._found(row["word"], row["text"])

    def by_data(self) -> None:
        """A report sent as JSON; then the same again, which changes nothing."""
        row = self.report()
        sent = [{name: told for name, told in row.items() if name != "word"}]
        self._must([one["how"] for one in self._post(sent)] == ["new"], "not added as new")
        self.added += 1
        self._must([one["how"] for one in self._post(sent)] == ["there"], "added twice")
        self._found(row["word"], row["text"])

    def newer(self) -> None:
        """A report, and a newer version of it, which takes its place."""
        self.by_data()
        row = self.last
        changed = {name: told for name, told in row.items() if name != "word"} | {
            "text": row["text"] + " A correction: it rained."
        }
        self._must([one["how"] for one in self._post([changed])] == ["version"], "not added as a version")
        self._found(row["word"], changed["text"])

    def _post(self, rows: list[dict[str, str]]) -> Any:
        return self.ask(
            "write: add as data", "POST", "/reports.json", json=rows, headers={"X-CSRF-Token": self.csrf}
        ).json()

    def by_command(self) -> None:
        """Three reports by `onrecord add`, another process on the same ledger."""
        if self.ledger is None:
            return self.by_data()
        rows = [self.report() for _ in range(REPORTS)]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "reports.jsonl"
            path.write_text(
                "".join(json.dumps({k: v for k, v in row.items() if k != "word"}) + "\n" for row in rows),
                encoding="utf-8",
            )
            sent = time.monotonic()
            words = [sys.executable, "-m", "onrecord", "add", str(path), "--ledger", self.ledger]
            done = subprocess.run(
                words,
                capture_output=True,
                text=True,
                check=False,
                env=os.environ | {"ONRECORD_LEARNED": "0"},
                timeout=300,
            )
        self.took = (COMMAND, sent - self.begun, time.monotonic() - sent)
        self._must(done.returncode == 0, f"status {done.returncode}: {done.stderr[-300:]}")
        self.asked.append(Asked(*self.took, writes=True))
        self.added += REPORTS
        self._found(rows[-1]["word"], rows[-1]["text"])
        return None

    def correct(self) -> None:
        """A figure of the newest stories is changed by the form, seen changed, taken back, and seen as it was."""
        found = self._goal()
        if found is None:
            return
        story, one = found
        form = {
            "csrf": self.csrf,
            "path": " ".join(one["paths"]),
            "verb": "edit",
            "value": f"{self.chance.randint(3, 90)}",
            "why": "the load test says so",
        }
        if one["unit"]:
            form["value"] += f" {one['unit']}"
        made = self.ask(
            "write: correct",
            "POST",
            f"/articles/{one['report']}/judge",
            data=form,
            headers={"Accept": "application/json"},
        ).json()["judgements"]
        self._must(made and all(j["author"] == self.user for j in made), "a judgement under another name")
        after = self.told(f"/stories/{story}.json")
        self._must(
            {j["id"] for j in made} <= {j["id"] for j in after["judgements"]}, "the story does not show its judgement"
        )
        seen = next(
            (
                e
                for e in _evidence(after)
                if e["report"] == one["report"] and e["start"] == one["start"] and set(e["paths"]) & set(one["paths"])
            ),
            None,
        )
        self._must(seen is None or seen["corrected"], "the corrected value is shown as it was read")
        if self.chance.random() < 0.7:
            self._undo(made)
            before = self.told(f"/stories/{story}.json")
            self._must(
                all(j["undone_by"] for j in before["judgements"] if j["id"] in {m["id"] for m in made}),
                "taken back, and still in force",
            )

    def merge(self) -> None:
        """Two stories are judged to be one, seen as one, and told apart again."""
        two = self.told("/desk.json?page=2")["stories"][:2]
        if len(two) < 2:
            return
        first, second = (one["id"] for one in two)
        form = {"csrf": self.csrf, "other": second, "why": "the load test says so"}
        made = self.ask(
            "write: merge", "POST", f"/stories/{first}/merge", data=form, headers={"Accept": "application/json"}
        ).json()["judgements"]
        reports = sum(one["tally"]["reports"] for one in two)
        self._must(self.told(f"/stories/{first}.json")["tally"]["reports"] >= reports, "merged, and not one")
        self._undo(made)
        self._must(self.told(f"/stories/{second}.json")["id"] == second, "taken back, and still one")

    def _undo(self, made: list[dict[str, Any]]) -> None:
        form = {"csrf": self.csrf, "ids": ",".join(one["id"] for one in made), "why": "enough seen"}
        self.ask("write: take back", "POST", "/judgements/undo", data=form, headers={"Accept": "application/json"})

    def _goal(self) -> tuple[str, dict[str, Any]] | None:
        """(story, evidence) of a figure that can be corrected and was not."""
        for one in self.told(f"/desk.json?page={self.chance.randint(1, 3)}")["stories"]:
            if one["open"] or one["looser"]:
                known = [
                    e
                    for e in _evidence(self.told(f"/stories/{one['id']}.json"))
                    if e["paths"] and not e["corrected"] and (e["unit"] or e["value"][:1].isdigit())
                ]
                if known:
                    return one["id"], self.chance.choice(known)
        return None

    def _found(self, word: str, text: str) -> None:
        """The report with this word is found, alone, and its page has its text."""
        hits = self.told(f"/search.json?q={word}")["hits"]
        self._must(len(hits) == 1, f"a word of one report is found in {len(hits)}")
        shown = self.told(f"/articles/{hits[0]['report']['id']}.json")
        self._must(shown["record"]["article"]["text"].strip() == text.strip(), "its text is another")

    # ------------------------------------------------------------------ all the while

    def write_until(self, end: float, pause: float) -> None:
        """Writes until the moment (monotonic seconds), with so many seconds between two acts. Does not raise: what was wrong is in `asked`."""
        self.do(self.log_in)
        for act in itertools.cycle(self.acts()):
            if time.monotonic() >= end:
                return
            self.do(act)
            time.sleep(max(0.0, min(pause, end - time.monotonic())))

    def write_once(self) -> None:
        """Does everything that it does once."""
        self.do(self.log_in)
        for act in dict.fromkeys(self.acts()):
            self.do(act)

    def acts(self) -> list[Callable[[], None]]:
        """What it does, in turn."""
        return [
            self.by_form, self.correct, self.by_data, self.correct, self.newer, self.merge, self.by_form, self.correct, self.by_data, self.by_command,
        ]  # fmt: skip

    def do(self, act: Callable[[], None]) -> None:
        """Does it; keeps what was wrong."""
        self.took = (f"write: {act.__name__}", time.monotonic() - self.begun, 0.0)
        try:
            act()
        except (Wrong, KeyError, ValueError, subprocess.TimeoutExpired) as error:
            self.asked.append(Asked(*self.took, fault=f"{act.__name__}: {type(error).__name__}: {error}", writes=True))


def _evidence(story: Any) -> Iterator[dict[str, Any]]:
    for question in (*story["disputed"], *story["looser"]):
        for position in question["positions"]:
            yield from position["evidence"]
