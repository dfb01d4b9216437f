"""What pictures are made of: stories that are compared, and the records of their reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.values.record import Record
from onrecord.values.story import Report, Story
from onrecord.views.charts.times import days, moment
from onrecord.views.present.counting import counted
from onrecord.views.present.wording import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.keeping.ledger import Ledger

LONE: Final = ""
"""The id of the story of reports that belong to none."""


@dataclass(frozen=True, slots=True)
class Material:
    """Stories, and the records of their reports: a record belongs to the story that has its `article.key`; keys of different reports differ."""

    stories: tuple[Story, ...] = ()
    records: tuple[Record, ...] = ()

    def by_story(self) -> list[tuple[Story, tuple[Record, ...]]]:
        """Each story with its records; records of no story make one more, of the id LONE."""
        home = {report.key: story.id for story in self.stories for report in story.reports}
        held: dict[str, list[Record]] = {}
        for one in self.records:
            held.setdefault(home.get(one.article.key or "", LONE), []).append(one)
        found = [(story, tuple(held.get(story.id, ()))) for story in self.stories]
        return [*found, (Story(LONE, ()), tuple(held[LONE]))] if held.get(LONE) else found

    def first(self) -> Story:
        """The story that a picture of one story shows; an empty one where there is none."""
        return self.stories[0] if self.stories else Story(LONE, ())


def of_ledger(ledger: Ledger, ids: Sequence[str], *, as_of: str | None = None) -> Material:
    """The material of these stories of a ledger (ids of stories, or of reports in them)."""
    stories, records = [], []
    for id in ids:
        found = ledger.story(id, as_of=as_of)
        stories.append(ledger.compare(found.id, as_of=as_of))
        for record, report in zip(ledger.records(found, as_of=as_of), found.reports, strict=True):
            records.append(replace(record, article=replace(record.article, key=report.id)))
    return Material(tuple(stories), tuple(records))


def called(report: Report) -> str:
    """What a report is called: its outlet, else the last part of its key (of a path or an address)."""
    return report.outlet or report.key.rstrip("/").rpartition("/")[2] or report.key


def headline(story: Story, most: int = 90) -> str:
    """What a story is called: the headline that most of its texts are copies of, the first published of those."""
    copies = Counter(one.origin for one in story.reports)
    ranked = sorted(story.reports, key=lambda one: (-copies[one.key], one.published or "9", one.key))
    named = next((clipped(one.headline, most) for one in ranked if one.headline), "")
    return named or (f"Story {clipped(story.id, 24)}" if story.id else "Reports without a story")


def many(number: int, word: str, plural: str = "") -> str:
    """`1 event`, `1,204 events`."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def source_line(story: Story) -> str:
    """What a picture of one story is made of: "Made of 5 reports > 5 outlets > 5 texts > 4 origins, published 3 to 4 March 2026"."""
    dated = sorted(at for one in story.reports if (at := moment(one.published)) is not None)
    when = f", published {days(dated[0], dated[-1])}" if dated else ""
    return f"Made of {counted(story.tally())}{when}."


def source_of(material: Material) -> str:
    """The same for whatever there is."""
    if len(material.stories) == 1:
        return source_line(material.stories[0])
    keys = {report.key for story in material.stories for report in story.reports}
    reports = len(keys) + sum((one.article.key or "") not in keys for one in material.records)
    stories = f" in {many(len(material.stories), 'story', 'stories')}" if material.stories else ""
    return f"Made of {many(reports, 'report')}{stories}."
