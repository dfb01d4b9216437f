"""Every `onrecord …` command that README.md and docs/ show is run, and what a page shows as its output is what it prints.

Looked at are fences of sh, console (`$ command`, then its output) and such without a language with lines that begin with `onrecord`; of the
tutorials and how-tos also python. ` no-run` after the language passes a fence over: what needs a server, a cluster or another machine. `serve`, which
does not end, is only parsed. The commands of a page run one after the other, in this process, in a folder with the files that the pages name; an id
that its ledger does not have stands for one that it has.

    python tests/test_docs_commands.py [PAGE…]      writes what the commands print into the console fences
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gzip
import importlib.util
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import select

from onrecord.api import open_ledger, read_many
from onrecord.batch import child, worker
from onrecord.keeping.ledger import Ledger
from onrecord.ledger import schema
from onrecord.samples.reader import samples
from onrecord.sources.pieces import fields_of
from onrecord.values.record import Record
from onrecord.values.wire import dumps
from onrecord.views.cli.ledgers import SHORT
from onrecord.views.cli.main import main, parser

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
REPORTS = ROOT / "src" / "onrecord" / "samples" / "reports"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
OURS = ("tutorials", "how-to")  # folders of docs/ whose python is run, too
SHELLS = ("sh", "bash", "shell", "console")
PLAIN = {"mkdir", "cp", "cat", "head", "tail", "grep", "sort", "wc", "gzip", "cut", "ls", "rm", "cd", "tr", "printf"}
FENCE = re.compile(r"^```([a-z]*)[ ]?(.*)$")
PASSWORD = b"a-password-for-tests\n"
ID = re.compile(r"\b[srajcevd][0-9a-f]{6,32}\b")
NEEDS = re.compile(r"pip install|cannot be found|is not installed")
OTHER_NAMES = {
    "courier.txt": "report.txt", "reports.jsonl": "articles.jsonl", "herald.txt": "a.txt", "wire.txt": "b.txt", "post.txt": "c.txt",
}  # fmt: skip
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p></article></body></html>"


# --- pages ------------------------------------------------------------------------------------------------------------------------------------


@dataclass
class Fence:
    """A block of a page: `first` is the index of its first line inside."""

    language: str
    info: str
    first: int
    lines: list[str] = field(default_factory=list)

    def runs(self) -> bool:
        shell = self.language in SHELLS or (
            not self.language and any(one.startswith("onrecord ") for one in self.lines)
        )
        return shell and "no-run" not in self.info

    def commands(self) -> Iterator[tuple[str, list[str] | None]]:
        """(command, the output that is shown, or None where none is)."""
        joined = "\n".join(self.lines).replace("\\\n", " ").split("\n")
        if self.language != "console":
            yield from ((line.strip(), None) for line in joined if line.strip() and not line.lstrip().startswith("#"))
            return
        for part in re.split(r"(?m)^\$ ", "\n".join(joined))[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown.rstrip("\n").split("\n")


def fences(text: str) -> list[Fence]:
    """The blocks of a page, in order."""
    found: list[Fence] = []
    inside = False
    for number, line in enumerate(text.split("\n")):
        opening = FENCE.match(line)
        if inside and line.startswith("```"):
            inside = False
        elif not inside and opening:
            found.append(Fence(opening[1], opening[2], number + 1))
            inside = True
        elif inside:
            found[-1].lines.append(line)
    return found


# --- running ----------------------------------------------------------------------------------------------------------------------------------


@dataclass
class Shell:
    """Runs the lines of one page. `swapped`: ids of the page -> ids of this ledger."""

    swapped: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def run(self, line: str) -> str | None:
        """What the line prints; None where it was none of our business. Raises AssertionError where it fails."""
        words = _words(line)
        if words[:1] == ["export"]:
            os.environ.update(word.split("=", 1) for word in words[1:])
            return None
        stages = _stages(words)
        if not any(_is_ours(stage) for stage in stages) and words[0] not in PLAIN:
            return None
        given, target = b"", None
        if ">" in stages[-1]:
            stages[-1], target = stages[-1][: stages[-1].index(">")], stages[-1][stages[-1].index(">") + 1]
        for stage in stages:
            given = self._ours(stage, given, line) if _is_ours(stage) else _theirs(stage, given, line)
        if target:
            Path(target).write_bytes(given)
            return ""
        return given.decode("utf-8")

    def _ours(self, words: list[str], given: bytes, line: str) -> bytes:
        while "=" in words[0]:
            os.environ.update([words.pop(0).split("=", 1)])  # type: ignore[list-item]
        words = [self._id(word, words) for word in words[1:]]
        if words[:1] == ["serve"]:
            parser().parse_args(words)
            return b""
        given = given or PASSWORD if words[:1] == ["user"] else given
        out, err, before = _stream(), _stream(), (sys.stdin, sys.stdout, sys.stderr)
        sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(given)), out, err
        try:
            status = main(words)
        except SystemExit as ended:
            status = int(ended.code or 0)
        finally:
            sys.stdin, sys.stdout, sys.stderr = before
        out.flush()
        err.flush()
        said = err.buffer.getvalue().decode("utf-8")
        if status and NEEDS.search(said):
            self.missing.append(said.strip())
            return b""
        assert status == 0, f"`{line}` ends with {status}: {said.strip()[-600:]}"
        return out.buffer.getvalue()

    def own(self, line: str) -> str:
        """The line with this ledger's ids, as short as they are shown."""
        return ID.sub(lambda found: self.swapped.get(found[0], found[0])[:SHORT], line)

    def _id(self, word: str, words: list[str]) -> str:
        if not ID.fullmatch(word):
            return word
        target = words[words.index("--ledger") + 1] if "--ledger" in words else os.environ.get("ONRECORD_LEDGER", "")
        if not Path(target).is_file():
            return word
        if word not in self.swapped:
            known = _ids(target, word[0])
            there = any(one.startswith(word) for one in known)
            taken = [one for one in self.swapped if one[0] == word[0]]
            self.swapped[word] = word if there or not known else known[len(taken) % len(known)]
        return self.swapped[word]


