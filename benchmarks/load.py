"""The desk under load: fifty readers and a writer on `onrecord serve`, for ten minutes; every answer is held against what it must be.

    python benchmarks/load.py --minutes 10                            # also as `make load`
    python benchmarks/load.py --minutes 10 --database postgresql      # a private cluster, as the tests of the ledger have it

The server is a process of its own, the readers another (`visits.py`, which tells how they walk), the writer this one (`reporter.py`). A reader thinks
for `--think` seconds in the middle between two pages. An error is any status but the one that is due, any timeout, any content that is not what it
must be, any trace in the server's output, and a ledger that is not whole afterwards. Prints the report and writes it as JSON; with errors, or
memory that grows, the status is 1.
"""

# ruff: noqa: E402  a command, which finds its neighbours first
from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests" / "ledger"), str(HERE.parent / "tests" / "views" / "web")]

import asked as counted
import crowded
import postgres
from articles import long_reports, short_reports
from reporter import Reporter
from resident import FLAT, Watch, processor

from onrecord.api import open_ledger

WHO, PASSWORD = "Berit", "a password for the load test alone"
ENVIRONMENT = {"ONRECORD_LEARNED": "0", "PYTHONUNBUFFERED": "1"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for. `think`: seconds of a reader between two pages, in the middle; `pause`: of the writer between two acts."""

    database: str
    readers: int
    minutes: float
    think: float
    pause: float
    timeout: float
    reports: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. `memory`: (seconds, MB) of the server; `slope`: MB a minute over the last two thirds; `processor`: seconds that the server
    used; `load`: the machine's load average at the beginning and in the end; `trace`: of the server's output, what tells of a fault."""

    plan: Plan
    rows: tuple[counted.Row, ...]
    faults: tuple[tuple[str, int], ...]
    per_second: float
    memory: tuple[tuple[float, float], ...]
    slope: float
    processor: float
    load: tuple[float, float]
    reports: tuple[int, int]
    trace: str

    @property
    def errors(self) -> int:
        return sum(number for _, number in self.faults) + bool(self.trace)

    @property
    def flat(self) -> bool:
        return self.slope <= FLAT


def filled(path: Path, number: int) -> None:
    """Makes a ledger of so many reports of ours, read by rules: short ones of which many tell of one happening, some long ones, and thirty of the
    same talks. One that is there is taken as it is."""
    if path.exists():
        return
    many, long = number * 8 // 10, number // 10
    crowd = [row | {"key": f"c{row['key']}"} for row in crowded.reports(max(8, number - many - long))]
    with _opened(str(path), create=True) as ledger:
        ledger.add([*short_reports(many), *long_reports(long), *crowd])


@contextmanager
def _opened(target: str, *, create: bool = False) -> Iterator[Any]:
    os.environ |= ENVIRONMENT
    ledger = open_ledger(target, create=create)
    try:
        yield ledger
    finally:
        ledger.close()


@contextmanager
def served(target: str, output: Path) -> Iterator[tuple[str, int]]:
    """(address, process) of `onrecord serve` on a ledger, with a login for changes. Its errors go to a file."""
    words = [sys.executable, "-m", "onrecord", "serve", "--ledger", target, "--port", "0", "--login"]
    with output.open("wb") as errors:
        running = subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=errors, text=True, env=os.environ | ENVIRONMENT
        )
        try:
            assert running.stdout is not None
            address = running.stdout.readline().partition(" is at ")[2].partition(" ")[0].rstrip("/")
            if not address:
                raise SystemExit(
                    f"the server did not start: {output.read_text(encoding='utf-8', errors='replace')[-600:]}"
                )
            yield address, running.pid
        finally:
            running.send_signal(signal.SIGINT)
            try:
                running.wait(30)
            except subprocess.TimeoutExpired:
                running.kill()


