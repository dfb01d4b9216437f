"""The lines of a notation: each with its tokens, taken from the left, and the lines that are indented under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, get_args

from onrecord.errors import NotationError
from onrecord.values.notation_words import Token, tokens, unescaped


@dataclass
class Line:
    """A line's tokens, taken from the left."""

    where: str
    tokens: list[Token]
    under: list[Line] = field(default_factory=list)
    at: int = 0

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self, what: str) -> Token:
        token = self.peek()
        if token is None:
            raise NotationError(f"{self.where}: {what} is missing at the end of the line")
        self.at += 1
        return token

    def plain(self, what: str) -> str:
        """The next token as a name."""
        token = self.take(what)
        if token.kind not in ("word", "string"):
            raise NotationError(f"{self.where}: {what} was expected, not {token.text!r}")
        return token.text

    def open(self, what: str) -> str | None:
        """The next token as a name; None for a bare `none`."""
        token = self.peek()
        text = self.plain(what)
        return None if token and token.kind == "word" and text == "none" else text

    def choice(self, kind: Any, what: str) -> Any:
        """The next token as one of the words of a Literal."""
        word, known = self.plain(what), get_args(kind)
        if word not in known:
            raise NotationError(f"{self.where}: {word!r} is no {what}: it can be {', '.join(known)}")
        return word

    def word(self, *words: str) -> str | None:
        """The next token if it is one of these bare words."""
        token = self.peek()
        if token and token.kind == "word" and token.text in words:
            self.at += 1
            return token.text
        return None

    def names(self) -> tuple[str, ...]:
        """The names that follow, up to a bare word that means something."""
        found = []
        while (token := self.peek()) and (
            token.kind == "string" or (token.kind == "word" and token.text not in OPTIONS)
        ):
            found.append(token.text)
            self.at += 1
        return tuple(found)

    def done(self) -> None:
        if token := self.peek():
            raise NotationError(f"{self.where}: {token.text!r} has no place here")


OPTIONS = frozenset({"actor", "terms", "via", "background", "mode", "contexts", "cameo", "in", "within", "of", "by"})


def statements(notation: str) -> tuple[list[Line], str | None]:
    found: list[Line] = []
    lines: list[str] | None = None
    for number, raw in enumerate(notation.split("\n"), 1):
        where, bare = f"line {number}", raw.strip(" \t\r")
        if bare.startswith("|") and lines is not None:
            lines.append(unescaped(bare[1:].removeprefix(" "), where))
            continue
        if bare == "text" and raw[:1] == "t":
            lines = [] if lines is None else lines
            continue
        cut = tokens(raw, where)
        if not cut:
            continue
        if raw[0] not in " \t":
            found.append(Line(where, cut))
        elif found:
            found[-1].under.append(Line(where, cut))
        else:
            raise NotationError(f"{where}: an indented line belongs to a line before it, and there is none")
    return found, None if lines is None else "\n".join(lines)
