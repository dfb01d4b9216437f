"""A process that reads by remembering: it answers an article with the record that was made of the same text before, under the article's own key
and day. So everything but reading can be measured with true records, at sizes that nobody would wait to read.

    REPLAY=records.jsonl python benchmarks/replay.py            # as `onrecord.batch.child` is run
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from onrecord.batch.child import serve
from onrecord.pipeline import read_article
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.findings import Moment
from onrecord.values.record import Record
from onrecord.values.wire import dumps, loads

SCRIPT = Path(__file__)
WARMED = "Two ministers met in Riga on Monday, an official said."  # what `serve` reads first


def remember(rows: Iterable[dict[str, str]], path: Path, settings: Settings) -> None:
    """Reads the articles, truly, and writes their records where `REPLAY` is to point."""
    articles = [Article(WARMED, published="2026-03-02"), *(Article(**row) for row in rows)]
    path.write_text("".join(dumps(read_article(one, settings)) + "\n" for one in articles), encoding="utf-8")


def replaying(path: Path) -> Callable[[Article, Settings], Record]:
    """What reads so."""
    known = {_digest(one.article.text): one for one in map(loads, path.read_text(encoding="utf-8").splitlines())}

    def read(article: Article, _: Settings) -> Record:
        record = known[_digest(article.text)]
        published = Moment(article.published, "given") if article.published else record.article.published
        return replace(record, article=replace(record.article, key=article.key, published=published))

    return read


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()


if __name__ == "__main__":
    try:
        sys.exit(serve(replaying(Path(os.environ["REPLAY"]))))
    except BrokenPipeError:
        sys.exit(0)
