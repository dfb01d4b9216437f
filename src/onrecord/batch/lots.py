"""Inputs -> lots: what one process streams from end to end. A lot is one large file, or some small files that follow one another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.errors import SourceError
from onrecord.sources.detect import FORMS, form_of_name
from onrecord.sources.fetch import is_url
from onrecord.sources.folder import files, is_glob, is_there, matches, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MANY: Final = ("jsonl", "warc")  # forms of which one file holds many articles


@dataclass(frozen=True, slots=True)
class Lot:
    """`input`: which of the inputs, as an absolute path; `number`: which lot of it, from 0; `files`: (path, key) each."""

    input: str
    number: int
    files: tuple[tuple[Path, str], ...]
    form: str = "auto"

    @property
    def size(self) -> int:
        """Bytes of its files, packed as they are."""
        return sum(path.stat().st_size for path, _ in self.files if path.exists())


def lots(inputs: Sequence[str], form: str, together: int) -> Iterator[Lot]:
    """The lots of all inputs, in order; up to `together` small files make one. An input named twice is taken once.

    Raises SourceError, naming the remedy, for what is not there, a URL, or standard input, which cannot be read a second time.
    """
    if form not in FORMS:
        raise SourceError(f"{form!r} is no form: choose from {', '.join(FORMS)}")
    names = dict.fromkeys(str(Path(name).absolute()) for name in map(_checked, inputs))
    for name in names:
        number = 0
        for many, some in groupby(_files(name), key=lambda one: _form(one[0], form) in MANY):
            waiting = list(some)
            step = 1 if many else together
            for start in range(0, len(waiting), step):
                yield Lot(name, number, tuple(waiting[start : start + step]), form)
                number += 1


def _checked(name: str) -> str:
    if name == "-":
        raise SourceError("a batch may have to be resumed, and standard input cannot be read twice: save it to a file")
    if is_url(name):
        raise SourceError(f"{name} is a URL: a batch reads files alone; fetch it first")
    named(name)
    if is_glob(name):
        matches(name)
    elif not is_there(name):
        raise SourceError(f"{name[:200]} is not there: check the path")
    elif Path(name).is_dir():
        next(files(Path(name)))
    return name


def _files(name: str) -> Iterator[tuple[Path, str]]:
    """(path, key) of each file; a key is the path inside the folder, or from where a glob's pattern begins."""
    path = Path(name)
    if is_glob(name):
        fixed = len(tuple(takewhile(lambda part: not is_glob(part), path.parts[:-1])))
        yield from ((one, "/".join(one.parts[fixed:])) for one in matches(name))
    elif path.is_dir():
        yield from ((one, one.relative_to(path).as_posix()) for one in files(path))
    else:
        yield path, path.name


def _form(path: Path, form: str) -> str | None:
    return form if form != "auto" else form_of_name(path.name)