def _ids(target: str, letter: str) -> list[str]:
    """The ledger's ids that begin with this letter, the richest first."""
    with open_ledger(target, create=False) as ledger:
        if letter == "s":
            return [story.id for story in ledger.stories()]
        if letter == "j":
            return [one.id for one in ledger.judgements() if one.verb != "undo" and not one.undone_by][::-1]
        if letter == "r":
            return sorted(ledger.reports(), key=lambda one: not _one_duration(ledger.record(one)))
        if letter == "a":
            with ledger.reading() as connection:
                return sorted(connection.scalars(select(schema.actors.c.id)))
        return [event.id for event in ledger.events()]


def _one_duration(record: Record) -> bool:
    """Whether its first event has one duration and two parties: what the pages show how to correct."""
    first = next(iter(record.events), None)
    return bool(first) and len(first.fields.get("duration", ())) == 1 and len(first.actors) > 1


def _words(line: str) -> list[str]:
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|>")
    lexer.whitespace_split = True
    lexer.commenters = "#"
    return list(lexer)


def _stages(words: list[str]) -> list[list[str]]:
    stages: list[list[str]] = [[]]
    for word in words:
        stages.append([]) if word == "|" else stages[-1].append(word)
    return [one for one in stages if one]


def _is_ours(stage: list[str]) -> bool:
    return next((Path(word).name for word in stage if "=" not in word), "") == "onrecord"


def _theirs(stage: list[str], given: bytes, line: str) -> bytes:
    quoted = " ".join(word if "*" in word else shlex.quote(word) for word in stage)
    ran = subprocess.run(["bash", "-c", quoted], input=given, capture_output=True, check=False)
    assert ran.returncode == 0, f"`{line}`: {ran.stderr.decode()[-300:]}"
    return ran.stdout


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def run_page(text: str, *, python: bool, told: Callable[[Fence, str, list[str] | None, str], None]) -> list[str]:
    """Runs a page; `told` gets each command, what is shown and what it printed. The fences whose extra is not installed."""
    shell, names = Shell(), {"__name__": "__main__"}
    for fence in fences(text):
        if fence.language == "python" and python and "no-run" not in fence.info:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile("\n".join(fence.lines), f"python at line {fence.first}", "exec"), names)
        elif fence.runs():
            for command, shown in fence.commands():
                printed = shell.run(command)
                if printed is not None and not shell.missing:
                    told(fence, shell.own(command), shown, printed)
    return shell.missing


# --- where it runs ----------------------------------------------------------------------------------------------------------------------------


class Reading:
    """Stands for a process that reads: the same answers, without another network in memory."""

    def __init__(self, job) -> None:
        self.job, self.asked = job, 0

    def load(self) -> None:
        pass

    def ask(self, piece):
        self.asked += 1
        return child.one(fields_of(piece), piece.data, self.job, dict(self.job.given), READ)

    def end(self) -> None:
        pass

    close = end


