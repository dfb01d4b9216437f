"""No pattern of the package goes quadratic: each is timed on hostile strings made for it, of one length and of four times that."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import patterns
import pumping

SHORT, LONG = 500, 2_000
UNSEEN = 0.0012  # seconds of the long string under which nothing is told apart
RATIO = 8  # four times the length: linear is 4, quadratic 16
FOUND = patterns.every()


def seconds(pattern: re.Pattern[str], way: str, text: str, times: int = 1) -> float:
    """The least processor time of so many tries."""
    best = 1e9
    for _ in range(times):
        began = time.process_time()
        if way == "finditer":
            for _one in pattern.finditer(text):
                pass
        else:
            getattr(pattern, way)(text)
        best = min(best, time.process_time() - began)
    return best


def quadratic(pattern: re.Pattern[str], ways: list[str]) -> str:
    """Where a pattern takes far more than four times as long for a string four times as long; "" where it never does."""
    for short, long in zip(pumping.strings(pattern, SHORT), pumping.strings(pattern, LONG), strict=True):
        for way in ways:
            if seconds(pattern, way, long) < UNSEEN:
                continue
            ratio = seconds(pattern, way, long, 3) / max(1e-6, seconds(pattern, way, short, 3))
            if ratio > RATIO and seconds(pattern, way, long, 3) > UNSEEN:
                return f"{way} of {long[:12]!r}…{long[-6:]!r}: {ratio:.0f} times as long"
    return ""


@pytest.mark.parametrize("found", FOUND, ids=lambda found: found.names[0].removeprefix("onrecord."))
def test_a_pattern_is_linear(found: patterns.Found) -> None:
    """Whatever a stranger writes costs time by its length."""
    assert not quadratic(found.pattern, found.ways())


@pytest.mark.parametrize(
    ("pattern", "bad"),
    [
        (r"(a+)+b", True),
        (r"\s+x", True),
        (r"\w+@", True),
        (r"(?:a|b|ab)*c", True),
        (r"a{1,5}b", False),
        (r"[^<]*<", False),
    ],
)
def test_the_test_tells_bad_patterns_from_good(pattern: str, bad: bool) -> None:
    """Known offenders are seen, harmless ones pass."""
    short = pumping.strings(re.compile(pattern), 20) if "(a" in pattern else None
    if short and "+)+" in pattern:
        worst = max(short, key=lambda text: seconds(re.compile(pattern), "match", text[:22]))
        assert seconds(re.compile(pattern), "match", "a" * 22) > 50 * seconds(re.compile(pattern), "match", "a" * 12)
        assert worst
        return
    ways = ["fullmatch", "match", "finditer"]
    assert bool(quadratic(re.compile(pattern), ways if pattern != r"[^<]*<" else ["match"])) is bad


def test_patterns_are_found() -> None:
    """The scan sees patterns by their names and in tables."""
    assert len(FOUND) > 90
    assert any(found.methods is None for found in FOUND)
