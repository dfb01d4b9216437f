"""Text of strangers, made safe for a terminal: nothing in it moves the cursor, hides words or turns the direction of writing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from onrecord.values.wire import AWKWARD, record_from_json, to_json

if TYPE_CHECKING:
    from onrecord.values.record import Record

# Control characters (but for line ends and tabs), and those that override or isolate the direction of writing.
UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SHOWN: Final = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    """The text with a mark for each character that a terminal would obey; as long as it was, so offsets stay true."""
    return UNSEEN.sub(SHOWN, text)


def escaped(told: str) -> str:
    """JSON in which what a terminal would obey, and JSON lets stand, is written as an escape."""
    return AWKWARD.sub(lambda found: f"\\u{ord(found.group()):04x}", told)


def visible_record(record: Record) -> Record:
    """The record with every string made visible, text and names alike."""
    return record_from_json(_visible(to_json(record)))


def _visible(told: Any) -> Any:
    if isinstance(told, str):
        return visible(told)
    if isinstance(told, list):
        return [_visible(one) for one in told]
    if isinstance(told, dict):
        return {_visible(name): _visible(one) for name, one in told.items()}
    return told