def run(plan: Plan, target: str, folder: Path) -> Outcome:
    """Readers and writer on a filled ledger."""
    output, kept, seconds = folder / "server.txt", folder / "asked.jsonl", plan.minutes * 60
    before, begun = os.getloadavg()[0], time.monotonic()
    with served(target, output) as (address, process):
        writer = Reporter(address, target, user=WHO, password=PASSWORD, timeout=2 * plan.timeout)
        first = int(writer.told("/desk.json")["reports"])
        watch, used = Watch(process).start(), processor(process)
        words = [
            sys.executable,
            str(HERE / "visits.py"),
            address,
            "--readers",
            str(plan.readers),
            "--seconds",
            str(seconds),
        ]
        words += ["--think", str(plan.think), "--patience", str(plan.timeout), "--out", str(kept)]
        begun = time.monotonic()
        readers = subprocess.Popen(words)
        writer.write_until(begun + seconds, plan.pause)
        try:
            status = readers.wait(plan.timeout + 60)
        except subprocess.TimeoutExpired:
            readers.kill()
            status = readers.wait()
        taken = time.monotonic() - begun
        watch.stop()
        used, last = processor(process) - used, int(writer.told("/desk.json")["reports"])
    told = [*(counted.load(kept) if kept.exists() else ()), *writer.asked]
    faults = [*counted.faults(told), *_whole(target, (first + writer.added, last))]
    if status:
        faults.append((f"the readers ended with status {status}", 1))
    trace = _trace(output.read_text(encoding="utf-8", errors="replace"))
    asked = sum(not one.writes for one in told)
    return Outcome(
        plan, tuple(counted.table(told)), tuple(faults), asked / taken, tuple(watch.every()), watch.slope(), used, (before, os.getloadavg()[0]), (first, last), trace
    )  # fmt: skip


def _whole(target: str, reports: tuple[int, int]) -> list[tuple[str, int]]:
    """What is wrong with the ledger afterwards: reports that are not there, and what a check finds."""
    due, there = reports
    found = [] if due == there else [(f"{there} reports stand, and {due} were added", abs(due - there))]
    with _opened(target) as ledger:
        wrong = ledger.check()
    return [*found, *((f"the ledger's {one.table} {one.id}: {one.what}", 1) for one in wrong[:10])]


def _trace(output: str) -> str:
    """The last of what the server said of a fault, "" for none."""
    at = max(output.rfind("Traceback"), output.rfind("ERROR"))
    return output[at : at + 4000] if at >= 0 else ""


def lines(told: Outcome) -> list[str]:
    """The report."""
    plan = told.plan
    sizes = ", ".join(f"{at / 60:.1f} min {size:.0f}" for at, size in told.memory)
    out = [
        f"{plan.readers} readers and a writer on `onrecord serve` ({plan.database}), {plan.minutes:g} minutes; a reader thinks {plan.think:g} s, half to one and a half times, the writer {plan.pause:g} s",
        f"{told.reports[0]:,} reports in the beginning, {told.reports[1]:,} in the end",
        f"{told.errors} errors; {told.per_second:.1f} requests/s; the server used {told.processor:.0f} s of the processor; load average of the machine {told.load[0]:.1f} to {told.load[1]:.1f}",
        f"resident memory of the server, MB: {sizes}",
        f"over the last two thirds {told.slope:+.2f} MB a minute ({'flat' if told.flat else 'not flat'}: the limit is {FLAT:g})",
        "",
        *counted.lines(told.rows),
    ]
    out += [f"{number} x {what}" for what, number in told.faults[:40]]
    return [*out, told.trace] if told.trace else out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--think", type=float, default=8, help="seconds between two pages of a reader (default: 8)")
    parser.add_argument("--pause", type=float, default=5, help="seconds between two acts of the writer (default: 5)")
    parser.add_argument(
        "--timeout", type=float, default=30, help="seconds after which an answer is an error (default: 30)"
    )
    parser.add_argument(
        "--reports", type=int, default=400, help="reports of the ledger in the beginning (default: 400)"
    )
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument(
        "--filled", type=Path, help="a file to keep the filled ledger in, for the next time; it is not changed"
    )
    parser.add_argument("--out", type=Path, default=Path("out/load"), help="where the JSON goes (default: out/load)")
    args = parser.parse_args()
    plan = Plan(args.database, args.readers, args.minutes, args.think, args.pause, args.timeout, args.reports)
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        source = args.filled or folder / "filled.db"
        filled(source, plan.reports)
        target = (
            held.enter_context(postgres.cluster()).database("load")
            if plan.database == "postgresql"
            else str(folder / "load.db")
        )
        with _opened(target, create=True) as ledger:
            ledger.restore(source)
            ledger.users.add(WHO, PASSWORD)
        told = run(plan, target, folder)
    print("\n".join(lines(told)))
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / f"{plan.database}.json").write_text(
        json.dumps(asdict(told) | {"errors": told.errors, "flat": told.flat}, indent=1) + "\n", encoding="utf-8"
    )
    return 0 if not told.errors and told.flat else 1


if __name__ == "__main__":
    sys.exit(main())
