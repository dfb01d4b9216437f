"""What is done: shards with the digests of what went in and came out, and the days that are written. One SQLite file in the batch's folder.

A shard is done when its row is there: its records were written to a file under another name, brought to disk and renamed before. So
whatever is killed, and whenever, a shard is done whole or not at all. Two batches cannot work in one folder: it is locked.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.batch.in_hand import Span
from onrecord.errors import BatchError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.batch.in_hand import Done
    from onrecord.batch.shards import Place

FOLDER: Final = ".batch"
ASIDE: Final = "set-aside"
SCHEMA: Final = """
create table if not exists about (name text primary key, value text not null);
create table if not exists inputs (input text primary key, rank integer not null);
create table if not exists results (
    digest text primary key, sha256 text not null, bytes integer not null,
    articles integer not null, events integer not null, attributions integer not null, troubled integer not null, aside integer not null
);
create table if not exists spans (
    digest text not null, day text not null, start integer not null, length integer not null, articles integer not null, primary key (digest, day)
);
create index if not exists spans_of_day on spans (day);
create table if not exists places (
    input text not null, lot integer not null, number integer not null, digest text not null, run integer not null,
    primary key (input, lot, number)
);
create table if not exists days (day text primary key, digest text not null);
"""
OF_DAY: Final = """
select s.digest, s.start, s.length, s.articles from spans s join places p on p.digest = s.digest join inputs i on i.input = p.input
where s.day = ? order by i.rank, p.lot, p.number
"""


@dataclass(frozen=True, slots=True)
class Held:
    """What a batch holds: articles, those with a problem, those set aside, events, attributions, shards, days."""

    articles: int
    troubled: int
    aside: int
    events: int
    attributions: int
    shards: int
    days: int


class Manifest:
    """Of one batch's folder. Use it in `opened`, from one thread."""

    def __init__(self, out: Path, connection: sqlite3.Connection) -> None:
        self.out = out
        self._db = connection
        self.run = int(self._about("run") or "0") + 1

    # ---------------------------------------------------------------- the run

    def is_of(self, identity: str) -> bool:
        """Whether what is there was made by readers of this identity."""
        return self._about("identity") == identity

    def begin(self, identity: str, *, again: bool) -> None:
        """Begins a run of readers of this identity. Raises BatchError where others made what is there, unless all is to be read `again`."""
        before = self._about("identity")
        if before not in (None, identity):
            if not again:
                raise BatchError(
                    f"{self.out} was made by another version, other weights or other settings, or for another ledger: give what it was begun "
                    "with, --again to read all anew, or another --out"
                )
            with self._db:
                for table in ("places", "spans", "results"):
                    self._db.execute(f"delete from {table}")  # noqa: S608  names of ours
                self._say("identity", identity)
        with self._db:
            self._say("identity", identity)
            self._say("run", str(self.run))

    def input(self, name: str) -> None:
        """Gives an input its place after those that were given before."""
        with self._db:
            self._db.execute("insert or ignore into inputs select ?, coalesce(max(rank), 0) + 1 from inputs", (name,))

    def there(self, place: Place, digest: str) -> bool:
        """Whether a shard is done, here or (files were added or renamed) at another place; if so, this is its place from now on.

        That is brought to disk with the next shard that is kept: what a kill undoes of it, the next run does again."""
        if not self._db.execute("select 1 from results where digest = ?", (digest,)).fetchone():
            return False
        self._place(place, digest)
        return True

    def digests(self) -> frozenset[str]:
        """The digests of all shards that are done."""
        return frozenset(row[0] for row in self._db.execute("select digest from results"))

    def keep(self, done: Done) -> None:
        """Makes a shard done."""
        for name, data in done.aside:
            durable(self.out / ASIDE / f"{done.digest[:16]}-{name}", data)
        if done.data:
            durable(self.file(done.digest), done.data)
        counts = (done.articles, done.events, done.attributions, done.troubled, len(done.aside))
        sha256 = hashlib.sha256(done.data).hexdigest()
        with self._db:
            self._db.execute(
                "insert or replace into results values (?, ?, ?, ?, ?, ?, ?, ?)",
                (done.digest, sha256, len(done.data), *counts),
            )
            self._db.execute("delete from spans where digest = ?", (done.digest,))
            rows = [(done.digest, one.day, one.start, one.length, one.articles) for one in done.spans]
            self._db.executemany("insert into spans values (?, ?, ?, ?, ?)", rows)
            self._place(done.place, done.digest)

    def settle(self, inputs: list[str]) -> None:
        """After a run through all of these inputs: what they do not hold any more is let go."""
        with self._db:
            for name in inputs:
                self._db.execute("delete from places where input = ? and run < ?", (name, self.run))
            stale = [
                row[0]
                for row in self._db.execute(
                    "select digest from results where digest not in (select digest from places)"
                )
            ]
            for digest in stale:
                self._db.execute("delete from spans where digest = ?", (digest,))
                self._db.execute("delete from results where digest = ?", (digest,))
        for digest in stale:
            self.file(digest).unlink(missing_ok=True)
        kept = {row[0][:16] for row in self._db.execute("select digest from results where aside > 0")}
        for path in (self.out / ASIDE).glob("*-*"):
            if path.name.partition("-")[0] not in kept:
                path.unlink()

    # ---------------------------------------------------------------- the days

    def days(self) -> Iterator[str]:
        """The days of which there are articles, in order."""
        yield from (row[0] for row in self._db.execute("select distinct day from spans order by day").fetchall())

    def of_day(self, day: str) -> Iterator[tuple[str, Span]]:
        """(digest of the shard, where the day's records lie in its file), in the order of the inputs."""
        for digest, start, length, articles in self._db.execute(OF_DAY, (day,)):
            yield digest, Span(day, start, length, articles)

    def digest_of_day(self, day: str, form: str) -> str:
        """Of all that a day's tables are made of."""
        told = hashlib.sha256(form.encode("ascii"))
        for digest, span in self.of_day(day):
            sha256 = self._db.execute("select sha256 from results where digest = ?", (digest,)).fetchone()[0]
            told.update(f" {sha256} {span.start} {span.length}".encode("ascii"))
        return told.hexdigest()

    def written(self, day: str) -> str | None:
        """The digest of what a day's tables were made of when they were written."""
        row = self._db.execute("select digest from days where day = ?", (day,)).fetchone()
        return row[0] if row else None

    def write(self, day: str, digest: str) -> None:
        """A day's tables are written."""
        with self._db:
            self._db.execute("insert or replace into days values (?, ?)", (day, digest))

    def gone(self) -> list[str]:
        """Days that were written and have no article any more."""
        return [row[0] for row in self._db.execute("select day from days where day not in (select day from spans)")]

    def forget(self, day: str) -> None:
        """A day's tables are taken away."""
        with self._db:
            self._db.execute("delete from days where day = ?", (day,))

    # ---------------------------------------------------------------- what is there

    def held(self) -> Held:
        """The counts of all shards that are done."""
        names = ("articles", "troubled", "aside", "events", "attributions")
        sums = ", ".join(f"coalesce(sum(r.{name}), 0)" for name in names)
        row = self._db.execute(
            f"select {sums}, count(*) from results r join places p on p.digest = r.digest"  # noqa: S608  names of ours
        ).fetchone()
        days = self._db.execute("select count(distinct day) from spans where day != 'undated'").fetchone()[0]
        articles, troubled, aside, events, attributions, shards = row
        return Held(articles, troubled, aside, events, attributions, shards, days)

    def file(self, digest: str) -> Path:
        """Where a shard's records are."""
        return self.out / FOLDER / "shards" / digest[:2] / f"{digest}.jsonl.gz"

    def _place(self, place: Place, digest: str) -> None:
        self._db.execute("insert or replace into places values (?, ?, ?, ?, ?)", (*place, digest, self.run))

    def _about(self, name: str) -> str | None:
        row = self._db.execute("select value from about where name = ?", (name,)).fetchone()
        return row[0] if row else None

    def _say(self, name: str, value: str) -> None:
        self._db.execute("insert or replace into about values (?, ?)", (name, value))


