"""The fuzzer: a way in, and minutes of mutated files.

    python tests/fuzz/run.py feed --seconds 300 [--seed 1] [--finds DIR] [--guided]

Tells executions, finds (what was raised, one of each kind kept in DIR), hangs over 5 seconds and the peak of memory; ends with 1 where there was any. The same
seed gives the same inputs. `--guided` lets atheris (pip install atheris) look for new paths instead; it stops at the first find.
"""

# ruff: noqa: T201  a command: it prints
from __future__ import annotations

import argparse
import hashlib
import random
import resource
import signal
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

HANG = 5.0  # seconds of the processor's time
MEMORY = 1 << 30
CORPUS = Path(__file__).with_name("corpus")


class Hang(BaseException):
    """An input took longer than HANG."""


def corpus(way: str) -> list[bytes]:
    """The inputs that we wrote for a way; those of `file` are those of all."""
    folders = sorted(p for p in CORPUS.iterdir() if p.is_dir()) if way in ("file", "stdin") else [CORPUS / way]
    return [path.read_bytes() for folder in folders for path in sorted(folder.iterdir())] or [b""]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("way")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--executions", type=int, default=0, help="stop after so many (0: time alone decides)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--finds", type=Path, default=Path("/tmp/onrecord-finds"))
    parser.add_argument("--guided", action="store_true")
    args = parser.parse_args()
    if args.guided:
        return guided(args)
    from ways import WAYS, sweep

    try:
        return fuzz(args, WAYS[args.way])
    finally:
        sweep()


def fuzz(args, way) -> int:
    seeds = corpus(args.way)
    pool, chance = list(seeds), random.Random(args.seed)
    from mutations import mutated

    for one in seeds:
        way(one)  # what is loaded late is loaded now
    signal.signal(signal.SIGALRM, _late)
    signal.signal(signal.SIGPROF, _late)
    began, count, slowest, finds = time.monotonic(), 0, 0.0, {}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    while time.monotonic() - began < args.seconds and (not args.executions or count < args.executions):
        data = mutated(chance.choice(pool), seeds, chance)
        count += 1
        at = time.process_time()
        try:
            _timed(HANG)
            way(data)
        except BaseException as error:  # anything at all is a find
            if isinstance(error, KeyboardInterrupt):
                raise
            if isinstance(error, Hang) and not _hangs(way, data):
                continue  # something was loaded, or the machine was elsewhere
            kind = _kind(error)
            if kind not in finds:
                finds[kind] = _keep(args, kind, data, error)
        finally:
            _timed(0)
        slowest = max(slowest, time.process_time() - at)
        if len(pool) < 2_000 and chance.random() < 0.02:
            pool.append(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    hangs = sum(kind.startswith("Hang") for kind in finds)
    seconds = time.monotonic() - began
    print(
        f"{args.way:<10} {count:>9,} executions in {seconds:,.0f} s ({count / seconds:,.0f}/s), {len(finds) - hangs} kinds of crash, {hangs} hangs, "
        f"slowest {slowest:.2f} s, peak {peak // 1024} MB (at start {before // 1024} MB), seed {args.seed}",
        flush=True,
    )
    for kind, path in finds.items():
        print(f"  {kind}  {path}")
    return 1 if finds or peak * 1024 > MEMORY else 0


def _timed(seconds: float) -> None:
    """Ends what runs after so many seconds of the processor's time (others may be using the machine), and in any case after twelve times that."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, 12 * seconds)


def _late(signum, frame) -> None:
    raise Hang(f"longer than {HANG} s")


def _hangs(way, data: bytes) -> bool:
    """Whether an input takes too long again, when everything is loaded."""
    _timed(HANG)
    try:
        way(data)
    except Hang:
        return True
    except Exception:  # noqa: BLE001  whatever it was, it came in time
        return False
    finally:
        _timed(0)
    return False


def _kind(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"


def _keep(args, kind: str, data: bytes, error: BaseException) -> Path:
    args.finds.mkdir(parents=True, exist_ok=True)
    path = args.finds / f"{args.way}-{hashlib.sha256(kind.encode()).hexdigest()[:12]}"
    path.write_bytes(data)
    path.with_suffix(".txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="replace")
    return path


def guided(args) -> int:
    import atheris

    with atheris.instrument_imports(include=["onrecord"]):
        from ways import WAYS

        WAYS[args.way](b"")  # what is loaded late is loaded now
    found, grown = (
        args.finds / f"{name}-{args.way}" for name in ("guided", "grown")
    )  # what it learns goes beside our corpus, not into it
    for folder in (found, grown):
        folder.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={args.seconds:.0f}",
        "-timeout=5",
        "-rss_limit_mb=1024",
        f"-seed={args.seed}",
        "-max_len=4096",
        f"-artifact_prefix={found}/",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(grown), str(CORPUS / args.way)], WAYS[args.way])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
