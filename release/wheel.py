"""The wheel, built twice in two places, and kept only if both have the same bytes.

    python release/wheel.py [--out dist]

Both copies of the tree are made anew, with other paths and other times of their files; the date inside is SOURCE_DATE_EPOCH, by default that of the last commit.
Needs hatchling where nothing may be fetched (pip install hatchling), else pip fetches it.
"""

# ruff: noqa: T201, INP001, S603, S607  a command: it prints, and runs pip and git
from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TAKEN = ("src", "docs", "pyproject.toml", "README.md", "LICENSE", "NOTICE", ".gitignore")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="onrecord-wheel-") as folder:
        places = [Path(folder) / name for name in ("one", "another/place")]
        copied(ROOT, places[0])
        copied(places[0], places[1])  # not of the tree again, in which somebody may be writing
        wheels = [built(place, age) for place, age in zip(places, (0, 86_400), strict=True)]
        digests = [hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels]
        if digests[0] != digests[1]:
            print(f"the two wheels differ in {', '.join(differing(*wheels)) or 'their form'}", file=sys.stderr)
            return 1
        args.out.mkdir(parents=True, exist_ok=True)
        kept = args.out / wheels[0].name
        shutil.copyfile(wheels[0], kept)
        kept.with_name(f"{kept.name}.sha256").write_text(f"{digests[0]}  {kept.name}\n", encoding="utf-8")
    print(f"{kept}: built twice, the same bytes: sha256 {digests[0]}")
    return 0


def differing(one: Path, other: Path) -> list[str]:
    """The names of the members that are not the same in both."""
    with zipfile.ZipFile(one) as a, zipfile.ZipFile(other) as b:
        names = sorted({*a.namelist(), *b.namelist()})
        return [
            name
            for name in names
            if name not in a.namelist() or name not in b.namelist() or a.read(name) != b.read(name)
        ]


def copied(root: Path, place: Path) -> None:
    """What a wheel is made of, copied."""
    for name in TAKEN:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            place.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place / name)


def built(place: Path, age: int) -> Path:
    """The wheel of a copy of the tree, its files so many seconds older."""
    for path in place.rglob("*"):
        os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    isolated = [] if importlib.util.find_spec("hatchling") is None else ["--no-build-isolation"]
    words = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        *isolated,
        "--wheel-dir",
        str(place / "dist"),
        str(place),
    ]
    subprocess.run(words, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": epoch()}, cwd=place)
    (wheel,) = (place / "dist").glob("*.whl")
    return wheel


def epoch() -> str:
    """SOURCE_DATE_EPOCH, or the date of the last commit, or that of the zip format's beginning."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return told
    ran = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return ran.stdout.strip() or "315532800"


if __name__ == "__main__":
    sys.exit(main())
