"""A private PostgreSQL for tests: its own folder, a socket and no port, run by another user where we are root. Gone when it is closed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "PostgreSQL is not installed here (Debian: apt-get install postgresql): its tests are left out"


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, the newest version's; None where there is no server."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    every = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return every[-1].parent if every else None


def driver() -> bool:
    """Whether psycopg is installed."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return False
    return True


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A running server with no database but its own. Raises FileNotFoundError where none is installed."""
    found = binaries()
    if found is None:
        raise FileNotFoundError(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-", dir="/tmp"))
    made = Cluster(folder, found)
    try:
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Cluster:
    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self.programs = folder, programs
        self.user = next((u for u in ("postgres", "nobody") if _is_user(u)), None) if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(folder, self.user)

    def start(self) -> None:
        self.run(
            "initdb",
            "-D",
            f"{self.folder}/data",
            "-E",
            "UTF8",
            "--locale=C",
            "-A",
            "trust",
            "-U",
            "onrecord",
            "--no-sync",
        )
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-o", options, "-l", f"{self.folder}/log", "-w", "start")

    def stop(self) -> None:
        if (self.folder / "data" / "postmaster.pid").exists():
            self.run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")

    def database(self, name: str) -> str:
        """The URL of a new, empty database."""
        self.run("createdb", "-h", str(self.folder), "-U", "onrecord", name)
        return f"postgresql+psycopg://onrecord@/{name}?host={self.folder}"

    def run(self, program: str, *words: str) -> None:
        told = subprocess.run(
            [self.programs / program, *words],
            user=self.user,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        if told.returncode:
            raise RuntimeError(f"{program}: {told.stderr.decode(errors='replace')}")


def _is_user(name: str) -> bool:
    import pwd

    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
