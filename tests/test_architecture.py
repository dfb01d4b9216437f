"""The house is as ARCHITECTURE.md draws it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

SOURCE = Path(onrecord.__file__).parent
ROOT = SOURCE.parent.parent
MODULES = sorted(p for p in SOURCE.rglob("*.py"))
FORBIDDEN = {"utils", "util", "core", "common", "helpers", "helper", "manager", "misc"}
PURE = ("values", "reading", "recording", "stories")


def names(path: Path) -> set[str]:
    """The modules and plain calls that a file uses."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found.add(f"{node.func.id}()")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_is_named_for_nothing_or_grows_without_end(path: Path) -> None:
    """A file's name says what lives in it, and it stays short enough to read (tables of words may be longer)."""
    assert path.stem not in FORBIDDEN
    if "knowledge" not in path.parts:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 450


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.relative_to(SOURCE).parts[0] in PURE], ids=lambda p: str(p.relative_to(SOURCE))
)
def test_a_reader_looks_at_no_clock_no_network_and_no_chance(path: Path) -> None:
    """Reading an article looks at the article, the settings, the knowledge and the weights, and at nothing else."""
    forbidden = {
        "random",
        "socket",
        "urllib.request",
        "requests",
        "time",
        "uuid",
        "secrets",
        "open()",
        "print()",
        "input()",
    }
    assert not names(path) & forbidden


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if not {"cli", "training", "evaluation"} & set(p.parts)],
    ids=lambda p: str(p.relative_to(SOURCE)),
)
def test_only_the_command_prints(path: Path) -> None:
    """No `print` outside `views/cli` (training and evaluation are commands too, and so is what builds a table)."""
    if path.name != "build.py":
        assert "print()" not in names(path)


def test_every_room_says_what_comes_in_and_what_goes_out() -> None:
    """Each room's `__init__` has a docstring with In, Out and what it may import, and no logic."""
    for room in sorted(p.parent for p in SOURCE.glob("*/__init__.py")):
        text = (room / "__init__.py").read_text(encoding="utf-8")
        said = ast.get_docstring(ast.parse(text)) or ""
        assert "In:" in said, f"{room.name} does not say what comes in"
        assert "Out:" in said, f"{room.name} does not say what goes out"
        assert "ay import" in said, f"{room.name} does not say what it may import"
        assert not any(isinstance(n, ast.FunctionDef | ast.ClassDef) for n in ast.parse(text).body), (
            f"{room.name} has logic in __init__"
        )


def test_help_does_not_wait_for_a_language_model() -> None:
    """`onrecord --help` loads neither spaCy, nor the network, nor the gazetteer."""
    script = (
        "import sys, contextlib, io\n"
        "from onrecord.views.cli.main import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): main(['--help'])\n"
        "print(sorted(m for m in ('spacy', 'onnxruntime', 'numpy', 'trafilatura', 'rich') if m in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_no_weights_or_tables_are_pickled() -> None:
    """Nothing that is loaded can run code: no pickle anywhere."""
    for path in MODULES:
        assert not names(path) & {"pickle", "dill", "joblib", "marshal", "shelve"}, path
