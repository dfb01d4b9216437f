"""The one conductor: article in, record out. The only file, with `api`, that names all the rooms above it.

    Article -> Reading (stage by stage) -> Record

Reading never fails: a stage that raises costs its own layer, and the record says so in `problems`.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError
from onrecord.knowledge.digest import knowledge_digest
from onrecord.learned.packaged import card, present
from onrecord.reading.stages import STAGES
from onrecord.recording.record import record as make_record
from onrecord.settings import VERSION
from onrecord.values.layers import Reading
from onrecord.values.moment import REMEDY, is_iso
from onrecord.values.problem import Problem
from onrecord.values.record import Reader, Record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.reading.stage import Stage
    from onrecord.settings import Settings
    from onrecord.values.article import Article

log = logging.getLogger(__name__)


def read_article(article: Article, settings: Settings) -> Record:
    """The record of one article: the same bytes for the same article, settings, knowledge and weights."""
    return make_record(read_layers(article, settings), settings, reader(settings))


def read_layers(article: Article, settings: Settings, stages: Sequence[Stage] = STAGES) -> Reading:
    """The article with every layer of the table over it."""
    reading = _bounded(_dated(article), settings)
    for stage in stages:
        reading = _run(stage, reading, settings)
    return reading


def reader(settings: Settings) -> Reader:
    """What reads: the version, and the digests of knowledge and weights (None for rules alone, and where there are no weights now)."""
    weights = _digest(settings.weights) if settings.learned and present(settings.weights) else None
    return Reader(version=VERSION, knowledge=knowledge_digest(), weights=weights)


@cache
def _digest(weights: Path | None) -> str:
    """The digest of weights that are there: told once a process, as they are loaded once."""
    return str(card(weights)["digest"])


def _run(stage: Stage, reading: Reading, settings: Settings) -> Reading:
    try:
        return reading.with_layer(stage.run(reading, settings))
    except OnrecordError as error:
        problem = Problem(_name(reading), stage.name, str(error), "The rest of the article was read.")
    except Exception as error:
        log.debug("stage %s failed on %s", stage.name, _name(reading), exc_info=True)
        problem = Problem(
            _name(reading),
            stage.name,
            f"{type(error).__name__}: {error}",
            "The rest of the article was read; please report this with the text.",
        )
    return reading.with_layer(stage.gives()).with_problem(problem)


def _dated(article: Article) -> Reading:
    """The article, without a `published` or `updated` that is no date: nothing is resolved against it, and a problem says so."""
    problems = list(article.problems)
    for field, value in (("published", article.published), ("updated", article.updated)):
        if value is None or is_iso(value):
            continue
        kept = value[:10] if is_iso(value[:10]) and value[10:11] in ("T", " ") else None
        article = replace(article, published=kept) if field == "published" else replace(article, updated=kept)
        message = f"{field!r} is {value[:60]!r}, " + ("whose clock time there is not" if kept else "no date")
        problems.append(Problem(article.key or article.url or "article", "given", message, REMEDY))
    return Reading(article, problems=tuple(problems))


def _bounded(reading: Reading, settings: Settings) -> Reading:
    if len(reading.text) <= settings.longest:
        return reading
    problem = Problem(
        _name(reading),
        "bounds",
        f"the text has {len(reading.text):,} code points; the first {settings.longest:,} were read",
        "Split the file into its articles, or raise the bound: ONRECORD_LONGEST, or Settings(longest=…).",
    )
    return reading.with_problem(problem)


def _name(reading: Reading) -> str:
    return reading.article.key or reading.article.url or "article"
