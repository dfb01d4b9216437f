"""The wheel has the same bytes twice, and the bill of materials names all that is in it."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = """\
# made by uv
numpy==2.1.0 ; python_version >= "3.11" \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via
    #   onrecord (pyproject.toml)
    #   spacy
spacy==3.8.14 \\
    --hash=sha256:cc
    # via onrecord (pyproject.toml)
"""


def loaded():
    spec = importlib.util.spec_from_file_location("sbom", ROOT / "release" / "sbom.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_lock_file_is_read_with_its_hashes_and_needs(tmp_path) -> None:
    """Versions, markers, digests of every file, and who needs what."""
    path = tmp_path / "lock.txt"
    path.write_text(LOCK)
    made = loaded().bill(path)
    by_name = {one["name"]: one for one in made["components"]}
    assert by_name["numpy"]["purl"] == "pkg:pypi/numpy@2.1.0"
    assert [one["hashes"][0]["content"] for one in by_name["numpy"]["externalReferences"]] == ["aa", "bb"]
    needs = {one["ref"].partition("@")[0]: one["dependsOn"] for one in made["dependencies"]}
    assert needs["pkg:pypi/onrecord"] == ["pkg:pypi/numpy@2.1.0", "pkg:pypi/spacy@3.8.14"]
    assert needs["pkg:pypi/spacy"] == ["pkg:pypi/numpy@2.1.0"]


@pytest.mark.parametrize("lock", ["base.txt", "dev.txt"])
def test_the_bill_names_every_locked_package_and_is_the_same_twice(lock: str) -> None:
    """And the weights and the gazetteer, each with its digest."""
    path = ROOT / "requirements" / lock
    pinned = {
        line.split("==")[0].lower() for line in path.read_text().splitlines() if "==" in line and line[:1].isalnum()
    }
    made = loaded().bill(path)
    assert pinned <= {one["name"] for one in made["components"]}
    assert {one["type"] for one in made["components"]} == {"library", "machine-learning-model", "data"}
    assert all(one.get("hashes") or one.get("externalReferences") for one in made["components"])
    assert json.dumps(made) == json.dumps(loaded().bill(path))


def test_the_wheel_is_the_same_bytes_twice(tmp_path) -> None:
    """From two copies of the tree, in two places, of two ages."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed: pip install hatchling")
    ran = subprocess.run(
        [sys.executable, ROOT / "release" / "wheel.py", "--out", tmp_path], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "the same bytes" in ran.stdout
    assert list(tmp_path.glob("*.whl"))
