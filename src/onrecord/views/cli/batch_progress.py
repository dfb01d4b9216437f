"""How a batch goes, on standard error: a bar on a terminal, a line now and then elsewhere."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs
from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from onrecord.views.cli.ledgers import many

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY: Final = 30.0  # seconds between lines where there is no terminal


class Watching:
    """Counts what is done and shows it. `articles`: read in this run; `passed_over`: read in an earlier one."""

    def __init__(self, bar: Any) -> None:
        self.articles = self.troubled = self.passed_over = 0
        self._total = self._done = self._skipped = 0
        self._begun = self._told = time.monotonic()
        self._bar, self._lock = bar, threading.Lock()
        self._task = bar.add_task("reading", total=None, told="looking at the inputs") if bar else None
        self._writing = False

    def planned(self, size: int) -> None:
        self._total = size
        self._begun = time.monotonic()
        self._show()

    def article(self, told: dict[str, Any]) -> None:
        with self._lock:
            self.articles += 1
            self.troubled += told["problems"] > 0
        self._show()

    def passed(self, size: int, shards: int, articles: int) -> None:
        self._done += size
        if shards:
            self._skipped += size
            self.passed_over += articles
        self._show()

    def writing(self, articles: int) -> None:
        self._writing = True
        if self._bar:
            self._bar.update(self._task, completed=self._total, total=self._total, told=self.words())
            self._task = self._bar.add_task("writing", total=articles, told="the tables of days")

    def wrote(self, articles: int) -> None:
        if self._bar:
            self._bar.advance(self._task, articles)

    def words(self) -> str:
        """`1,204 reports · 10.3/s · 1.2% with problems · 4 min left`."""
        spent = max(1e-9, time.monotonic() - self._begun)
        parts = [many(self.articles, "report")]
        if self.articles:
            parts += [f"{self.articles / spent:,.1f}/s", f"{self.troubled / self.articles:.1%} with problems"]
        fresh = self._done - self._skipped
        if fresh > 0 and self._total > self._done:
            parts.append(f"{lasting((self._total - self._done) / (fresh / spent))} left")
        return " · ".join(parts)

    def close(self) -> None:
        """No bar any more."""
        if self._bar:
            self._bar.stop()

    def _show(self) -> None:
        if self._bar:
            self._bar.update(self._task, completed=self._done, total=self._total or None, told=self.words())
        elif self._bar is None and time.monotonic() - self._told > EVERY:
            self._told = time.monotonic()
            share = f"{self._done / self._total:.0%} · " if self._total else ""
            print(f"onrecord: {share}{self.words()}", file=sys.stderr, flush=True)


@contextmanager
def watching(*, quiet: bool) -> Iterator[Watching]:
    """Who shows how a batch goes; nobody where it is to be quiet."""
    from rich.console import Console

    terminal = Console(stderr=True)
    if quiet or not terminal.is_terminal:
        yield Watching(False if quiet else None)
        return
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

    columns = (
        SpinnerColumn(finished_text="[green]✓"),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TextColumn("[dim]{task.fields[told]}"),
    )
    with Progress(*columns, console=terminal) as bar:
        yield Watching(bar)


def lasting(seconds: float) -> str:
    """A time in words: `40 s`, `12 min`, `3 h 20 min`, `4 days`."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} min"
    if seconds < 48 * 3600:
        return f"{int(seconds // 3600)} h {int(seconds % 3600 // 60)} min"
    return f"{round(seconds / 86400):,} days"


def sized(size: float) -> str:
    """Bytes in words: `12 kB`, `3.4 GB`."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" or size >= 10 else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"