def READ(article, settings):  # noqa: N802  what every command reads with: each text once
    return _kept(article, settings)


@functools.cache
def _kept(article, settings):
    from onrecord.pipeline import read_article

    return read_article(article, settings)


def one_reader(patch: pytest.MonkeyPatch) -> None:
    """Has every command read in this process, and each text once."""
    from onrecord import api

    patch.setattr(api, "read_article", READ)
    patch.setitem(Ledger.__init__.__kwdefaults__, "read", READ)
    patch.setattr(worker, "Supervised", Reading)
    patch.setenv("NO_COLOR", "1")
    for name in ("COLUMNS", "ONRECORD_LEDGER", "ONRECORD_AUTHOR", "ONRECORD_TRACE"):
        patch.delenv(name, raising=False)


def furnish(folder: Path) -> None:
    """Puts the files there that the pages name."""
    (folder / "reports").mkdir(parents=True)
    (folder / "archive").mkdir()
    for name, text in script("generated").sample_files().items():
        (folder / name).write_text(text, encoding="utf-8")
        if name.endswith(".txt"):
            (folder / "reports" / name).write_text(text, encoding="utf-8")
    for path in (DOCS / "tutorials" / "samples").iterdir():
        shutil.copy(path, folder)
    for name, other in OTHER_NAMES.items():
        shutil.copy(folder / name, folder / other)
    page = PAGE.format("Envoys meet in Lisbon", "Two envoys met in Lisbon on Tuesday for 20 minutes, an aide said.")
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "archive" / "march.warc.gz").write_bytes(_warc(page))
    (folder / "records.jsonl").write_text("".join(dumps(one) + "\n" for one in read_many(samples())), encoding="utf-8")
    with open_ledger(folder / "news.db") as ledger:
        ledger.add(samples())
        ledger.add(map(json.loads, (folder / "archive.jsonl").read_text(encoding="utf-8").splitlines()))
    with inside(folder):
        Shell().run("onrecord review export --to labelstudio --ledger news.db --out returned/")
        _returned(folder / "returned" / "tasks.json", folder / "project-1.json")


def furnish_for(page: Path, folder: Path) -> None:
    """What one page has otherwise: reports of a flood, whose toll rises; a ledger and an author that need not be named."""
    if page.name == "charts.md":
        shutil.rmtree(folder / "reports")
        (folder / "reports").mkdir()
        for one in script("charts").flood():
            (folder / "reports" / f"{one.key}.txt").write_text(one.text, encoding="utf-8")
    if page.parent == DOCS:
        os.environ.update(ONRECORD_LEDGER="news.db", ONRECORD_AUTHOR="Ana")


def script(name: str) -> ModuleType:
    """A script of docs/, as a module."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _returned(tasks: Path, to: Path) -> None:
    """What Label Studio gives back where somebody has looked at every task and changed nothing."""
    every = json.loads(tasks.read_text(encoding="utf-8"))
    for number, one in enumerate(every):
        results = [one["predictions"][0]["result"]] if one.get("predictions") else []
        one["annotations"] = [
            {"id": number, "created_at": "2026-03-05T10:00:00Z", "result": result} for result in results
        ]
    to.write_text(json.dumps(every), encoding="utf-8")


def _warc(page: str) -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/envoys\r\nWARC-Date: 2026-03-03T20:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n", mtime=0)


@contextlib.contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Works in the folder, and leaves the environment as it was."""
    before, known = Path.cwd(), dict(os.environ)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        os.environ.clear()
        os.environ.update(known)


# --- the tests --------------------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("docs") / "furnished"
    with pytest.MonkeyPatch.context() as patch:
        one_reader(patch)
        furnish(folder)
        yield folder


def test_pages_are_found() -> None:
    """The README and the pages of docs/ are looked at, and some of their commands are found."""
    found = {page.name: sum(fence.runs() for fence in fences(page.read_text(encoding="utf-8"))) for page in PAGES}
    assert found["README.md"] >= 2
    assert found["desk.md"] >= 2


def test_no_page_installs_by_a_name_that_no_registry_has_yet() -> None:
    """onrecord is installed from a clone or a wheel, as `how-to/install` says, until it is published; its extras then go by its name."""
    told = [
        f"{page.name}: {line}"
        for page in PAGES
        for fence in fences(page.read_text(encoding="utf-8"))
        for line in fence.lines
        if re.search(r"pip (install|download)( -\S+( \S+)?)* onrecord\b(?!\[)", line) and "--find-links" not in line
    ]
    assert told == []


