"""brat: a folder with `annotation.conf`, and for each report `NAME.txt` and `NAME.ann`; the same folder comes back.

As on brat's page "brat standoff format": T lines are stretches (code points; those that cross a line's end in fragments), R lines `of` and `by`, A lines
what an event is held to be, # lines notes. A T's note begins with its path and holds its values as JSON, which can be changed there. `review.json`
says of which record each file is. brat names no author and no date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from onrecord.errors import SourceError
from onrecord.ledger.reviewed import Reviewed
from onrecord.values.span import Span
from onrecord.views.export.brat import fragments
from onrecord.views.export.form import encoded
from onrecord.views.export.streams import line
from onrecord.views.review.form import Find, Returned, safe
from onrecord.views.review.marks import FACTUALITY, Mark, labels, marks

Json = Any
INDEX: Final = "review.json"
TYPES: Final = {one.replace(".", "-"): one for one in labels()}
_LINE: Final = re.compile(r"([TRA#]\d*)\t([^\t]*)(?:\t(.*))?")


def configuration() -> str:
    """`annotation.conf`: the types that there are."""
    return "\n".join(
        [
            "[entities]", *TYPES, "", "[relations]", "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
            "of\tArg1:<ENTITY>, Arg2:<ENTITY>", "by\tArg1:<ENTITY>, Arg2:<ENTITY>", "", "[events]", "", "[attributes]",
            f"Factuality\tArg:<ENTITY>, Value:{'|'.join(FACTUALITY)}", "Background\tArg:<ENTITY>", "",
        ]
    )  # fmt: skip


def write(views: Iterable[Reviewed]) -> Iterator[tuple[str, bytes]]:
    """Two files a report, the configuration, and which record each is of."""
    index: dict[str, dict[str, str]] = {}
    for view in views:
        name = view.report or f"record-{len(index) + 1}"
        index[name] = {"report": view.report, "record": view.record_id}
        yield f"{name}.txt", encoded(view.record.article.text)
        yield (
            f"{name}.ann",
            encoded("".join(f"{one}\n" for one in _Standoff(view.record.article.text).lines(marks(view)))),
        )
    yield "annotation.conf", encoded(configuration())
    yield INDEX, encoded(json.dumps(index, indent=1) + "\n")


@dataclass
class _Standoff:
    text: str
    count: dict[str, int] = field(default_factory=dict)

    def lines(self, every: list[Mark]) -> Iterator[str]:
        ids = {}
        for one in every:
            parts = list(fragments(self.text, one.span))
            if not parts:
                continue  # white space alone: nothing that brat could show
            ids[one.path] = self.next("T")
            places = ";".join(f"{start} {end}" for start, end in parts)
            yield f"{ids[one.path]}\t{one.label.replace('.', '-')} {places}\t{' '.join(part.of(self.text) for part in parts)}"
        for one in every:
            for name, other in (("of", one.of), ("by", one.by)):
                if one.path in ids and other in ids:
                    yield f"{self.next('R')}\t{name} Arg1:{ids[one.path]} Arg2:{ids[other]}"
        for one in every:
            if one.path in ids:
                yield from self.noted(ids[one.path], one)

    def noted(self, id: str, one: Mark) -> Iterator[str]:
        notes = dict(one.notes)
        if "factuality" in notes:
            yield f"{self.next('A')}\tFactuality {id} {notes.pop('factuality')}"
        if notes.pop("background", False):
            yield f"{self.next('A')}\tBackground {id}"
        yield f"{self.next('#')}\tAnnotatorNotes {id}\t{one.path}{f' {line(notes)}' if notes else ''}"

    def next(self, kind: str) -> str:
        self.count[kind] = self.count.get(kind, 0) + 1
        return f"{kind}{self.count[kind]}"


def read(path: Path, find: Find) -> Iterator[Returned]:
    """What a folder of brat (or one .ann file in it) holds. Raises SourceError for what is none."""
    folder = path if path.is_dir() else path.parent
    files = sorted(folder.glob("*.ann")) if path.is_dir() else [path]
    if not files:
        raise SourceError(f"{path} holds no .ann file: give the folder that brat works on")
    index = _index(folder)
    for file in files:
        report, record = _of(index, file)
        text = file.with_suffix(".txt")
        if not text.is_file():
            raise SourceError(f"{file} has no {text.name} beside it: give the whole folder of brat")
        try:
            told, words = file.read_text(encoding="utf-8"), text.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise SourceError(
                f"{file} or {text.name} is not UTF-8: give the folder that brat wrote ({error.reason})"
            ) from error
        before = find(report, record)
        yield Returned(
            report,
            record,
            words,
            tuple(_marks(told, words, before)),
            None,
            None,
            "",
            file.name,
        )


def _of(index: Mapping[str, Json], file: Path) -> tuple[str, str]:
    """(report, record) that a file is of; without `review.json`, the report that bears its name. Raises SourceError where the index is damaged."""
    known = index.get(file.stem, {"report": file.stem, "record": ""})
    told = [known.get(name) if isinstance(known, dict) else None for name in ("report", "record")]
    if not all(isinstance(one, str) for one in told):
        raise SourceError(
            f"{INDEX} does not say of which report and record {file.name} is: put back the {INDEX} that `onrecord review export` wrote,"
            ' where it has {"report": "r…", "record": "c…"}, or take it away'
        )
    return str(told[0]), str(told[1])


def _index(folder: Path) -> Mapping[str, Json]:
    """What `review.json` says; {} where there is none. Raises SourceError for one that is damaged."""
    path = folder / INDEX
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise SourceError(
            f"{path} is damaged ({error}): put back the one that `onrecord review export` wrote, or take it away"
        ) from error
    if not isinstance(found, dict):
        raise SourceError(
            f"{path} is no index of files: put back the one that `onrecord review export` wrote, or take it away"
        )
    return found


def _marks(told: str, text: str, before: Iterable[Mark]) -> Iterator[Mark]:
    known = {one.path: one for one in before}
    stretches: dict[str, tuple[str, list[Span]]] = {}
    notes: dict[str, tuple[str, dict[str, Json]]] = {}
    links: dict[tuple[str, str], str] = {}
    status: dict[str, dict[str, Json]] = {}
    for row in told.split("\n"):
        if not (found := _LINE.fullmatch(row.rstrip("\r"))):
            continue
        id, head, rest = found.groups()
        words = head.split(" ")
        if id.startswith("T"):
            stretches[id] = (TYPES.get(words[0], words[0]), _spans(head.partition(" ")[2]))
        elif id.startswith("R") and len(words) == 3:
            links[words[1].partition(":")[2], words[0]] = words[2].partition(":")[2]
        elif id.startswith("A") and len(words) > 1:
            value = words[2] if words[0] == "Factuality" and len(words) > 2 else True
            status.setdefault(words[1], {})[words[0].casefold()] = value
        elif id.startswith("#") and len(words) > 1:
            notes[words[1]] = _note(rest or "")
    names = {id: path if (path := notes.get(id, ("", {}))[0]) in known else safe(id) for id in stretches}
    for id, (label, spans) in stretches.items():
        old = known.get(names[id])
        given = _status(old, status.get(id, {})) | notes.get(id, ("", {}))[1]
        of, by = (names.get(links.get((id, name), "")) for name in ("of", "by"))
        yield Mark(names[id], label, _whole(spans, old, text), of, by, given)
    yield from (one for one in known.values() if not list(fragments(text, one.span)))  # brat could not show it


def _status(old: Mark | None, told: dict[str, Json]) -> dict[str, Json]:
    """What A lines say: where brat has none, an event is the report's news, and happened."""
    if old is not None and old.group != "event":
        return {}
    return (
        {"factuality": told.get("factuality", "happened"), "background": told.get("background", False)}
        if old or told
        else {}
    )


def _whole(spans: list[Span], old: Mark | None, text: str) -> Span:
    """The stretch of a T's fragments; that of before, where the fragments are its."""
    if old and list(fragments(text, old.span)) == spans:
        return old.span
    return Span(spans[0].start, spans[-1].end)


def _spans(told: str) -> list[Span]:
    try:
        return [Span(*(int(number) for number in part.split(" "))) for part in told.split(";")]
    except (ValueError, TypeError) as error:
        raise SourceError(f"{told!r} is no stretch of brat's: give a folder that brat wrote") from error


def _note(told: str) -> tuple[str, dict[str, Json]]:
    path, _, rest = told.partition(" ")
    try:
        found = json.loads(rest) if rest.startswith("{") else {}
    except (ValueError, RecursionError):
        found = {}
    return path, found if isinstance(found, dict) else {}
