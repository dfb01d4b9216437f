"""Delayed identification: "A top ministry official said …" and, a sentence later, the official by name with a role that fits."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.reading.coreference.clustering import Cast
    from onrecord.reading.coreference.figures import Figure
    from onrecord.reading.coreference.sight import Scene
    from onrecord.values.record import Mention

WINDOW = 2  # sentences


def identify(scene: Scene, cast: Cast) -> None:
    """Joins an unnamed holder of a role, mentioned once or in one place, to a person who is first named right after in a role of the same
    country and sector. The unnamed figure is left without mentions."""
    unnamed = [f for f in cast.figures if f.sort == "unnamed" and f.mentions and f.titles and f.country and f.sectors]
    if not unnamed:
        return
    firsts = sorted((first(f).start, f.number) for f in cast.figures if f.sort == "person" and f.mentions)
    for figure in unnamed:
        last = next(reversed(figure.mentions))
        sentence = _sentence(scene, last)
        after = bisect_right(firsts, (last.start, len(cast.figures)))
        near = [cast.figures[n] for _, n in firsts[after : after + 8]]
        following = [f for f in near if 0 < _sentence(scene, first(f)) - sentence <= WINDOW]
        fitting = [f for f in following if _fits(scene, figure, f)]
        if (
            len(fitting) == 1
            and len(figure.mentions) <= 2
            and scene.text[last.start : last.start + 2].lower() in ("a ", "an")
        ):
            _merge(figure, fitting[0])


def first(figure: Figure) -> Mention:
    """The first mention of a figure that has one."""
    return next(iter(figure.mentions))


def _sentence(scene: Scene, one: Mention) -> int:
    words = scene.syntax.inside(one.start, one.end)
    return scene.syntax.sentence_of[words[0]] if words else -99


def _fits(scene: Scene, unnamed: Figure, person: Figure) -> bool:
    named = first(person)
    titled = [t for t in person.titles.values() if t.end <= named.start + 1 and named.start - t.start < 80]
    words = scene.syntax.inside(named.start, named.end)
    speaks = bool(words) and any(scene.subject(w) for w in words)
    return (
        bool(titled)
        and speaks
        and (titled[0].country or person.country) == unnamed.country
        and bool(set(titled[0].sectors) & set(unnamed.sectors))
    )


def _merge(unnamed: Figure, person: Figure) -> None:
    person.mentions = {**unnamed.mentions, **person.mentions}
    for title in unnamed.titles.values():
        person.take(title)
    unnamed.mentions = {}
