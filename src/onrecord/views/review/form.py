"""What a form of review is: how records go out in it, and how what comes back is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.ledger.reviewed import Reviewed
from onrecord.views.review.marks import Mark


@dataclass(frozen=True, slots=True)
class Returned:
    """One report as it came back from one person. `record` is the record that went out (c…, "" where the file does not tell), `text` what the
    tool has as its text, `author` and `dated` what the file says of them. `ignored`: why it holds no judgement, where it holds none."""

    report: str
    record: str
    text: str
    marks: tuple[Mark, ...]
    author: str | None = None
    dated: str | None = None
    ignored: str = ""
    where: str = ""


Find = Callable[[str, str], Sequence[Mark]]  # report, record -> the marks that went out


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """`write`: name and bytes of each file; `read`: what a file or folder holds. `main`: the file that the tool imports."""

    name: str
    title: str
    write: Callable[[Iterable[Reviewed]], Iterator[tuple[str, bytes]]]
    read: Callable[[Path, Find], Iterator[Returned]]
    main: str
    beside: tuple[tuple[str, bytes], ...] = field(default=())


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """(number, line) of the lines of a UTF-8 file that hold something. Raises SourceError."""
    try:
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
            if line.strip():
                yield number, line
    except UnicodeDecodeError as error:
        raise SourceError(f"{path} is not UTF-8: export it anew ({error.reason})") from error


def safe(name: object) -> str:
    """A tool's own name of a mark, as a path can begin with it."""
    return f"tool-{name}".replace(".", "_").replace("@", "_")