def test_a_clone_has_the_sample_files_that_the_tutorials_link(tmp_path: Path) -> None:
    """A sample that only the built site has is made by a command that the page names, the same as the site's."""
    generated = script("generated")
    generated.write_samples(tmp_path / "made")
    for page in (DOCS / "tutorials").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        linked = re.findall(r"\]\(samples/([^)]+)\)", text)
        made = [name for name in linked if not (page.parent / "samples" / name).exists()]
        assert not made or "`python docs/generated.py FOLDER`" in text, page
        assert all((tmp_path / "made" / name).exists() for name in made), page
    assert (tmp_path / "made" / "courier.txt").read_text("utf-8") == (REPORTS / "courier.txt").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_explains_a_report_as_it_reads_it(page: Path) -> None:
    """Ids go by what was read, and so by the day of publication and the outlet: `explain FILE` has the options of the `read FILE` above it."""
    read: dict[str, argparse.Namespace] = {}
    for command in _commands_of_ours(page):
        options = parser().parse_args(command)
        if command[0] == "read":
            read.update(dict.fromkeys(options.inputs, options))
        if command[0] == "explain" and (before := read.get(options.file)):
            told = [[getattr(one, name) for name in ("published", "outlet", "form")] for one in (before, options)]
            assert told[0] == told[1], command


def _commands_of_ours(page: Path) -> Iterator[list[str]]:
    """The words behind `onrecord` of each `read` and `explain` of a page."""
    for fence in fences(page.read_text(encoding="utf-8")):
        for line, _ in fence.commands() if fence.runs() else ():
            for stage in _stages(_words(line)):
                if _is_ours(stage) and stage[1:2] in (["read"], ["explain"]):
                    yield stage[1 : stage.index(">")] if ">" in stage else stage[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_of_a_page_runs_and_prints_what_is_shown(page: Path, furnished: Path, tmp_path: Path) -> None:
    """The commands of a page run one after the other without an error, and print what the page shows."""
    folder = tmp_path / "page"
    shutil.copytree(furnished, folder)
    differ: list[str] = []

    def told(fence: Fence, command: str, shown: list[str] | None, printed: str) -> None:
        if shown is not None and _masked(shown) != _masked(_shown(printed)):
            differ.append(f"line {fence.first}: {command}")

    with inside(folder):
        furnish_for(page, folder)
        text = page.read_text(encoding="utf-8")
        missing = run_page(text, python=page.parent.name in OURS, told=told)
    remedy = f"python tests/test_docs_commands.py {page.relative_to(ROOT)}"
    assert not differ, f"the page shows what these commands no longer print (`{remedy}` writes it anew): {differ}"
    if missing:
        pytest.skip(missing[0])


def _masked(lines: list[str]) -> list[str]:
    """Without the ids of findings, which change with the weights and the reference data that a record was read with, and so does what is
    listed in their order."""
    masked = [re.sub(r"\b[ecvd][0-9a-f]{8}\b", "e…", line) for line in lines]
    return lines if masked == lines else sorted(masked)


def _shown(printed: str) -> list[str]:
    return [line.rstrip() for line in printed.rstrip("\n").split("\n")]


# --- writing ----------------------------------------------------------------------------------------------------------------------------------


def rewritten(page: Path, furnished: Path) -> str:
    """The page with what its console commands print now."""
    text = page.read_text(encoding="utf-8")
    printed: dict[int, list[str]] = {}

    def told(fence: Fence, command: str, shown: list[str] | None, said: str) -> None:
        if shown is not None:
            printed.setdefault(fence.first, []).extend([f"$ {command}", *(_shown(said) if said.strip() else [])])

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "page"
        shutil.copytree(furnished, folder)
        with inside(folder):
            furnish_for(page, folder)
            run_page(text, python=page.parent.name in OURS, told=told)
    lines = text.split("\n")
    for fence in reversed(fences(text)):
        if fence.first in printed:
            lines[fence.first : fence.first + len(fence.lines)] = printed[fence.first]
    return "\n".join(lines)


def write(names: list[str]) -> None:
    """Writes the outputs of the pages of these names, or of all, anew."""
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        one_reader(patch)
        furnish(Path(place) / "furnished")
        for page in PAGES:
            if not names or str(page.relative_to(ROOT)) in names:
                page.write_text(rewritten(page, Path(place) / "furnished"), encoding="utf-8")
                sys.stdout.write(f"{page.relative_to(ROOT)}\n")


if __name__ == "__main__":
    write(sys.argv[1:])
