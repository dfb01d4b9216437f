"""Bytes -> other bytes: what a mutation fuzzer does to a corpus. Everything comes from the given chance, so that a run can be repeated."""

from __future__ import annotations

import random
import re

LARGEST = 4_096
ODD = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\r\n", b"\n\n", b"\t", b"\\ud800", b"\\u0000", b"\"", b"'",
    b"\\", b"<", b">", b"&", b"&#0;", b"&#x110000;", b"&lt;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"{", b"}",
    b"[", b"]", b"[[[[", b"{\"a\":", b"null", b"true", b"1e999", b"-0", b"NaN", b"9" * 30, b"9" * 5_000, b"-1", b"0", b"4294967296", b"99999999999999999999",
    b"2026-02-30", b"9999-12-31T23:59:59+23:59", b"0001-01-01T00:00-23:59", b"Mon, 16 Nov 2015 10:59:00 +9999", b"\xd0\xb0", b"\xf0\x9f\x99\x82", b"e\xcc\x81", b"\xe2\x80\xa8",
    b"Content-Length: 99999999999", b"Content-Length: -1", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"WARC/1.0\r\n", b"charset=utf-7", b"charset=\xff",
    b"=1+1", b"https://", b"http://[", b"@", b"%00", b"../", b"://", b"\x1b[31m",
)  # fmt: skip
_WORDS = re.compile(rb"[A-Za-z0-9_:-]{3,24}")


def mutated(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """One to four changes."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        data = chance.choice(CHANGES)(data, corpus, chance)[:LARGEST]
    return data


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    at = _place(data, chance)
    return at, min(len(data), at + chance.choice((1, 1, 2, 4, 16, 64, 512)))


def flip(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    if not data:
        return b"\x00"
    at = chance.randrange(len(data))
    return data[:at] + bytes((data[at] ^ (1 << chance.randrange(8)),)) + data[at + 1 :]


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
    other = chance.choice(corpus)
    start, end = _stretch(other, chance)
    at = _place(data, chance)
    return (
        data[:at] + other[start : chance.choice((end, len(other)))] + data[at if chance.random() < 0.5 else len(data) :]
    )


def word(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """A word of one file in the place of another's."""
    here, there = _WORDS.findall(data[:LARGEST]), _WORDS.findall(chance.choice(corpus)[:LARGEST])
    return data.replace(chance.choice(here), chance.choice(there), 1) if here and there else data + b"a"


def bytes_of_chance(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + chance.randbytes(chance.choice((1, 2, 4, 16))) + data[at:]


CHANGES = (flip, flip, odd, odd, odd, cut, broken_off, again, spliced, spliced, word, word, bytes_of_chance)
