"""What a stage is: a name, the layers it needs, the layer it gives, and a function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.settings import Settings
from onrecord.values.layers import Reading


@dataclass(frozen=True, slots=True)
class Stage:
    """`run(reading, settings)` gives a layer of type `gives`; it looks at nothing but the reading, the settings, the knowledge and the
    weights. A stage that raises costs its own layer alone: the reading goes on with `gives()` and a problem."""

    name: str
    needs: tuple[type, ...]
    gives: type
    run: Callable[[Reading, Settings], object]
