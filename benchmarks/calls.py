"""How many Python calls reading takes: a number that a busy machine cannot move, for a gate that CI keeps.

    python benchmarks/calls.py            # counts, compares with calls.json: exit status 1 where there are over 5 % more
    python benchmarks/calls.py --keep     # writes what it counted: do so, with the reason in the commit, when more is wanted

Calls of functions in `onrecord`, and all calls, in reading four fixed articles that were read once before (so nothing is loaded or cached for the
first time): by rules alone, and with the network where the kept count was made with the same weights. What onnxruntime and spaCy's compiled parts
do is not seen; `side_by_side.py` times them. callgrind sees it, but takes minutes for one article, so it is for the desk:

    valgrind --tool=callgrind --callgrind-out-file=out python benchmarks/calls.py --once
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from articles import long_reports

from onrecord.learned.packaged import card, present
from onrecord.pipeline import read_article
from onrecord.settings import Settings
from onrecord.values.article import Article

KEPT = Path(__file__).with_name("calls.json")
ROOM = 1.05
HOUSE = f"{os.sep}onrecord{os.sep}"


def counted(settings: Settings, articles: list[Article]) -> dict[str, int]:
    """{"ours": calls of functions of onrecord, "all": all Python calls} in reading the articles."""
    for article in articles:
        read_article(article, settings)
    tally = {"ours": 0, "all": 0}

    def seen(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            tally["all"] += 1
            tally["ours"] += HOUSE in frame.f_code.co_filename

    sys.setprofile(seen)
    try:
        for article in articles:
            read_article(article, settings)
    finally:
        sys.setprofile(None)
    return tally


def measured() -> dict[str, Any]:
    """Both counts; that of the network with the digest of its weights."""
    articles = [Article(**row) for row in long_reports(4)]
    found: dict[str, Any] = {"rules": counted(Settings(learned=False), articles)}
    if present():
        found["network"] = counted(Settings(), articles) | {"weights": card()["digest"]}
    return found


def judged(found: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    """What is over the kept counts, in words; [] where nothing is."""
    faults = []
    for way, counts in found.items():
        floor = kept.get(way)
        if floor is None or floor.get("weights") != counts.get("weights"):
            continue
        faults += [
            f"{way}: {counts[kind]:,} calls ({kind}), kept {floor[kind]:,}: find what calls more, or --keep with the reason"
            for kind in ("ours", "all")
            if counts[kind] > ROOM * floor[kind]
        ]
    return faults


def main() -> int:
    """Counts and judges."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--once", action="store_true", help="read one article and end: for callgrind")
    given = parser.parse_args()
    if given.once:
        read_article(Article(**long_reports(1)[0]), Settings())
        return 0
    found = measured()
    print(json.dumps(found, indent=1))
    if given.keep:
        KEPT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        return 0
    faults = judged(found, json.loads(KEPT.read_text(encoding="utf-8")))
    print("\n".join(faults) or "no more calls than are kept")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
