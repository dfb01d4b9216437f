"""Bytes -> other bytes: what a mutation fuzzer does to a corpus. Everything comes from the given chance, so that a run can be repeated.

Bytes are flipped, cut, repeated and spliced; lines change places; and what is JSON (the whole, or one of its lines) is changed as JSON, so that it still
parses and reaches what reads the values.
"""

from __future__ import annotations

import json
import random
import re

SMALL, LARGE = 1_024, 16_384  # bytes of most inputs, and of one in fifty
SELDOM = 0.02
ODD = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\r\n", b"\n\n", b"\t", b"\\ud800", b"\\u0000", b"\"", b"'",
    b"\\", b"<", b">", b"&", b"&#0;", b"&#x110000;", b"&lt;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"{", b"}",
    b"[", b"]", b"[[[[", b"{\"a\":", b"null", b"true", b"1e999", b"-0", b"NaN", b"9" * 30, b"9" * 5_000, b"-1", b"0", b"4294967296", b"99999999999999999999",
    b"2026-02-30", b"9999-12-31T23:59:59+23:59", b"0001-01-01T00:00-23:59", b"Mon, 16 Nov 2015 10:59:00 +9999", b"\xd0\xb0", b"\xf0\x9f\x99\x82", b"e\xcc\x81", b"\xe2\x80\xa8",
    b"Content-Length: 99999999999", b"Content-Length: -1", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"WARC/1.0\r\n", b"charset=utf-7", b"charset=\xff",
    b"=1+1", b"https://", b"http://[", b"@", b"%00", b"../", b"://", b"\x1b[31m", "²".encode(), "١٢".encode(), "“".encode(), "”".encode(), "’".encode(),
)  # fmt: skip
VALUES = (
    None, True, False, 0, -1, 1, 1.5, -0.0, float("inf"), float("nan"), 10**20, 10**400, 2**31, 2**63, "", " ", "\x00", "\ud800", "a" * 400, "2026-02-30", "0000-00-00", "2026-03-02T10:59:00Z",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "e1", "a1", "p1", "http://[", "1e999", "²", [], {}, [[]], [None], {"": None}, {"a": {"a": []}}, ["a", 1, None], [[[[[[[[]]]]]]]],
)  # fmt: skip
_WORDS = re.compile(rb"[A-Za-z0-9_:-]{3,24}")


def chosen(pool: list[bytes], chance: random.Random) -> bytes:
    """One of the pool, a small one nearly always."""
    for _ in range(8):
        one = chance.choice(pool)
        if len(one) <= SMALL or chance.random() < SELDOM:
            return one
    return min(pool, key=len)


def mutated(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """One to four changes; what grows past its bound is cut."""
    bound = max(len(data), LARGE if chance.random() < SELDOM else SMALL)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        data = chance.choice(CHANGES)(data, corpus, chance)[:bound]
    return data


def _place(data: bytes, chance: random.Random) -> int:
    return int(chance.random() * (len(data) + 1))


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    at = _place(data, chance)
    return at, min(len(data), at + chance.choice((1, 1, 2, 4, 16, 64, 512)))


def flip(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    if not data:
        return b"\x00"
    at = int(chance.random() * len(data))
    return data[:at] + bytes((data[at] ^ (1 << int(chance.random() * 8)),)) + data[at + 1 :]


def odd(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + chance.choice(ODD) + data[chance.choice((start, end)) :]


def cut(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def broken_off(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def again(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + data[start:end] * chance.choice((2, 3, 8, 64)) + data[end:]


def spliced(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    other = chosen(corpus, chance)
    start, end = _stretch(other, chance)
    at = _place(data, chance)
    return (
        data[:at] + other[start : chance.choice((end, len(other)))] + data[at if chance.random() < 0.5 else len(data) :]
    )


def word(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """A word of one file in the place of another's."""
    here, there = _word(data, chance), _word(chosen(corpus, chance), chance)
    return data.replace(here, there, 1) if here and there else data + b"a"


def _word(data: bytes, chance: random.Random) -> bytes:
    """A word, from any place on."""
    found = _WORDS.search(data, _place(data, chance))
    return found.group() if found else b""


def bytes_of_chance(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + chance.randbytes(chance.choice((1, 2, 4, 16))) + data[at:]


def lines(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """A line is left out, said twice, put elsewhere, or taken from another file."""
    here = data.split(b"\n")
    at, to = (int(chance.random() * len(here)) for _ in "12")
    how = chance.random()
    if how < 0.25:
        del here[at]
    elif how < 0.5:
        here.insert(to, here[at])
    elif how < 0.75:
        here[at], here[to] = here[to], here[at]
    else:
        here.insert(to, chance.choice(chosen(corpus, chance).split(b"\n")))
    return b"\n".join(here)


def value(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """JSON with one of its values, names or elements changed; what is no JSON gets an odd piece."""
    start, end = 0, len(data)
    if b"\n{" in data or b"}\n" in data:
        start = data.rfind(b"\n", 0, _place(data, chance)) + 1
        end = data.find(b"\n", start) if b"\n" in data[start:] else end
    try:
        told = json.loads(data[start:end]) if data[start : start + 1] in (b"{", b"[") else None
    except (ValueError, RecursionError):
        told = None
    if not told:
        return odd(data, corpus, chance)
    _change(told, chance)
    try:
        return (
            data[:start]
            + json.dumps(told, ensure_ascii=chance.random() < 0.8).encode("utf-8", "surrogatepass")
            + data[end:]
        )
    except (ValueError, RecursionError):
        return data


def _change(told: dict | list, chance: random.Random) -> None:
    """Changes one thing somewhere inside."""
    inside = told
    while True:
        keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        if not keys:
            return
        key = chance.choice(keys)
        below = inside[key]
        if not isinstance(below, dict | list) or not below or chance.random() < 0.2:
            break
        inside = below
    how = chance.random()
    if how < 0.55:
        inside[key] = chance.choice(VALUES)
    elif how < 0.65:
        del inside[key]
    elif how < 0.75:
        inside[key] = [inside[key]] if chance.random() < 0.5 else {"name": inside[key]}
    elif how < 0.85:
        other = chance.choice(keys)
        inside[key], inside[other] = inside[other], inside[key]
    elif isinstance(inside, dict):
        inside[chance.choice(("", "text", "id", "name", "\x00", str(key) + "2"))] = inside[key]
    else:
        inside.append(inside[key])
    number = inside.get(key) if isinstance(inside, dict) else None
    if isinstance(number, int) and not isinstance(number, bool) and chance.random() < 0.5:
        inside[key] = number + chance.choice((-1, 1, 7, -1_000, 10**6))


CHANGES = (flip, flip, odd, odd, odd, cut, broken_off, again, spliced, spliced, word, word, bytes_of_chance, lines, lines, value, value, value)  # fmt: skip
