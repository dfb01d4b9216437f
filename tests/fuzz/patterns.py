"""Every compiled pattern of the package, where it stands, and how it is used there.

Three nets, one over another: what the modules hold once they are imported (names, tables, dataclasses, classes, closures), the literal patterns in every call of `re` in
the sources (those inside functions, which `re` compiles when they are called), and a list of the calls whose pattern is put together by
a function (`MADE`). `test_patterns.py` keeps the three complete: it imports the package anew, notes whatever `re` compiles, and asks for it here.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import types
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import onrecord

ANCHORED = {"match", "fullmatch"}
CALLS = {"compile", "match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
PLAIN = (str, bytes, int, float, type(None))
ROOT = Path(onrecord.__file__).parent
# Calls inside functions whose pattern is no literal: file and function, and where its patterns are looked at instead.
MADE = {
    "reading/timex/patterns.py compiled": "the rules' tables, which modules hold",
    "reading/timex/patterns.py starts": "the rules' tables, which modules hold",
    "ledger/search.py marked": "one class of two characters",
    "evaluation/error_tables.py": "our own gold's values, in measuring",
    "evaluation/metamorphic_names.py": "names out of our own tables, in measuring",
}


@dataclass
class Found:
    """A pattern. `names`: module and name, or file and line; `methods`: those that are called on it by its name, None where it goes by another (in a table)."""

    pattern: re.Pattern[str]
    names: list[str] = field(default_factory=list)
    methods: set[str] | None = field(default_factory=set)

    def ways(self) -> list[str]:
        """What a test tries: matching the whole, and searching, or matching at a place where it is never searched with."""
        searched = self.methods is None or not self.methods or bool(self.methods - ANCHORED)
        return ["fullmatch", "finditer" if searched else "match"]


def every() -> list[Found]:
    """The patterns of text in the package, those in tables and in functions too; each once."""
    found: dict[tuple[str, int], Found] = {}
    used = _methods()
    for module in modules():
        for name, value in list(vars(module).items()):
            for one, direct in _in(value):
                key = f"{module.__name__}.{name}" if name.startswith("_") else name
                _add(found, one, f"{module.__name__}.{name}", used.get(key, set()) if direct else None)
    for path, call, function in calls():
        if function and (told := literal(call)) is not None:
            method = call.func.attr  # type: ignore[attr-defined]
            _add(found, told, f"{path}:{call.lineno}", None if method == "compile" else {method})
    return sorted(found.values(), key=lambda one: one.names[0])


def _add(found: dict[tuple[str, int], Found], one: re.Pattern[str], name: str, methods: set[str] | None) -> None:
    entry = found.setdefault((one.pattern, one.flags), Found(one))
    entry.names.append(name)
    if methods is None or entry.methods is None:
        entry.methods = None
    else:
        entry.methods |= methods


def modules() -> list[types.ModuleType]:
    """Every module of the package that can be imported here: an extra may not be installed."""
    loaded = []
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if module.name.endswith("__main__"):
            continue
        try:
            loaded.append(importlib.import_module(module.name))
        except ImportError:
            continue
    return loaded


@cache
def _trees() -> tuple[tuple[str, ast.Module], ...]:
    """(file, what it says) of every file of the package."""
    return tuple(
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(ROOT.rglob("*.py"))
    )


@cache
def calls() -> list[tuple[str, ast.Call, str]]:
    """(file, call of `re`, the function that it stands in or "") in every file of the package."""
    found = []
    for path, tree in _trees():
        waiting: list[tuple[ast.AST, str]] = [(tree, "")]
        while waiting:
            node, function = waiting.pop()
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                function = getattr(node, "name", function or "lambda")
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.func.attr in CALLS
            ):
                found.append((path, node, function))
            waiting += [(one, function) for one in ast.iter_child_nodes(node)]
    return found


def literal(call: ast.Call) -> re.Pattern[str] | None:
    """The pattern of a call, where it is written out there; None where something makes it."""
    if not call.args:
        return None
    told = call.args[0]
    if not (isinstance(told, ast.Constant) and isinstance(told.value, str)):
        return None
    at = {
        "compile": 1,
        "match": 2,
        "search": 2,
        "fullmatch": 2,
        "findall": 2,
        "finditer": 2,
        "sub": 4,
        "subn": 4,
        "split": 3,
    }[call.func.attr]  # type: ignore[attr-defined]
    flags = next(
        (one.value for one in call.keywords if one.arg == "flags"), call.args[at] if len(call.args) > at else None
    )
    value = eval(compile(ast.Expression(flags), "flags", "eval"), {"re": re}) if flags is not None else 0
    return re.compile(told.value, value)


def unknown() -> list[str]:
    """The calls inside functions whose pattern is no literal and that `MADE` does not tell of."""
    made = {f"{path} {function}" for path, call, function in calls() if function and literal(call) is None}
    return sorted(one for one in made if one not in MADE and one.partition(" ")[0] not in MADE)


def _in(value: object) -> list[tuple[re.Pattern[str], bool]]:
    """(pattern, whether it is the value itself) of everything that a value holds."""
    waiting, seen, found = [(value, True)], set(), []
    while waiting:
        one, direct = waiting.pop()
        if isinstance(one, PLAIN) or id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, re.Pattern):
            if isinstance(one.pattern, str):
                found.append((one, direct))
        else:
            waiting += [(inner, False) for inner in _inside(one) if not isinstance(inner, PLAIN)]
    return found


def _inside(one: object) -> list[object]:
    if isinstance(one, dict | types.MappingProxyType):
        return [inner for pair in one.items() for inner in pair]
    if isinstance(one, tuple | list | set | frozenset):
        return list(one)
    ours = getattr(one, "__module__", "") or ""
    if not str(ours).startswith("onrecord"):
        return []
    if isinstance(one, types.FunctionType):
        cells = [cell.cell_contents for cell in one.__closure__ or () if not _empty(cell)]
        return [*cells, *(one.__defaults__ or ()), *(one.__kwdefaults__ or {}).values()]
    if isinstance(one, type):
        return list(vars(one).values())
    if hasattr(type(one), "__dataclass_fields__"):
        return [getattr(one, name, None) for name in type(one).__dataclass_fields__]
    return list(getattr(one, "__dict__", {}).values())


def _empty(cell: types.CellType) -> bool:
    try:
        cell.cell_contents  # noqa: B018
    except ValueError:
        return True
    return False


def _methods() -> dict[str, set[str]]:
    """The name of a pattern (a private one's with its module) -> the methods that are called on anything of that name; a pattern that is handed on
    counts as searched with."""
    found: dict[str, set[str]] = {}
    for path, tree in _trees():
        module = ".".join(("onrecord", *Path(path).with_suffix("").parts))

        def key(name: str, module: str = module) -> str:
            return f"{module}.{name}" if name.startswith("_") else name

        for node in ast.walk(tree):
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
