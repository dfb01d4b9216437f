"""How wide a text will be, and what of it fits: known before it is drawn, so that labels can be set where there is room.

Widths are those of Helvetica (which Arial and Liberation Sans share), in thousandths of the size. What stands outside ASCII is taken as a
wide letter, East Asian as a full square, marks that combine as nothing: rather too wide than too narrow.
"""

from __future__ import annotations

from typing import Final
from unicodedata import combining, east_asian_width

_WIDTHS: Final = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_OTHER: Final = 620
_SQUARE: Final = 1000
_BOLD: Final = 1.08
_SERIF: Final = 1.06  # Georgia is wider than Helvetica


def width_of(text: str, size: float = 12, *, bold: bool = False, serif: bool = False) -> float:
    """The width of a line in px.

    >>> round(width_of("20 minutes"))
    59
    """
    thousandths = sum(map(_letter, text))
    return thousandths * size / 1000 * (_BOLD if bold else 1) * (_SERIF if serif else 1)


def _letter(c: str) -> int:
    point = ord(c)
    if 32 <= point < 127:
        return _WIDTHS[point - 32]
    if combining(c) or point in (0x200B, 0x200D, 0xFE0F):
        return 0
    return _SQUARE if east_asian_width(c) in "WF" or point > 0x1F000 else _OTHER


def clipped(text: str, room: float, size: float = 12, *, bold: bool = False) -> str:
    """As much of a line as fits, cut at a letter and marked where something was left out.

    >>> clipped("the regional governor's office", 90)
    'the regional …'
    """
    line = " ".join(text.split())
    if width_of(line, size, bold=bold) <= room:
        return line
    room -= width_of(" …", size, bold=bold)
    kept, used = 0, 0.0
    factor = size / 1000 * (_BOLD if bold else 1)
    for c in line:
        used += _letter(c) * factor
        if used > room:
            break
        kept += 1
    cut = line.rfind(" ", 0, kept + 1)
    return line[: cut if cut > kept * 0.6 else kept].rstrip(" ,;:") + " …"


def wrapped(
    text: str, room: float, size: float = 12, *, most: int = 4, bold: bool = False, serif: bool = False
) -> list[str]:
    """A text in lines that fit, at most so many; the last one is clipped, and so is a word that is too long. A no-break space breaks no line."""
    lines: list[str] = []
    line = ""
    for word in filter(None, text.replace("\n", " ").replace("\t", " ").split(" ")):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size, bold=bold, serif=serif) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines += [line] if line else []
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [clipped(one, room, size * (_SERIF if serif else 1), bold=bold) for one in lines]


def balanced(
    text: str, room: float, size: float, *, most: int = 3, bold: bool = False, serif: bool = False
) -> list[str]:
    """The same in as many lines of about one width: no line is left with a word alone."""
    found = wrapped(text, room, size, most=most, bold=bold, serif=serif)
    for less in range(1, 12):
        tried = wrapped(text, room * (1 - less * 0.04), size, most=most, bold=bold, serif=serif)
        if len(tried) != len(found) or any(line.endswith("…") for line in tried):
            break
        found = tried
    return found
