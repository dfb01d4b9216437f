"""What a drawn picture is: its words, its table, its spec; and how it was asked to look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from onrecord.errors import SettingsError

NARROWEST: Final = 320
WIDEST: Final = 1600


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is to look: `dark` for a dark page; `width` in px, 320 to 1600 (360 for a phone, 720 for a desk; the height follows the
    content); `headed`: with title, sub-title and note in the picture itself. Raises SettingsError for another width."""

    dark: bool = False
    width: int = 720
    headed: bool = True

    def __post_init__(self) -> None:
        if not NARROWEST <= self.width <= WIDEST:
            raise SettingsError(f"a picture cannot be {self.width} px wide: ask for {NARROWEST} to {WIDEST}")


@dataclass(frozen=True, slots=True)
class Table:
    """The picture as text: a row for each mark. Texts are as the reports have them: escape them where they are shown."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawn picture.

    `title` says in a line what is seen; `subtitle` what is plotted and how it is read; `note` what it is made of and what was left out, and
    why; `alt` is for those who do not see it; `table` has its marks as text. `shown` counts the marks: with 0 there was nothing to draw, and
    the picture is a card that says why. `spec` is Vega-Lite 5 with its data inside; `height` is in px.
    """

    kind: str
    title: str
    subtitle: str
    note: str
    alt: str
    table: Table
    shown: int
    spec: dict[str, Any] = field(repr=False)
    look: Look = Look()
    height: int = 0
