"""What is kept so that it need not be made anew: so many things and so many bytes at most; what was asked for longest ago goes first."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from typing import Any


class Bounded:
    """Things by key. Not for several threads at once: who has it, locks it. The newest stays, however large."""

    def __init__(self, number: int, size: int) -> None:
        self.number, self.size = number, size
        self.held = 0  # bytes
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable) -> Any:
        """What is kept under the key, None where nothing is."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key][0]

    def size_of(self, key: Hashable) -> int:
        """The bytes under which it is kept, 0 where nothing is."""
        return self._kept[key][1] if key in self._kept else 0

    def put(self, key: Hashable, told: Any, size: int) -> None:
        """Keeps it, of so many bytes, and lets go what is too much."""
        self._drop(key)
        self._kept[key] = (told, size)
        self.held += size
        while len(self._kept) > 1 and (len(self._kept) > self.number or self.held > self.size):
            self._drop(next(iter(self._kept)))

    def forget(self, which: Callable[[Hashable], bool]) -> None:
        """Lets go what has such a key."""
        for key in [key for key in self._kept if which(key)]:
            self._drop(key)

    def _drop(self, key: Hashable) -> None:
        if key in self._kept:
            self.held -= self._kept.pop(key)[1]


def memory(told: Any) -> int:
    """The bytes that a value holds with all that it is made of, each thing counted once: of text, numbers, containers and dataclasses; of other
    things their own size alone."""
    seen: set[int] = set()
    rest, total = [told], 0
    while rest:
        one = rest.pop()
        if id(one) in seen or isinstance(one, type):
            continue
        seen.add(id(one))
        total += sys.getsizeof(one)
        if isinstance(one, dict):
            rest += one.keys()
            rest += one.values()
        elif isinstance(one, tuple | list | set | frozenset):
            rest += one
        elif is_dataclass(one):
            rest += [getattr(one, field.name) for field in fields(one)]
    return total