@contextmanager
def opened(out: Path) -> Iterator[Manifest]:
    """The manifest of a folder, made where there is none. Raises BatchError where another batch is at work there."""
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BatchError(f"another batch is at work in {out}: wait for it, or give another --out") from error
        connection = _connected(folder / "manifest.db", out)
        try:
            yield Manifest(out, connection)
        except sqlite3.Error as error:
            raise _refusal(error, out) from error
        finally:
            connection.close()


def _connected(path: Path, out: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(path)
        connection.execute("pragma synchronous = full")
        connection.executescript(SCHEMA)
    except sqlite3.Error as error:
        raise _refusal(error, out) from error
    return connection


def _refusal(error: sqlite3.Error, out: Path) -> BatchError:
    """What the manifest's own error means for a person, with the remedy."""
    low = str(error).lower()
    if "full" in low:
        return BatchError(f"the disk of {out} is full: make room and run the same command, which goes on from here")
    if "readonly" in low or "unable to open" in low:
        return BatchError(f"the manifest of {out} cannot be written ({error}): check the permissions of {out / FOLDER}")
    return BatchError(f"the manifest of {out} cannot be read ({error}): remove {out / FOLDER} and run the same command")


def durable(path: Path, data: bytes) -> None:
    """Writes a file so that after a power cut it is there whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    making = path.with_name(path.name + ".making")
    with making.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    rename(making, path)


def rename(old: Path, new: Path) -> None:
    """Gives a file its name, and has the disk know it."""
    old.replace(new)
    folder = os.open(new.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
