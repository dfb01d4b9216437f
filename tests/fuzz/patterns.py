"""Every compiled pattern of the package, where it stands, and how it is used there."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from dataclasses import dataclass, field
from pathlib import Path

import onrecord

LEFT_OUT = ("onrecord.training", "onrecord.__main__", "onrecord.evaluation")  # read nothing of a stranger's
ANCHORED = {"match", "fullmatch"}


@dataclass
class Found:
    """A pattern. `names`: module and name; `methods`: those that are called on it by its name, None where it goes by another (in a table)."""

    pattern: re.Pattern[str]
    names: list[str] = field(default_factory=list)
    methods: set[str] | None = field(default_factory=set)

    def ways(self) -> list[str]:
        """What a test tries: matching at a place, and searching unless it is never searched with."""
        searched = self.methods is None or not self.methods or bool(self.methods - ANCHORED)
        return ["fullmatch", "match", *(["finditer"] if searched else [])]


def every() -> list[Found]:
    """The patterns of text in the package's modules, those in tables too; each once."""
    found: dict[re.Pattern[str], Found] = {}
    used = _methods()
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if module.name.startswith(LEFT_OUT):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError:
            continue  # an extra that is not installed
        for name, value in vars(loaded).items():
            for one, direct in _in(value):
                key = f"{module.name}.{name}" if name.startswith("_") else name
                entry = found.setdefault(one, Found(one))
                entry.names.append(f"{module.name}.{name}")
                if not direct or entry.methods is None:
                    entry.methods = None
                else:
                    entry.methods |= used.get(key, set())
    return sorted(found.values(), key=lambda one: one.names[0])


def _in(value):
    waiting, seen = [(value, True)], 0
    while waiting and seen < 5_000:
        one, direct = waiting.pop()
        seen += 1
        if isinstance(one, re.Pattern):
            if isinstance(one.pattern, str):
                yield one, direct
        elif isinstance(one, dict):
            waiting += [(inner, False) for pair in one.items() for inner in pair]
        elif isinstance(one, tuple | list | set | frozenset):
            waiting += [(inner, False) for inner in one]
        elif hasattr(type(one), "__dataclass_fields__") and not isinstance(one, type):
            waiting += [(getattr(one, name, None), False) for name in type(one).__dataclass_fields__]


def _methods() -> dict[str, set[str]]:
    """The name of a pattern (a private one's with its module) -> the methods that are called on anything of that name; a pattern that is handed on
    counts as searched with."""
    found: dict[str, set[str]] = {}
    root = Path(onrecord.__file__).parent
    for path in root.rglob("*.py"):
        module = ".".join(("onrecord", *path.relative_to(root).with_suffix("").parts))

        def key(name: str, module: str = module) -> str:
            return f"{module}.{name}" if name.startswith("_") else name

        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                name = (
                    owner.id
                    if isinstance(owner, ast.Name)
                    else owner.attr
                    if isinstance(owner, ast.Attribute)
                    else None
                )
                if name:
                    found.setdefault(key(name), set()).add(node.func.attr)
            if isinstance(node, ast.Call | ast.Tuple | ast.List | ast.Dict):
                handed = (
                    node.args
                    if isinstance(node, ast.Call)
                    else node.values
                    if isinstance(node, ast.Dict)
                    else node.elts
                )
                for one in handed:
                    if isinstance(one, ast.Name) and one.id.isupper():
                        found.setdefault(key(one.id), set()).add("handed on")
    return found
