"""The words of the notation: quoting, evidence, and lines cut into tokens. What they say together: `notation`.

Evidence is written as the words themselves: `'20 minutes'`, `'he'#3` for the third such words in the text, `'first words … last words'` for a
long stretch, `@12-20` where words cannot show it (an empty stretch).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.errors import NotationError
from onrecord.values.span import Span

Kind = Literal["word", "string", "evidence", "confidence", "rule"]

SHORT = 64  # code points of evidence that are written out; longer is shown by its ends
MANY = 500  # the nth occurrence is counted up to here, then offsets are written
ELLIPSIS = "…"

_TOKEN = re.compile(
    r"""[ \t]*(?:
    "(?P<string>(?:[^"\\]|\\.)*)"
  | '(?P<words>(?:[^'\\]|\\.)*)'(?:\#(?P<nth>\d{1,9}))?
  | @(?P<start>\d{1,15})-(?P<end>\d{1,15})
  | \[(?P<rule>(?:[^\]\\]|\\.)*)\]
  | ~(?P<confidence>[^\s"']+)
  | (?P<comment>;.*)
  | (?P<word>[^\s"'\[~;@][^\s"';\[]*)
    )""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.:/-]*")
_DATED = re.compile(r"(?=[A-Z0-9:.+/-]*\d)[A-Z0-9][A-Z0-9:.+/-]*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_LITERALS = {"true": True, "false": False, "none": None}

# Words with a meaning of their own: a name that is one of them is quoted.
RESERVED = frozenset({
    "true", "false", "none", "by", "of", "low", "high", "hedged", "actor", "terms", "via", "within", "mod", "from", "to", "against", "in", "at",
    "geonames", "mode", "contexts", "cameo", "background", "knowledge", "weights", "affirms", "denies", "declines",
    "exact", "about", "at_least", "at_most", "between", "vague", "status", "also", "who", "whom", "present", "when", "where", "field",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a line. `text`: as it means, without quotes and escapes; `nth`, `span`: of evidence."""

    kind: Kind
    text: str
    nth: int = 1
    span: Span | None = None


# ------------------------------------------------------------------ writing


def escaped(text: str, quote: str = "") -> str:
    """The text with what cannot be seen, backslashes and the closing quote written as escapes."""
    return "".join(_shown(c, quote) for c in text)


def _shown(char: str, quote: str) -> str:
    if char in ("\\", quote) or (quote == "'" and char == ELLIPSIS):
        return "\\" + char
    if char == "\n":
        return "\\n"
    if char == "\t":
        return "\\t"
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"


def string(text: str) -> str:
    """A string in double quotes."""
    return f'"{escaped(text, chr(34))}"'


def name(text: str) -> str:
    """An id or name: bare where it is plain, else in double quotes."""
    return text if _PLAIN.fullmatch(text) and text not in RESERVED else string(text)


def dated(text: str | None) -> str:
    """A date, duration, code or version: bare where it is plain, else in double quotes."""
    return "none" if text is None else text if _DATED.fullmatch(text) else name(text)


def scalar(value: object) -> str:
    """A value: `35`, `true`, `none`, `PT35M`, `"in talks"`."""
    if value is None or isinstance(value, bool):
        return {None: "none", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    return text if _DATED.fullmatch(text) and not _NUMBER.fullmatch(text) else string(text)


def evidence(text: str, start: int, end: int) -> str:
    """The stretch as evidence: its words, which of such words, or its ends."""
    if not 0 <= start < end <= len(text):
        return f"@{start}-{end}"
    if end - start > SHORT and (ends := _ends(text, start, end)):
        return ends
    nth = _count(text, text[start:end], start)
    return f"'{escaped(text[start:end], chr(39))}'{_which(nth)}" if nth <= MANY else f"@{start}-{end}"


def _ends(text: str, start: int, end: int) -> str | None:
    words = text[start:end].split(" ")
    head, tail = " ".join(words[:4]), " ".join(words[-3:])
    if not head or not tail or len(head) + len(tail) >= SHORT or len(head) + len(tail) > end - start:
        return None
    nth = _count(text, head, start)
    if nth > MANY or text.find(tail, start + len(head)) != end - len(tail):
        return None
    return f"'{escaped(head, chr(39))} {ELLIPSIS} {escaped(tail, chr(39))}'{_which(nth)}"


def _which(nth: int) -> str:
    return f"#{nth}" if nth > 1 else ""


def _count(text: str, words: str, start: int) -> int:
    """Which occurrence of the words, from 1, begins at `start`; one more than MANY where there are too many to count."""
    nth, at = 1, text.find(words)
    while at < start and nth <= MANY:
        nth, at = nth + 1, text.find(words, at + 1)
    return nth


# ------------------------------------------------------------------ reading


def tokens(line: str, where: str) -> list[Token]:
    """The tokens of a line, without comments. Raises NotationError for what is none."""
    found, at, line = [], 0, line.rstrip(" \t\r")
    while at < len(line):
        match = _TOKEN.match(line, at)
        if match is None:
            raise NotationError(f"{where}: what is {line[at : at + 30].strip()!r}? Is a quotation mark left open?")
        at = match.end()
        if match["comment"] is None:
            found.append(_token(match, where))
    return found


def _token(match: re.Match[str], where: str) -> Token:
    if match["string"] is not None:
        return Token("string", unescaped(match["string"], where))
    if match["words"] is not None:
        return Token("evidence", match["words"], nth=int(match["nth"] or 1))
    if match["start"] is not None:
        return Token("evidence", "", span=Span(int(match["start"]), int(match["end"])))
    if match["rule"] is not None:
        return Token("rule", unescaped(match["rule"], where))
    if match["confidence"] is not None:
        return Token("confidence", match["confidence"])
    return Token("word", match["word"])


def unescaped(text: str, where: str) -> str:
    """The text that escapes stand for."""

    def one(found: re.Match[str]) -> str:
        code = found[1]
        if len(code) == 1:
            return {"n": "\n", "t": "\t"}.get(code, code)
        value = int(code[1:], 16)
        if value > 0x10FFFF:
            raise NotationError(f"{where}: \\{code} is no code point")
        return chr(value)

    return _ESCAPE.sub(one, text) if "\\" in text else text


def number(word: str) -> int | float | None:
    """The number that a word writes, or None."""
    if not _NUMBER.fullmatch(word):
        return None
    return float(word) if set(word) & set(".eE") else int(word)


def value_of(token: Token) -> str | int | float | bool | None:
    """The value that a token writes."""
    if token.kind == "string":
        return token.text
    if token.text in _LITERALS:
        return _LITERALS[token.text]
    read = number(token.text)
    return token.text if read is None else read


def find(token: Token, text: str, where: str) -> Span:
    """The stretch of the text that evidence shows. Raises NotationError where the text has no such words."""
    if token.span is not None:
        return token.span
    head, tail = _halves(token.text, where)
    at = -1
    for _ in range(token.nth):
        at = text.find(head, at + 1)
        if at < 0:
            break
    end = text.find(tail, at + len(head)) if at >= 0 and tail else at
    if at < 0 or end < 0 or not head:
        raise NotationError(
            f"{where}: the text does not say {token.text!r}" + (f" {token.nth} times" if token.nth > 1 else "")
        )
    return Span(at, end + len(tail) if tail else at + len(head))


def _halves(raw: str, where: str) -> tuple[str, str]:
    at = raw.find(f" {ELLIPSIS} ")  # an ellipsis of the text itself is written with a backslash before it
    if at < 0:
        return unescaped(raw, where), ""
    return unescaped(raw[:at], where), unescaped(raw[at + 3 :], where)
