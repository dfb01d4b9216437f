"""Pictures of the desk for the README and the docs: desk, story, article, map; each in light, the desk and the article also in dark and on a phone.

    python tests/views/web/screenshots.py [--out docs/pictures] [--ledger FILE]

Reads the bundled samples and our own reports beside this file. How letters look depends on the machine's fonts (TeX Gyre Pagella and Inter are
taken where they are installed: Debian's fonts-texgyre, fonts-inter).
"""

# ruff: noqa: E402, T201  a command, which finds its neighbours first
from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from desk_server import CHROMIUM, MISSING, served
from more_reports import BLAST, CALL
from playwright.sync_api import sync_playwright
from two_reports import FIRST, SECOND

import onrecord
from onrecord.keeping.ledger import Ledger
from onrecord.samples.reader import samples

LARGEST = 250_000  # bytes


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: of an address, so wide and high, light or dark; `click`: what is clicked first."""

    name: str
    path: str
    width: int = 1200
    height: int = 880
    dark: bool = False
    click: str = ""


def shots(ledger: Ledger) -> Iterator[Shot]:
    stories = ledger.stories()
    talks = next(s for s in stories if any(r.outlet == "Lisbon Courier" for r in s.reports))
    report = next(r.id for r in talks.reports if r.outlet == "Lisbon Courier")
    yield Shot("desk", "/")
    yield Shot("desk-dark", "/", dark=True)
    yield Shot("desk-phone", "/", 390, 844)
    yield Shot("story", f"/stories/{talks.id}", height=1180)
    blast = next((s for s in stories if any(r.outlet == "Danube Courier" for r in s.reports)), talks)
    yield Shot("story-toll", f"/stories/{blast.id}", height=1500)
    yield Shot("article", f"/articles/{report}", height=1000, click="a.run.value")
    yield Shot("article-dark", f"/articles/{report}", height=1000, dark=True, click="a.run.value")
    yield Shot("article-phone", f"/articles/{report}", 390, 844, click="a.run.value")
    yield Shot("map", "/map", height=980)
    yield Shot("meetings", "/meetings", height=980)
    yield Shot("sources", "/sources")


def take(browser: Any, base: str, shot: Shot, folder: Path) -> int:
    """Takes a picture and gives its size in bytes."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(base + shot.path)
    page.wait_for_load_state("networkidle")
    if shot.click:
        page.locator(shot.click).first.click()
        if shot.width > 600:
            page.evaluate("document.querySelector('.columns').scrollIntoView()")
    file = folder / f"{shot.name}.png"
    page.screenshot(path=file)
    context.close()
    few_colours(file)
    return file.stat().st_size


def few_colours(file: Path) -> None:
    """The picture with a palette of its own: text on paper needs no more, and a third of the bytes. As it is where Pillow is not installed."""
    try:
        from PIL import Image
    except ImportError:
        return
    with Image.open(file) as picture:
        picture.convert("RGB").quantize(96, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            file, optimize=True
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("docs/pictures"))
    parser.add_argument("--ledger", help="keep the ledger here, and use it again")
    parser.add_argument("--only", default="", help="names of pictures, with commas")
    args = parser.parse_args()
    if CHROMIUM is None:
        print(MISSING, file=sys.stderr)
        return 2
    args.out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        onrecord.open_ledger(args.ledger or Path(folder) / "news.db") as ledger,
    ):
        ledger.add([*samples(), FIRST, SECOND, *BLAST, *CALL])
        with served(ledger) as base, sync_playwright() as started:
            browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            sizes = {
                one.name: take(browser, base, one, args.out)
                for one in shots(ledger)
                if not args.only or one.name in args.only.split(",")
            }
            browser.close()
    for name, size in sizes.items():
        print(f"{name}.png  {size / 1000:.0f} kB{'  TOO LARGE' if size > LARGEST else ''}")
    return int(any(size > LARGEST for size in sizes.values()))


if __name__ == "__main__":
    sys.exit(main())
