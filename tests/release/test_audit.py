"""The audit of the locked packages: a known flaw fails it, a source that knows nothing is not believed, and no source at all is said plainly."""

from __future__ import annotations

import importlib.util
import json
import stat
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Stands for pip-audit: answers by the service it is asked for, as FLAWS and DEAF say.
TOOL = """#!{python}
import json, sys
words = sys.argv[1:]
service, lock = words[words.index("--vulnerability-service") + 1], open(words[words.index("--requirement") + 1]).read()
if service in {deaf}:
    print("ConnectionError: no such host", file=sys.stderr)
    sys.exit(1)
told = []
for line in lock.splitlines():
    name, _, version = line.partition("==")
    if service in {ignorant}:
        told.append(dict(name=name, skip_reason="not found"))
    else:
        flaws = [dict(id="PYSEC-1", fix_versions=["9"])] if line in {flaws} else []
        told.append(dict(name=name, version=version, vulns=flaws))
print(json.dumps(dict(dependencies=told)))
sys.exit(any(one.get("vulns") for one in told))
"""


@pytest.fixture
def audit(tmp_path, monkeypatch):
    """The command, with a stand-in for pip-audit: gives its exit status for the lines of a lock file."""
    spec = importlib.util.spec_from_file_location("audit", ROOT / "release" / "audit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def run(*lines: str, flaws=("jinja2==2.10",), deaf=(), ignorant=()) -> int:
        tool, lock = tmp_path / "pip-audit", tmp_path / "lock.txt"
        tool.write_text(
            TOOL.format(
                python=sys.executable, deaf=json.dumps(deaf), ignorant=json.dumps(ignorant), flaws=json.dumps(flaws)
            )
        )
        tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
        lock.write_text("\n".join(lines) + "\n")
        monkeypatch.setattr(module, "ready", lambda: tool)
        monkeypatch.setattr(sys, "argv", ["audit.py", str(lock)])
        return module.main()

    return run


def test_a_known_vulnerability_fails_the_audit(audit, capsys) -> None:
    """The package, the advisory and where it is mended are told."""
    assert audit("old==1", "good==2", flaws=("jinja2==2.10", "old==1")) == 1
    assert "old 1: PYSEC-1, mended in 9" in capsys.readouterr().out


def test_no_known_vulnerability_passes(audit, capsys) -> None:
    """What was looked up is counted."""
    assert audit("good==2") == 0
    assert "1 packages looked up at pypi: 0 known vulnerabilities" in capsys.readouterr().out


def test_a_source_that_knows_nothing_is_not_believed(audit, capsys) -> None:
    """An index without advisories answers "nothing known" to everything: the next source is asked."""
    assert audit("old==1", flaws=("jinja2==2.10", "old==1"), ignorant=("pypi",)) == 1
    assert audit("old==1", ignorant=("pypi", "osv")) == 0
    assert "NOT AUDITED" in capsys.readouterr().out


def test_without_a_network_it_says_that_nothing_was_audited(audit, capsys) -> None:
    """And does not fail for it."""
    assert audit("old==1", flaws=("jinja2==2.10", "old==1"), deaf=("pypi", "osv")) == 0
    assert "NOT AUDITED: no source of advisories could be asked here" in capsys.readouterr().out
