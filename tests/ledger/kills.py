"""Kills `onrecord add` at random moments, again and again, and asks whether the ledger is in the end the one that was never disturbed.

    python tests/ledger/kills.py --kills 200 --articles 2000        # also as `make kills`; SQLite and PostgreSQL

A process that has everything loaded forks; the child runs the command and is killed by SIGKILL after a random time, in its start, its reading,
a transaction or the grouping. `--spawn` starts a fresh command for each kill instead: slower, and nothing is shared. Then one run goes
undisturbed, and the canonical dumps (every row but the moments of adding) are compared, and the ledger checked.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import postgres
import synthetic

Told = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`landed`: kills that met a running command; `at`: how many articles stood in the ledger after each."""

    landed: int
    at: tuple[int, ...]
    same: bool
    faults: int
    digest: str


def disturbed(
    file: Path,
    targets: tuple[str, str],
    kills: int,
    chance: random.Random,
    *,
    spawn: bool = False,
    told: Told = lambda _: None,
) -> Outcome:
    """Adds the file once undisturbed to the first ledger, and with so many kills to the second, and compares them."""
    calm, wild = targets
    begun = time.monotonic()
    if (status := _wait(_begin(file, calm, spawn=spawn), None)) != 0:
        raise RuntimeError(f"the undisturbed run failed with status {status}")
    whole = time.monotonic() - begun
    articles = _standing(calm)
    told(f"undisturbed: {articles} articles in {whole:.0f} s")
    landed, at, tries, pace = 0, [0], 0, 1.0
    while landed < kills and tries < 20 * kills:
        tries += 1
        ahead = 1.6 * whole * max(1 - at[-1] / articles, 0.02) / max(1, 0.85 * kills - landed)
        # what is there is passed over first, some 20 times faster than it is read: a kill may fall there, too
        longest = (2 if spawn else 0.05) + 2 * ahead + whole * at[-1] / articles / 15
        if _wait(_begin(file, wild, spawn=spawn), chance.uniform(0, pace * longest)) != -signal.SIGKILL:
            pace *= 0.7  # it was done before the kill came: the machine is quicker than it was
        else:
            landed += 1
            at.append(_standing(wild))
            if landed % 20 == 0:
                told(f"{landed} kills, {at[-1]} articles stand")
    if (status := _wait(_begin(file, wild, spawn=spawn), None)) != 0:
        raise RuntimeError(f"the last run failed with status {status}")
    digests, faults = [_digest(one) for one in targets], _faults(wild)
    return Outcome(landed, tuple(at[1:]), digests[0] == digests[1], faults, digests[1])


def _begin(file: Path, target: str, *, spawn: bool) -> int:
    words = ["add", str(file), "--ledger", target, "--quiet"]
    if spawn:
        command = [sys.executable, "-m", "onrecord", *words]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).pid
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115  it ends with the process
        from onrecord.views.cli.main import main

        status = main(words)
    finally:
        os._exit(status)


def _wait(child: int, seconds: float | None) -> int:
    """The exit status of a child; -9 where it was still running after so many seconds and was killed."""
    if seconds is not None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
            time.sleep(min(0.002, max(0.0, end - time.monotonic())))
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _standing(target: str) -> int:
    """How many articles are there; 0 for a ledger that a kill left before it began."""
    from sqlalchemy import func, select

    from onrecord.api import open_ledger
    from onrecord.ledger import schema

    with open_ledger(target) as ledger, ledger.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(schema.articles)) or 0)


def _digest(target: str) -> str:
    from onrecord.api import open_ledger

    with open_ledger(target, create=False) as ledger:
        return ledger.digest()


def _faults(target: str) -> int:
    from onrecord.api import open_ledger

    with open_ledger(target, create=False) as ledger:
        return len(ledger.check())


def warm() -> None:
    """Loads what a child would load."""
    import onrecord
    import onrecord.keeping.ledger
    import onrecord.stories.group
    import onrecord.views.cli.main

    onrecord.read("Two ministers met in Riga on Monday, an official said.", published="2026-03-02")


def read_ahead(file: Path) -> int:
    """Reads every article once, for all that fork from here; gives how many. What is killed then is the ledger's own work."""
    from onrecord.keeping.ledger import Ledger
    from onrecord.ledger.identity import report_id
    from onrecord.pipeline import read_article
    from onrecord.settings import from_environment
    from onrecord.sources.ways import open_sources

    settings = from_environment()
    known = {report_id(one): read_article(one, settings) for one in open_sources([str(file)])}
    Ledger.__init__.__kwdefaults__["read"] = lambda article, _: known[report_id(article)]
    return len(known)


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--kills", type=int, default=200)
    given.add_argument("--articles", type=int, default=2000)
    given.add_argument("--seed", type=int, default=7)
    given.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    given.add_argument(
        "--read-ahead", action="store_true", help="read once, hand the records to every process: many times faster"
    )
    given.add_argument("--spawn", action="store_true", help="a fresh process for each kill")
    args = given.parse_args()
    os.environ["ONRECORD_LEARNED"] = "0"
    print("loading …", flush=True)
    warm()
    failed = 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="onrecord-kills-")))
        file = synthetic.write(folder / "reports.jsonl", args.articles, args.seed)
        if args.read_ahead:
            print(f"{read_ahead(file)} articles read ahead", flush=True)
        for name in ("sqlite", "postgresql") if args.database == "both" else (args.database,):
            if name == "sqlite":
                targets = (str(folder / "calm.db"), str(folder / "wild.db"))
            elif postgres.binaries() is None:
                print(f"postgresql: {postgres.MISSING}")
                continue
            else:
                server = stack.enter_context(postgres.cluster())
                targets = (server.database("calm"), server.database("wild"))
            begun = time.monotonic()
            chance = random.Random(args.seed)
            found = disturbed(
                file,
                targets,
                args.kills,
                chance,
                spawn=args.spawn,
                told=lambda line, name=name: print(f"{name}: {line}", flush=True),
            )
            word = "the same ledger" if found.same and not found.faults else f"ANOTHER LEDGER ({found.faults} faults)"
            steps = len(set(found.at))
            print(
                f"{name}: {found.landed} kills of adding {args.articles} articles, at {steps} different counts: {word} as undisturbed,"
                f" {found.digest[:19]} ({time.monotonic() - begun:.0f} s)",
                flush=True,
            )
            failed += not found.same or found.faults > 0 or found.landed < args.kills
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
