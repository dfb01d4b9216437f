"""How many steps a backtracking engine takes: `re`'s way of matching, walked by hand and counted, so that no clock and no busy machine has a say.

    Steps(re.compile(r"(a+)+b")).of("match", "a" * 16)      300,000 or so

The tree that `re` itself parses is walked as `re` walks it (greedy first, leftmost alternative first). A step is a look at one character, at one place, or
a turn of a repetition. What `re` does quicker (searching a literal, looking at an alternative's first letter) changes the factor, not the order.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from re import _constants as sre
from re import _parser as parser

Then = Callable[[int], bool]
Match = Callable[[int, Then], bool]
WORDLIKE = {
    sre.CATEGORY_DIGIT: str.isdecimal, sre.CATEGORY_SPACE: str.isspace, sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
}  # fmt: skip
OPPOSITE = {
    sre.CATEGORY_NOT_DIGIT: sre.CATEGORY_DIGIT,
    sre.CATEGORY_NOT_SPACE: sre.CATEGORY_SPACE,
    sre.CATEGORY_NOT_WORD: sre.CATEGORY_WORD,
}


class Endless(Exception):
    """More steps than were allowed."""


class Steps:
    def __init__(self, pattern: re.Pattern[str], most: int = 2_000_000) -> None:
        self.most, self.count, self.text = most, 0, ""
        self.groups: dict[int, tuple[int, int]] = {}
        tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE & ~re.DEBUG)
        self.start = self._sequence(tree, tree.state.flags | pattern.flags)

    def of(self, way: str, text: str) -> int:
        """The steps of `match`, `fullmatch` or `finditer`. Raises Endless past the most."""
        self.text, self.count = text, 0
        deep = sys.getrecursionlimit()
        sys.setrecursionlimit(max(deep, 100_000))
        try:
            if way == "finditer":
                at = 0
                while at <= len(text):
                    end = self.at(at)
                    at = at + 1 if end is None or end <= at else end
            else:
                self.at(0, full=way == "fullmatch")
        finally:
            sys.setrecursionlimit(deep)
        return self.count

    def at(self, at: int, *, full: bool = False) -> int | None:
        """Where the match that begins at a place ends, or None."""
        found: list[int] = []
        self.groups = {}

        def done(end: int) -> bool:
            if full and end != len(self.text):
                return False
            found.append(end)
            return True

        self._step()
        return found[0] if self.start(at, done) else None

    def _step(self) -> None:
        self.count += 1
        if self.count > self.most:
            raise Endless

    def _sequence(self, items, flags: int) -> Match:
        parts = [self._item(operator, value, flags) for operator, value in items]
        if len(parts) == 1:
            return parts[0]

        def sequence(at: int, then: Then, number: int = 0) -> bool:
            if number == len(parts):
                return then(at)
            return parts[number](at, lambda end: sequence(end, then, number + 1))

        return sequence

    def _item(self, operator, value, flags: int) -> Match:
        if (letter := _letter(operator, value, flags)) is not None:
            return self._one(letter)
        if operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            return self._repeat(operator, *value, flags)
        if operator is sre.SUBPATTERN:
            group, add, remove, inner = value
            return self._group(group, self._sequence(inner, (flags | add) & ~remove))
        if operator is sre.BRANCH:
            return self._branch([self._sequence(one, flags) for one in value[1]])
        if operator is sre.ATOMIC_GROUP:
            return self._atomic(self._sequence(value, flags))
        if operator in (sre.ASSERT, sre.ASSERT_NOT):
            direction, inner = value
            back = inner.getwidth()[0] if direction < 0 else 0
            return self._assert(self._sequence(inner, flags), back, wanted=operator is sre.ASSERT)
        if operator is sre.AT:
            return self._place(value, flags)
        if operator is sre.GROUPREF:
            return self._again(value)
        if operator is sre.GROUPREF_EXISTS:
            group, yes, no = value
            return self._if(group, self._sequence(yes, flags), self._sequence(no or [], flags))
        raise NotImplementedError(str(operator))

    def _one(self, letter: Callable[[str], bool]) -> Match:
        def one(at: int, then: Then) -> bool:
            self._step()
            return at < len(self.text) and letter(self.text[at]) and then(at + 1)

        one.letter = letter  # type: ignore[attr-defined]
        return one

    def _repeat(self, operator, least: int, most: int, inner, flags: int) -> Match:
        part = self._sequence(inner, flags)
        greedy = operator is sre.MAX_REPEAT
        letter = getattr(part, "letter", None)

        def letters(at: int, then: Then) -> bool:
            end = at
            while end - at < most and end < len(self.text) and letter(self.text[end]):
                self._step()
                end += 1
            for stop in range(end, at + least - 1, -1) if greedy else range(at + least, end + 1):
                self._step()
                if then(stop):
                    return True
            return False

        def turns(at: int, then: Then, done: int = 0, came: int = -1) -> bool:
            self._step()

            def on(end: int) -> bool:
                return not (end == at and done >= least) and turns(end, then, done + 1, at)

            if done < least:
                return part(at, on)
            if greedy:
                return (done < most and at != came and part(at, on)) or then(at)
            return then(at) or (done < most and at != came and part(at, on))

        if operator is sre.POSSESSIVE_REPEAT:
            greedy = True
            return self._atomic(letters if letter else turns)
        return letters if letter else turns

    def _group(self, group: int | None, inner: Match) -> Match:
        if group is None:
            return inner

        def grouped(at: int, then: Then) -> bool:
            before = self.groups.get(group)

            def on(end: int) -> bool:
                was, self.groups[group] = self.groups.get(group), (at, end)
                if then(end):
                    return True
                _put(self.groups, group, was)
                return False

            found = inner(at, on)
            if not found:
                _put(self.groups, group, before)
            return found

        return grouped

    def _branch(self, ways: list[Match]) -> Match:
        def branch(at: int, then: Then) -> bool:
            for way in ways:
                self._step()
                if way(at, then):
                    return True
            return False

        return branch

    def _atomic(self, inner: Match) -> Match:
        def atomic(at: int, then: Then) -> bool:
            ends: list[int] = []
            return inner(at, lambda end: not ends.append(end)) and then(ends[0])  # type: ignore[func-returns-value]

        return atomic

    def _assert(self, inner: Match, back: int, *, wanted: bool) -> Match:
        def assertion(at: int, then: Then) -> bool:
            self._step()
            found = at >= back and inner(at - back, lambda end: True)
            return found is wanted and then(at)

        return assertion

    def _place(self, value, flags: int) -> Match:
        def place(at: int, then: Then) -> bool:
            self._step()
            return _stands(self.text, at, value, flags) and then(at)

        return place

    def _again(self, group: int) -> Match:
        def again(at: int, then: Then) -> bool:
            self._step()
            if group not in self.groups:
                return False
            start, end = self.groups[group]
            words = self.text[start:end]
            self.count += len(words)
            return self.text.startswith(words, at) and then(at + len(words))

        return again

    def _if(self, group: int, yes: Match, no: Match) -> Match:
        return lambda at, then: yes(at, then) if group in self.groups else no(at, then)


def _put(groups: dict[int, tuple[int, int]], group: int, was: tuple[int, int] | None) -> None:
    if was is None:
        groups.pop(group, None)
    else:
        groups[group] = was


def _letter(operator, value, flags: int) -> Callable[[str], bool] | None:
    """Whether one character is meant, as a question about it; None for what is no single character."""
    if operator is sre.ANY:
        return (lambda c: True) if flags & re.DOTALL else (lambda c: c != "\n")
    if operator is sre.LITERAL:
        return _same(chr(value), flags)
    if operator is sre.NOT_LITERAL:
        same = _same(chr(value), flags)
        return lambda c: not same(c)
    if operator is not sre.IN:
        return None
    negated = value[0][0] is sre.NEGATE
    asked = [_member(o, v, flags) for o, v in value[negated:]]
    return (lambda c: not any(one(c) for one in asked)) if negated else (lambda c: any(one(c) for one in asked))


def _member(operator, value, flags: int) -> Callable[[str], bool]:
    if operator is sre.LITERAL:
        return _same(chr(value), flags)
    if operator is sre.RANGE:
        low, high = value
        if flags & re.IGNORECASE:
            return lambda c: any(low <= ord(one) <= high for one in {c, c.lower()[:1], c.upper()[:1]})
        return lambda c: low <= ord(c) <= high
    plain = OPPOSITE.get(value, value)
    asked = WORDLIKE[plain]
    ascii_only = bool(flags & re.ASCII)
    return lambda c: (asked(c) and (c.isascii() or not ascii_only)) is (plain is value)


def _same(letter: str, flags: int) -> Callable[[str], bool]:
    if not flags & re.IGNORECASE:
        return lambda c: c == letter
    ways = {letter, letter.lower(), letter.upper()}
    return lambda c: c in ways or c.lower() in ways


def _stands(text: str, at: int, value, flags: int) -> bool:
    if value in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
        return at == 0 or bool(value is sre.AT_BEGINNING and flags & re.MULTILINE and text[at - 1] == "\n")
    if value is sre.AT_END_STRING:
        return at == len(text)
    if value is sre.AT_END:
        return at == len(text) or (text[at] == "\n" and (at == len(text) - 1 or bool(flags & re.MULTILINE)))
    word = WORDLIKE[sre.CATEGORY_WORD]
    border = (at > 0 and word(text[at - 1])) is not (at < len(text) and word(text[at]))
    return border is (value is sre.AT_BOUNDARY)
