"""The fuzzer: ways in, and mutated files for them.

    python tests/fuzz/run.py feed --seconds 300 [--seed 1] [--finds DIR] [--guided]
    python tests/fuzz/run.py all --state DIR --executions 1000000 [--seconds 36000]
    python tests/fuzz/run.py --tally DIR

Tells executions, finds (what was raised, one of each kind kept), hangs over 5 seconds of the processor and the peak of memory; ends with 1 where there was any.
The same seed gives the same inputs. What an execution is in each way: `ways.py`.

With `--state` the executions of many runs are gathered: a run goes on where the last one ended (or was killed: what was being read then is tried
again, in a process of its own), way by way, until each has so many; `--seconds` bounds the whole run. SIGTERM or Ctrl-C ends it in good order. `--tally` prints
what has been gathered; finds that are mended since count as found, not as open.

`--guided` lets atheris (pip install atheris) look for new paths instead; it stops at the first find.
"""

# ruff: noqa: T201  a command: it prints
from __future__ import annotations

import argparse
import gc
import hashlib
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from gathering import Gathered, load, save, tally
from mutations import chosen, mutated
from watching import HANG, Hang, Watch, left_behind

MEMORY = 1 << 20  # kilobytes
CORPUS = Path(__file__).with_name("corpus")
PIECE = 20_000  # executions from one seed; then the pool of inputs begins anew
OFTEN = 10.0  # seconds between two savings
MOST = 2_000  # inputs of a pool
EVERYTHING = ("file", "stdin")


def corpus(way: str) -> list[bytes]:
    """The inputs that we wrote for a way; those of `file` are those of all."""
    folders = sorted(p for p in CORPUS.iterdir() if p.is_dir()) if way in EVERYTHING else [CORPUS / way]
    return [path.read_bytes() for folder in folders for path in sorted(folder.iterdir())] or [b""]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ways", nargs="*", metavar="WAY", help="all, or some of those in ways.py")
    parser.add_argument(
        "--seconds", type=float, default=0, help="stop after so long (default: 60; with --state: no bound)"
    )
    parser.add_argument("--executions", type=int, default=0, help="stop after so many a way (0: time alone decides)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--finds", type=Path, default=Path("/tmp/onrecord-finds"))
    parser.add_argument("--state", type=Path, metavar="DIR")
    parser.add_argument("--tally", type=Path, metavar="DIR")
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("--once", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.guided:
        return guided(args)
    from ways import WAYS

    if args.tally:
        print(tally(args.tally, list(WAYS), _fails))
        return 0
    if args.once:
        WAYS[args.ways[0]](args.once.read_bytes())
        return 0
    names = [way for one in args.ways for way in (WAYS if one == "all" else (one,))]
    if not names:
        parser.error(f"which way? all, or of {', '.join(WAYS)}")
    _ALONE.append(True)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda signum, frame: _ENDED.append(signum))
    if args.state:
        return gather(args, names)
    run = Run(args.finds, names[0], f"{args.seed}")
    run.until(args.executions, time.monotonic() + (args.seconds or 60))
    run.watch.end()
    run.tell(f"seed {args.seed}")
    return 1 if run.told.finds or run.told.peak > MEMORY else 0


def gather(args: argparse.Namespace, names: list[str]) -> int:
    """Every way to its number, in their order."""
    end = time.monotonic() + args.seconds if args.seconds else float("inf")
    bad = 0
    for way in names:
        args.state.mkdir(parents=True, exist_ok=True)
        told, now = load(args.state, way), args.state / f"{way}.now"
        if (data := left_behind(now)) is not None:
            _tried(args.state, told, data)
            now.unlink()
        run: Run | None = None
        while (not args.executions or told.executions < args.executions) and time.monotonic() < end and not _ENDED:
            told.piece += 1
            run = Run(args.state, way, f"{way} {args.seed} {told.piece}", told, run.watch if run else Watch(now))
            run.until(min(PIECE, args.executions - told.executions if args.executions else PIECE), end)
            save(args.state, told)
        if run:
            run.watch.end()
            run.tell(f"in all, with those of other runs; pieces {told.piece}")
        bad += bool(told.finds) or told.peak > MEMORY
        if _ENDED:
            break
    return 1 if bad else 0


_ENDED: list[int] = []  # signals that ended the run
_ALONE: list[bool] = []  # whether the process is the command's own


