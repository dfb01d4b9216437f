"""Articles -> stories: the wording of each, the likeness of pairs, groups, and the origin of every text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.learned import stories as learned
from onrecord.learned.stories import Judgement
from onrecord.stories.grouping import average_link
from onrecord.stories.likeness import likeness
from onrecord.stories.origins import origins
from onrecord.stories.wording import Wording, wording
from onrecord.values.article import Article
from onrecord.values.story import Report, Story


def group(articles: Iterable[Article]) -> list[Story]:
    """The stories that these reports tell, in the order of their least key.

    A report without a key is called by its place, "#1" first. The order of the reports does not matter: they are taken by key.
    """
    keyed = sorted(((one.key or f"#{i}", one) for i, one in enumerate(articles, 1)), key=lambda pair: pair[0])
    return grouped([wording(article, key) for key, article in keyed], learned.load())


def grouped(wordings: Sequence[Wording], judgement: Judgement) -> list[Story]:
    """The stories of reports that are taken apart already, in the order of their keys."""
    origin = origins(wordings)  # copies of one text tell one story, whatever else stands around it
    groups = average_link(len(wordings), likeness(wordings, judgement), judgement.cut, origin)
    made = []
    for members in groups:
        reports = tuple(Report(wordings[i].key, wordings[origin[i]].key) for i in members)
        made.append(Story(reports[0].key, reports))
    return made
