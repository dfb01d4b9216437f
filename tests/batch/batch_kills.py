"""Kills `onrecord batch` at random moments, again and again, and asks whether the tables are in the end those of an undisturbed run.

    python tests/batch/batch_kills.py --kills 100 --articles 1000          # also as `make batch-kills`

    python tests/batch/batch_kills.py --kills 20 --articles 300 --engine ray

Each time the driver, one of its workers, or all of them at once get SIGKILL; under Ray one of its actors, too. A run that comes to its end is
compared, byte for byte, and the next begins in an empty folder, until so many kills have landed. `--reader stub` reads with a stand-in that loads
nothing. The processes of a driver that was killed must end by themselves: those that have not after `MERCY` seconds are counted by their names, and
ended. What took longest to end is told, too.
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
from dataclasses import dataclass, field, replace
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "ledger"))
import synthetic  # noqa: E402

from onrecord.batch.job import CHILD, Job  # noqa: E402
from onrecord.batch.run import Silent, run  # noqa: E402
from onrecord.settings import Settings  # noqa: E402

READERS = {"stub": (str(HERE / "stub.py"),), "rules": CHILD}
VICTIMS = {"local": ("driver", "worker", "all"), "ray": ("driver", "worker", "actor", "all")}
ACTOR = "ray::MapWorker"
SHOWN = 10  # kills between lines
# Seconds until an orphan must have ended. One that reads has the article in hand to read. Ray's agents (DashboardAgent, RuntimeEnvAgent) try for a
# minute to tell a head that is dead, too, of their raylet's death (`publish_error_to_driver` of Ray 2.60, sixty seconds written into it), then end.
MERCY = {"local": 60.0, "ray": 90.0}
Told = Callable[[str], object]


@dataclass
class Outcome:
    """`landed`: kills by victim; `rounds`: runs that came to their end; `differing`: those whose tables were others; `orphans`: processes that
    did not end after their driver, by name; `longest`: seconds for which a process that did end outlived its driver, and its name."""

    landed: Counter[str] = field(default_factory=Counter)
    rounds: int = 0
    differing: int = 0
    orphans: Counter[str] = field(default_factory=Counter)
    longest: tuple[float, str] = (0.0, "")
    digest: str = ""


@dataclass(frozen=True)
class Way:
    """How a batch is run."""

    reader: str = "rules"
    workers: int = 2
    size: int = 5
    engine: str = "local"


def disturbed(
    source: Path, folder: Path, kills: int, chance: random.Random, way: Way, told: Told = lambda _: None
) -> Outcome:
    """Runs once undisturbed, locally and with one worker, then with kills until so many have landed."""
    begun = time.monotonic()
    if _end(_begin(source, folder / "calm", replace(way, workers=1, engine="local"))) != 0:
        raise RuntimeError("the undisturbed run failed")
    whole = time.monotonic() - begun
    calm, found = tree(folder / "calm"), Outcome()
    found.digest = hashlib.sha256(repr(sorted(calm.items())).encode()).hexdigest()
    told(f"undisturbed: {len(calm)} files in {whole:.0f} s")
    pace = _loading(way.reader) + whole / max(4, kills) + (10 if way.engine == "ray" else 0)
    while found.landed.total() < kills:
        out = folder / f"wild-{found.rounds}"
        _round(source, out, kills, chance, found, way, pace, told)
        found.rounds += 1
        found.differing += tree(out) != calm
        told(f"{_landed(found)}, {found.rounds} runs at their end, {found.differing} differ")
    return found


def _landed(found: Outcome) -> str:
    return f"{found.landed.total()} kills ({', '.join(f'{n} {who}' for who, n in sorted(found.landed.items()))})"


def _outlived(found: Outcome) -> str:
    orphans = "".join(f", {n} {name}" for name, n in sorted(found.orphans.items()))
    seconds, name = found.longest
    longest = f"; of those that ended, {name or 'none'} took longest, {seconds:.0f} s"
    return f"{found.orphans.total()} processes outlived their driver{orphans}{longest}"


def _round(
    source: Path, out: Path, kills: int, chance: random.Random, found: Outcome, way: Way, pace: float, told: Told
) -> None:
    """Runs until it comes to its end."""
    driver, shown = _begin(source, out, way), found.landed.total()
    while True:
        if found.landed.total() >= shown + SHOWN:
            shown = found.landed.total()
            told(f"{_landed(found)} so far")
        wait = chance.uniform(0, 2 * pace) if found.landed.total() < kills else None
        status = _end(driver, wait)
        if status == 0:
            return
        if status is not None:
            raise RuntimeError(f"a run that was begun again failed with status {status}")
        victim = chance.choice(VICTIMS[way.engine])
        every = descendants(driver)
        if victim in ("worker", "actor"):
            if some := [one for one in every if _is(one, victim, way)]:
                found.landed[victim] += _kill(chance.choice(some))
            continue
        found.landed[victim] += _kill(driver)
        if victim == "all":
            for one in every:
                _kill(one)
        _end(driver)
        awaited(every, found, MERCY[way.engine])
        driver = _begin(source, out, way)


def _is(process: int, victim: str, way: Way) -> bool:
    called = _called(process)
    return ACTOR in called if victim == "actor" else READERS[way.reader][-1] in called


def _called(process: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
    return ""


def _name(called: str) -> str:
    """What a process is, of how it was called: its module, or its program with the folder that it lies in."""
    program, *words = called.split()
    if Path(program).name.startswith("python"):
        program = next((one for one in words if not one.startswith("-")), program)
    return "/".join(Path(program).parts[-2:])


def awaited(every: list[int], found: Outcome, mercy: float) -> None:
    """Waits until what a driver left has ended; what has not after so many seconds is counted, and ended."""
    begun = time.monotonic()
    still = {one: called for one in every if (called := _called(one))}
    while still and (outlived := time.monotonic() - begun) < mercy:
        for one in [one for one in still if not _called(one)]:
            found.longest = max(found.longest, (outlived, _name(still.pop(one))))
        time.sleep(0.05)
    found.orphans.update(_name(called) for one, called in still.items() if _kill(one))


def _begin(source: Path, out: Path, way: Way) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        if not os.environ.get("ONRECORD_TRACE"):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        job = Job(Settings(learned=False), program=READERS[way.reader])
        run([str(source)], out, job, Silent(), engine=way.engine, workers=way.workers, size=way.size, format="jsonl")
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


def _loading(reader: str) -> float:
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


def descendants(process: int) -> list[int]:
    """Its children, and theirs."""
    found = children(process)
    return found + [one for child in found for one in descendants(child)]


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
    given.add_argument("--engine", choices=tuple(VICTIMS), default="local")
    args = given.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="onrecord-batch-kills-") as name:
        folder = Path(name)
        source = synthetic.write(folder / "reports.jsonl", args.articles, args.seed)
        way = Way(args.reader, args.workers, engine=args.engine)
        told: Told = lambda line: print(line, flush=True)  # noqa: E731
        found = disturbed(source, folder, args.kills, random.Random(args.seed), way, told)
    word = "the same tables" if not found.differing else f"OTHER TABLES in {found.differing} runs"
    print(
        f"{_landed(found)} of a batch of {args.articles} articles, {args.engine}, {found.rounds} runs at their end: {word} as undisturbed, "
        f"sha256:{found.digest[:12]}; {_outlived(found)} ({time.monotonic() - begun:.0f} s)"
    )
    return 1 if found.differing or found.orphans else 0


if __name__ == "__main__":
    sys.exit(main())
