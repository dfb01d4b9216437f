"""A review file that comes back from a stranger's tool: whatever stands in any of its texts, the desk's pages show it as text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attacks import PAYLOADS
from fastapi.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parents[1]))
from review_news import TEXT, record

from onrecord.errors import OnrecordError
from onrecord.keeping.keeper import Keeper
from onrecord.keeping.ledger import Ledger
from onrecord.ledger.identity import article_json
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.wire import dumps
from onrecord.views.review.desks import LedgerDesk
from onrecord.views.review.forms import form_named
from onrecord.views.review.incoming import take_in
from onrecord.views.web.application import application
from onrecord.views.web.options import Options

FILES = {"labelstudio": "tasks.json", "prodigy": "tasks.jsonl", "doccano": "documents.jsonl"}
HOSTILE = [one for one in PAYLOADS if "<" in one][::12]


def places_of(node: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The place of every text below a node."""
    if isinstance(node, str):
        yield at
    elif isinstance(node, dict | list):
        for key, below in node.items() if isinstance(node, dict) else enumerate(node):
            yield from places_of(below, (*at, key))


def put(node: Any, at: tuple[Any, ...], value: str) -> Any:
    """A copy of a node with another text at one place."""
    if not at:
        return value
    copy = dict(node) if isinstance(node, dict) else list(node)
    copy[at[0]] = put(node[at[0]], at[1:], value)
    return copy


def returned(name: str, ledger: Ledger, report: str, folder: Path) -> tuple[Path, list[Any]]:
    """What a tool gives back for the report: tasks, in Label Studio's case with an annotation that takes the prediction over."""
    view = LedgerDesk(ledger).now(report)
    for file, data in form_named(name).write([view]):
        (folder / file).write_bytes(data)
    path = folder / FILES[name]
    told = path.read_text(encoding="utf-8")
    tasks = json.loads(told) if name == "labelstudio" else [json.loads(line) for line in told.splitlines()]
    for task in tasks if name == "labelstudio" else ():
        made = {"id": 7, "completed_by": {"id": 1, "email": "ana@example.org"}, "updated_at": "2026-03-05T10:05:00Z"}
        task["annotations"] = [made | {"result": task["predictions"][0]["result"]}]
    return path, tasks


@pytest.mark.parametrize("name", FILES)
def test_no_text_of_a_review_file_becomes_markup(tmp_path: Path, name: str) -> None:
    """Field by field; what is taken as a judgement is shown escaped, what is none is refused in words, and nothing falls over."""
    ticks = iter(range(1_000_000))
    with Ledger(
        tmp_path / "reviewed.db", clock=lambda: f"2026-03-05T10:00:00.{next(ticks):06}Z", settings=Settings()
    ) as ledger:
        Keeper(ledger)([(article_json(Article(TEXT)), dumps(record()))])
        ledger.settle()
        (report,) = (one.id for story in ledger.stories() for one in story.reports)
        path, tasks = returned(name, ledger, report, tmp_path)
        kinds: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
        for at in places_of(tasks):
            kinds.setdefault(tuple(part for part in at if isinstance(part, str)), []).append(at)
        places = [at for same in kinds.values() for at in same[:3]]  # what differs by its number alone is tried thrice
        made = refused = 0
        for number, at in enumerate(places):
            payload = HOSTILE[number % len(HOSTILE)]
            hostile = put(tasks, at, payload)
            lines = [json.dumps(one) for one in hostile]
            path.write_text(json.dumps(hostile) if name == "labelstudio" else "\n".join(lines), encoding="utf-8")
            try:
                taken = take_in(
                    LedgerDesk(ledger), form_named(name), path, author=payload, why=payload, accept=not number
                )
            except OnrecordError:
                refused += 1
                continue
            made += len(taken.judgements)
            refused += len(taken.left_out)
        assert made
        assert refused
        client = TestClient(application(ledger, Options()), base_url="http://127.0.0.1:8600")
        story = ledger.stories()[0].id
        for address in (f"/articles/{report}", "/judgements", f"/stories/{story}", "/actors", "/"):
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert [one for one in HOSTILE if one.strip() in answer.text] == [], address