@dataclass
class Run:
    """One seed's executions of a way, added to what is told of it."""

    folder: Path
    way: str
    seed: str
    told: Gathered = field(default_factory=lambda: Gathered(""))
    watch: Watch = field(default_factory=Watch)

    def __post_init__(self) -> None:
        from ways import WAYS

        self.call, self.seeds, self.chance = WAYS[self.way], corpus(self.way), random.Random(self.seed)
        self.told.way, self.pool, self.wall = self.way, list(self.seeds), 0.0
        for one in self.seeds:
            self.call(one)  # what is loaded late is loaded now
        self.told.start = self.told.start or _peak()
        if _ALONE:
            gc.collect()
            gc.freeze()  # what is loaded is not looked through again and again

    def until(self, executions: int, end: float) -> None:
        """So many (0: no bound), or until the moment."""
        began = saved = time.monotonic()
        count = 0
        while (not executions or count < executions) and not _ENDED:
            self.one()
            count += 1
            now = time.monotonic()
            if now > end:
                break
            if now - saved > OFTEN and self.told.piece:
                self._noted()
                save(self.folder, self.told)
                saved = now
        self.wall += time.monotonic() - began
        self._noted()

    def _noted(self) -> None:
        self.told.peak = max(self.told.peak, _peak())
        self.told.last = datetime.now(UTC).strftime("%Y-%m-%d")
        self.told.first = self.told.first or self.told.last

    def one(self) -> None:
        """One execution."""
        data = mutated(chosen(self.pool, self.chance), self.seeds, self.chance)
        try:
            with self.watch.over(data):
                self.call(data)
        except BaseException as error:  # noqa: BLE001  anything at all is a find
            if not isinstance(error, Hang) or _hangs(self.watch, self.call, data):
                self._find(data, error)
        self.told.executions += 1
        self.told.cpu += self.watch.spent
        if self.watch.spent > self.told.slowest:
            self.told.slowest = self.watch.spent
            if self.told.piece:
                (self.folder / f"{self.way}.slowest").write_bytes(data)
        if self.chance.random() < 0.02:
            if len(self.pool) < MOST:
                self.pool.append(data)
            else:
                self.pool[len(self.seeds) + int(self.chance.random() * (MOST - len(self.seeds)))] = data

    def _find(self, data: bytes, error: BaseException) -> None:
        if (kind := _kind(error)) not in self.told.finds:
            self.told.finds[kind] = _keep(self.folder, self.way, kind, data, "".join(traceback.format_exception(error)))

    def tell(self, more: str) -> None:
        told = self.told
        hangs = sum(kind.startswith("Hang") for kind in told.finds)
        print(
            f"{self.way:<10} {told.executions:>9,} executions in {told.cpu:,.0f} s of the processor ({told.executions / max(0.001, told.cpu):,.0f}/s), "
            f"{len(told.finds) - hangs} kinds of crash, {hangs} hangs, slowest {told.slowest:.2f} s, peak {told.peak // 1024} MB (at start {told.start // 1024} MB), {more}",
            flush=True,
        )
        for kind, path in told.finds.items():
            print(f"  {kind}  {path}")


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _hangs(watch: Watch, way, data: bytes) -> bool:
    """Whether an input takes too long again, when everything is loaded."""
    try:
        with watch.over(data):
            way(data)
    except Hang:
        return True
    except Exception:  # noqa: BLE001  whatever it was, it came in time
        return False
    return False


def _fails(way: str, data: bytes) -> bool:
    from ways import WAYS

    began = time.process_time()
    try:
        WAYS[way](data)
    except Exception:  # noqa: BLE001  that is the question
        return True
    return time.process_time() - began > HANG


def _tried(folder: Path, told: Gathered, data: bytes) -> None:
    """What was being read when a process died, tried in one that may."""
    path = folder / f"{told.way}.died"
    path.write_bytes(data)
    try:
        done = subprocess.run(
            [sys.executable, __file__, told.way, "--once", str(path)], capture_output=True, timeout=300, check=False
        )
        why = done.stderr.decode("utf-8", "replace") if done.returncode else ""
    except subprocess.TimeoutExpired:
        why = "it never ended"
    if why:
        kind = f"Died {why.strip().rpartition(chr(10))[2][:80]}"
        told.finds.setdefault(kind, _keep(folder, told.way, kind, data, why))
    path.unlink()


def _kind(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"


def _keep(folder: Path, way: str, kind: str, data: bytes, why: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{way}-{hashlib.sha256(kind.encode()).hexdigest()[:12]}"
    path.write_bytes(data)
    path.with_suffix(".txt").write_text(why, encoding="utf-8", errors="replace")
    return str(path)


def guided(args: argparse.Namespace) -> int:
    import atheris

    way = args.ways[0]
    with atheris.instrument_imports(include=["onrecord"]):
        from ways import WAYS

        WAYS[way](b"")  # what is loaded late is loaded now
    found, grown = (
        args.finds / f"{name}-{way}" for name in ("guided", "grown")
    )  # what it learns goes beside our corpus, not into it
    for folder in (found, grown):
        folder.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={args.seconds or 60:.0f}",
        "-timeout=5",
        "-rss_limit_mb=1024",
        f"-seed={args.seed}",
        "-max_len=4096",
        f"-artifact_prefix={found}/",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(grown), str(CORPUS / way)], WAYS[way])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
