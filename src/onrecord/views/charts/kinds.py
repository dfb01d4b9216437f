"""The table of pictures: the one place that says which kinds there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.errors import SettingsError
from onrecord.views.charts import accounts, course, disagreements, meetings, origins, timeline, worldmap
from onrecord.views.charts.picture import Look, Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.views.charts.material import Material


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of picture: its name, what it shows in a few words, whether it is of one story alone, and what draws it."""

    name: str
    says: str
    one_story: bool
    draw: Callable[[Material, Look, str | None], Picture]


KINDS: Final = (
    Kind("timeline", timeline.SAYS, one_story=False, draw=timeline.draw),
    Kind("map", worldmap.SAYS, one_story=False, draw=worldmap.draw),
    Kind("origins", origins.SAYS, one_story=True, draw=origins.draw),
    Kind("course", course.SAYS, one_story=True, draw=course.draw),
    Kind("meetings", meetings.SAYS, one_story=False, draw=meetings.draw),
    Kind("disagreements", disagreements.SAYS, one_story=True, draw=disagreements.draw),
)


def kind_named(name: str) -> Kind:
    """The kind of this name. Raises SettingsError, listing the kinds, for another."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise SettingsError(f"no picture {name!r}: there are {', '.join(kind.name for kind in KINDS)}")


def draw(kind: str, material: Material, *, look: Look | None = None, field: str | None = None) -> Picture:
    """The picture of this kind: the same for the same material. `field` is for course and disagreements ("killed", "killed:children"); without
    it, the one with most differences. A kind of one story shows the first. Where there is nothing to draw, the picture says why.

    Raises SettingsError, naming those there are, for an unknown kind or field.
    """
    return kind_named(kind).draw(material, look or Look(), field)


def choices(kind: str, material: Material) -> tuple[str, ...]:
    """The fields that can be asked of this kind, the most disputed first; () where it has none."""
    if kind not in ("course", "disagreements"):
        return ()
    return accounts.choices(material.first(), numbers=kind == "course")
