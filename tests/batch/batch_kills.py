"""Kills `onrecord batch` at random moments, again and again, and asks whether the tables are in the end those of an undisturbed run.

    python tests/batch/batch_kills.py --kills 100 --articles 1000          # also as `make batch-kills`

Each time the driver, one of its workers, or all of them at once get SIGKILL; a run that comes to its end is compared, byte for byte, and the
next begins in an empty folder, until so many kills have landed. `--reader stub` reads with a stand-in that loads nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "ledger"))
import synthetic  # noqa: E402

from onrecord.batch.job import CHILD, Job  # noqa: E402
from onrecord.batch.run import Silent, run  # noqa: E402
from onrecord.settings import Settings  # noqa: E402

READERS = {"stub": (str(HERE / "stub.py"),), "rules": CHILD}
VICTIMS = ("driver", "worker", "all")
Told = Callable[[str], object]


@dataclass
class Outcome:
    """`landed`: kills by victim; `rounds`: runs that came to their end; `differing`: those whose tables were others."""

    landed: Counter[str] = field(default_factory=Counter)
    rounds: int = 0
    differing: int = 0
    digest: str = ""


def disturbed(
    source: Path,
    folder: Path,
    kills: int,
    chance: random.Random,
    *,
    reader: str,
    workers: int = 2,
    size: int = 5,
    told: Told = lambda _: None,
) -> Outcome:
    """Runs once undisturbed with one worker, then with kills until so many have landed."""
    begun = time.monotonic()
    if _end(_begin(source, folder / "calm", reader, 1, size)) != 0:
        raise RuntimeError("the undisturbed run failed")
    whole = time.monotonic() - begun
    calm, found = tree(folder / "calm"), Outcome()
    found.digest = hashlib.sha256(repr(sorted(calm.items())).encode()).hexdigest()
    told(f"undisturbed: {len(calm)} files in {whole:.0f} s")
    loading = _loading(source, folder / "loading", reader)
    while found.landed.total() < kills:
        out = folder / f"wild-{found.rounds}"
        _round(
            source,
            out,
            kills,
            chance,
            found,
            reader=reader,
            workers=workers,
            size=size,
            pace=loading + whole / max(4, kills),
        )
        found.rounds += 1
        found.differing += tree(out) != calm
        told(
            f"{found.landed.total()} kills ({', '.join(f'{n} {who}' for who, n in sorted(found.landed.items()))}), {found.rounds} runs at their end, {found.differing} differ"
        )
    return found


def _round(
    source: Path,
    out: Path,
    kills: int,
    chance: random.Random,
    found: Outcome,
    *,
    reader: str,
    workers: int,
    size: int,
    pace: float,
) -> None:
    """Runs until it comes to its end."""
    driver = _begin(source, out, reader, workers, size)
    while True:
        wait = chance.uniform(0, 2 * pace) if found.landed.total() < kills else None
        status = _end(driver, wait)
        if status == 0:
            return
        if status is not None:
            raise RuntimeError(f"a run that was begun again failed with status {status}")
        victim = chance.choice(VICTIMS)
        workers_now = children(driver)
        if victim == "worker":
            if workers_now:
                found.landed[victim] += _kill(chance.choice(workers_now))
            continue
        found.landed[victim] += _kill(driver)
        if victim == "all":
            for one in workers_now:
                _kill(one)
        _end(driver)
        driver = _begin(source, out, reader, workers, size)


def _begin(source: Path, out: Path, reader: str, workers: int, size: int) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        if not os.environ.get("ONRECORD_TRACE"):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        job = Job(Settings(learned=False), program=READERS[reader])
        run([str(source)], out, job, Silent(), workers=workers, size=size, format="jsonl")
        status = 0
    finally:
        os._exit(status)


def _end(child: int, seconds: float | None = None) -> int | None:
    """The exit status; None where it is still running after so many seconds."""
    end = None if seconds is None else time.monotonic() + seconds
    while end is None or time.monotonic() < end:
        done, status = os.waitpid(child, 0 if end is None else os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.003)
    return None


def _kill(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
        return True
    return False


def _loading(source: Path, out: Path, reader: str) -> float:
    """Seconds until a process that reads is ready."""
    from onrecord.batch.worker import Worker

    begun = time.monotonic()
    worker = Worker(Job(Settings(learned=False), program=READERS[reader]))
    worker.ready()
    worker.close()
    return time.monotonic() - begun


def children(process: int) -> list[int]:
    """The processes that a process has begun (Linux)."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            found += [int(one) for one in task.read_text().split()]
    return sorted(found)


def tree(out: Path) -> dict[str, str]:
    """The digest of every file that a batch gives, by its name."""
    files = (one for one in out.rglob("*") if one.is_file() and ".batch" not in one.relative_to(out).parts)
    return {str(one.relative_to(out)): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--kills", type=int, default=100)
    given.add_argument("--articles", type=int, default=1000)
    given.add_argument("--seed", type=int, default=8)
    given.add_argument("--workers", type=int, default=2)
    given.add_argument("--reader", choices=tuple(READERS), default="rules")
    args = given.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="onrecord-batch-kills-") as name:
        folder = Path(name)
        source = synthetic.write(folder / "reports.jsonl", args.articles, args.seed)
        found = disturbed(
            source,
            folder,
            args.kills,
            random.Random(args.seed),
            reader=args.reader,
            workers=args.workers,
            told=lambda line: print(line, flush=True),
        )
    word = "the same tables" if not found.differing else f"OTHER TABLES in {found.differing} runs"
    print(
        f"{found.landed.total()} kills of a batch of {args.articles} articles, {found.rounds} runs at their end: {word} as undisturbed, sha256:{found.digest[:12]} ({time.monotonic() - begun:.0f} s)"
    )
    return 1 if found.differing else 0


if __name__ == "__main__":
    sys.exit(main())
