"""Sets the `>>>` lines of our docstrings as code in the reference: an extension of griffe, which reads them for the docs site."""

# ruff: noqa: INP001  a script beside the pages that it is for
from __future__ import annotations

from itertools import groupby
from typing import Any

from griffe import Extension


class Doctests(Extension):
    """Puts a fence around each paragraph of a docstring that begins with `>>>`."""

    def on_object(self, *, obj: Any, **_: Any) -> None:
        """Called by griffe for each object that it has read."""
        if obj.docstring is not None:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(text: str) -> str:
    """The text with its doctests in fences.

    >>> fenced("It adds:\\n\\n>>> 1 + 1\\n2")
    'It adds:\\n\\n```python\\n>>> 1 + 1\\n2\\n```'
    """
    parts = []
    for blank, lines in groupby(text.split("\n"), key=lambda line: not line.strip()):
        part = "\n".join(lines).replace("  # doctest: +SKIP", "")
        parts.append(f"```python\n{part}\n```" if not blank and part.lstrip().startswith(">>>") else part)
    return "\n".join(parts)
