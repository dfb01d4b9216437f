"""The callable that both engines use: a shard unread -> its records. It has a process read for it, and outlives that process.

An article that ends the process, or takes too long, is tried again in a fresh one; after `TRIES` it is set aside with a problem, and the
shard goes on. So a process that was killed from outside costs the article in hand, and changes nothing of what comes out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from onrecord.batch.child import told
from onrecord.batch.in_hand import Done, InHand
from onrecord.batch.supervised import Ended, Supervised
from onrecord.errors import BatchError
from onrecord.pipeline import reader
from onrecord.values.article import Article
from onrecord.values.problem import Problem
from onrecord.values.record import ArticleHead, Record

if TYPE_CHECKING:
    from onrecord.batch.job import Job
    from onrecord.batch.shards import Shard
    from onrecord.sources.pieces import Piece

TRIES: Final = 3
LATE_TRIES: Final = 2
STARTS: Final = 5
RECYCLED: Final = (
    5_000  # articles after which a fresh process takes over: what a language model keeps of all words it saw is let go
)

Told = Callable[[dict[str, Any]], object]


class Worker:
    """Reads shards, one at a time. `on_article` is told of each article as it is read."""

    def __init__(self, job: Job, on_article: Told = lambda _: None) -> None:
        self.job, self.on_article = job, on_article
        self.stopped = False
        self._process: Supervised | None = None

    def __call__(self, shard: Shard) -> Done:
        """The records of a shard. Raises BatchError where no process can be had, Ended after `stop`."""
        done = self.help(InHand(shard, tables=self.job.tables))
        if done is None:
            raise ValueError("a shard without an article")  # `cut` gives none
        return done

    def help(self, shard: InHand) -> Done | None:
        """Reads articles of a shard until all are handed out; the shard, if its last was read here. Raises as a call does."""
        done = None
        while (taken := shard.take()) is not None:
            number, piece = taken
            answer = self._read(piece)
            done = shard.put(number, answer)
            self.on_article(answer[0])
        return done

    def ready(self) -> None:
        """Has the process loaded, so that the first shard does not wait for it. Raises as a call does."""
        self._ready()

    def stop(self) -> None:
        """Ends the process; a shard in hand is given up. From any thread."""
        self.stopped = True
        if (process := self._process) is not None:
            process.end()

    def close(self) -> None:
        """Ends the process when there is no more to read."""
        if self._process is not None:
            self._process.close()
            self._process = None

    def _read(self, piece: Piece) -> tuple[dict[str, Any], bytes, bool]:
        tries = late = 0
        while True:
            process = self._ready()
            try:
                head, line = process.ask(piece)
            except Ended as ended:
                self.close()
                if self.stopped:
                    raise
                tries, late = tries + 1, late + ended.late
                if tries >= TRIES or late >= LATE_TRIES:
                    return (*self._aside(piece, ended.how), False)
                continue
            if "raised" in head:
                return (*self._aside(piece, f"reading it raised {head['raised']}"), False)
            return head, line, True

    def _aside(self, piece: Piece, how: str) -> tuple[dict[str, Any], bytes]:
        record = set_aside(piece, how, self.job)
        bearer = Article("", key=record.article.key, url=piece.url, problems=record.problems)
        return told(record, None if self.job.ledger is None else bearer)

    def _ready(self) -> Supervised:
        if self._process is not None and self._process.asked >= RECYCLED:
            self.close()
        if self._process is not None:
            return self._process
        how = ""
        for _ in range(STARTS):
            self._process = process = Supervised(self.job)
            if self.stopped:  # asked after the process can be seen: `stop`, which asks in the other order, misses none
                self.close()
                raise Ended("stopped")
            try:
                process.load()
            except Ended as ended:
                how = ended.how
                self.close()
                continue
            return process
        if self.stopped:
            raise Ended("stopped")
        raise BatchError(f"a process that reads cannot be started ({how}): ONRECORD_TRACE=1 shows what it says")


def set_aside(piece: Piece, how: str, job: Job) -> Record:
    """The record of an article that cannot be read: no text, a problem."""
    where = piece.key or piece.where
    problem = Problem(
        piece.where,
        "batch",
        f"it was set aside: {how}",
        "It is kept in set-aside/: please report it; the batch went on without it.",
    )
    empty = "sha256:" + hashlib.sha256(b"").hexdigest()
    return Record(reader(job.settings), ArticleHead(empty, "", key=where, url=piece.url), problems=(problem,))
