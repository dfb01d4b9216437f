"""No pattern of the package goes quadratic on hostile text: each is tried on strings made for it.

A pattern that reads 2,000 hostile characters in UNSEEN can be no worse than linear there: half a million steps take longer on any machine. Of
those that take longer, and more than LINEAR times as long as for a fourth of it, the steps are counted (`steps.py`), for a string and for one four times as long; a
busy machine changes nothing of that.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import patterns
import pumping
from steps import Endless, Steps

LENGTH = 2_000
UNSEEN = 0.0003  # seconds of the processor's time
ENDLESS = 0.2  # seconds of the same
LENGTHS = (
    (100, 400),
    (400, 1_600),
)  # the second pair for patterns whose repetitions have bounds that the first does not reach
_MANY = re.compile(r"\{\d{0,6},\d{2,6}\}")
LINEAR = 6  # times as long, for four times the length
RATIO = 8  # steps, for four times the length: linear is 4, quadratic 16
FOUND = patterns.every()
EVERY = ["fullmatch", "match", "finditer"]

# Patterns that are quadratic in the letter, and never see a long text: the bound, and where it is.
BOUNDED = {
    r"[^\W\d_]+\.?$": "the 40 code points before a date: reading/timex/stamp.py, _stands_apart",
}


class Late(BaseException):
    """A match took longer than ENDLESS."""


def seconds(pattern: re.Pattern[str], way: str, text: str) -> float:
    """The processor's time of a try; ENDLESS where it took longer than that and was ended."""

    def late(signum: int, frame: object) -> None:
        raise Late

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS)
    began = time.process_time()
    try:
        if way == "finditer":
            for _one in pattern.finditer(text):
                pass
        else:
            getattr(pattern, way)(text)
        return time.process_time() - began
    except Late:
        return ENDLESS
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def slowly(pattern: re.Pattern[str], way: str, long: str, short: str) -> bool:
    """Whether the clock says that a string four times as long takes more than LINEAR times as long, thrice."""
    for _ in range(3):
        if (spent := seconds(pattern, way, long)) >= ENDLESS:
            return True
        if spent < UNSEEN or spent < LINEAR * seconds(pattern, way, short):
            return False
    return True


def grows(pattern: re.Pattern[str], way: str, number: int) -> float:
    """How many times as many steps the hostile string of this number takes when it is four times as long."""
    ratio = 0.0
    for short, long in LENGTHS:
        try:
            few = Steps(pattern).of(way, pumping.strings(pattern, short)[number])
            ratio = Steps(pattern, int(RATIO * few) + 1).of(way, pumping.strings(pattern, long)[number]) / max(1, few)
        except Endless:
            ratio = float("inf")
        if ratio <= RATIO or not _MANY.search(pattern.pattern):
            return ratio
    return ratio


def quadratic(pattern: re.Pattern[str], ways: list[str]) -> str:
    """Where a pattern takes far more than four times as long for a string four times as long; "" where it never does.

    A clock is asked first, since it is quick: it can only be too slow, never too fast, so whatever it lets pass is linear."""
    shorter = pumping.strings(pattern, LENGTH // 4)
    for number, text in enumerate(pumping.strings(pattern, LENGTH)):
        for way in ways:
            if slowly(pattern, way, text, shorter[number]) and (ratio := grows(pattern, way, number)) > RATIO:
                return f"{way} of {text[:12]!r}…{text[-6:]!r}: {ratio:.0f} or more times as many steps"
    return ""


@pytest.mark.parametrize("found", FOUND, ids=lambda found: found.names[0].removeprefix("onrecord."))
def test_a_pattern_is_linear(found: patterns.Found) -> None:
    """Whatever a stranger writes costs time by its length."""
    if found.pattern.pattern not in BOUNDED:
        assert not quadratic(found.pattern, found.ways())


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$", r"(a+)+b", r"(a|a)*b", r"(?:a|b|ab)*c", r"(\w+\s?)*$", r"^(?:\d+,?)+x", r"(x+x+)+y", r"(?:(?:a?){3})*b",
        r"\s+x\s*$", r"\s+$", r"\s+x", r"\w+@", r"[^<]*<", r"\d+\.\d+", r"a*a*b", r",\s*,?\s*$", r"(?=.*x)y?", r"<!--.*-->", r"(?:\s*\n)+x", r"\b\w+ ?\w*:",
    ],
)  # fmt: skip
def test_a_bad_pattern_is_seen(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patterns that grow by powers or with the square, in as many ways as we know, are called so; here no clock says what need not be counted."""
    monkeypatch.setattr(sys.modules[__name__], "LINEAR", 0)
    monkeypatch.setattr(sys.modules[__name__], "UNSEEN", 0)
    assert quadratic(re.compile(pattern), EVERY)


@pytest.mark.parametrize(
    "pattern",
    [r"a{1,5}b", r"\b\w+\b", r"[ab]x?", r"(?:a|b)c", r"^\s+x", r"(?<!\s)\s+(?!\s)", r"(?<!\w)\w++@", r"\"[^\"]*\"x"],
)
def test_a_good_pattern_is_left_alone(pattern: str) -> None:
    """Bounded repetitions, and those that no place but their first can begin, are linear."""
    ways = EVERY if not pattern.startswith("^") else ["match", "fullmatch"]
    if "++" in pattern and sys.version_info < (3, 11):
        pytest.skip("possessive repetitions came with Python 3.11")
    assert not quadratic(re.compile(pattern), ways)


def test_steps_are_those_of_the_engine() -> None:
    """The counter finds what `re` finds, at every place of strings made against each pattern: so it walks the same way."""
    for found in FOUND[:: max(1, len(FOUND) // 60)]:
        counter = Steps(found.pattern)
        for text in pumping.strings(found.pattern, 12)[::7]:
            counter.text, counter.count = text, 0
            for at in (0, 2):
                match = found.pattern.match(text, at)
                assert counter.at(at) == (match.end() if match else None), (found.names[0], text, at)


SPY = """
import importlib, json, pkgutil, re, sys
import onrecord
seen, compiled, ours = set(), re._compile, onrecord.__path__[0] + "/"
def spy(pattern, flags):
    made = compiled(pattern, flags)
    frame = sys._getframe(2)
    if isinstance(made.pattern, str) and frame.f_code.co_filename.startswith(ours):
        seen.add((made.pattern, made.flags, frame.f_code.co_filename.removeprefix(ours)))
    return made
re._compile = spy
for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ImportError:
            pass
print(json.dumps(sorted(seen)))
"""


def test_what_is_compiled_when_the_package_loads_is_looked_at() -> None:
    """A process that imports everything and notes what `re` compiles for us has nothing that the scan lacks."""
    done = subprocess.run([sys.executable, "-c", SPY], capture_output=True, text=True, check=True)
    known = {(one.pattern.pattern, one.pattern.flags) for one in FOUND}
    compiled = [tuple(one) for one in json.loads(done.stdout)]
    assert len(compiled) > 100
    assert [one for one in compiled if (one[0], one[1]) not in known] == []


def test_no_call_makes_a_pattern_unseen() -> None:
    """Inside functions, a pattern is written out where it is used, or `MADE` says where it is looked at."""
    assert patterns.unknown() == []
    assert len(FOUND) > 200
    assert any(found.methods is None for found in FOUND)
    assert any(".py:" in name for found in FOUND for name in found.names)
