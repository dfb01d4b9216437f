"""What onrecord is made of, as CycloneDX 1.5 JSON: the packages of a lock file with their hashes and who needs them, the weights, the gazetteer.

    python release/sbom.py [requirements/base.txt] > dist/onrecord.cdx.json

The same lock file gives the same bytes; SOURCE_DATE_EPOCH, where it is set, gives the date.
"""

# ruff: noqa: INP001  a script
from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;\s*([^\\]+))?")
DATA = ("src/onrecord/learned/weights", "src/onrecord/knowledge/gazetteer")


def main() -> int:
    lock = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "requirements" / "base.txt"
    json.dump(bill(lock), sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write("\n")
    return 0


def bill(lock: Path) -> dict[str, Any]:
    """The whole document."""
    packages = locked(lock.read_text(encoding="utf-8"))
    version = re.search(r'VERSION = "([^"]+)"', (ROOT / "src/onrecord/settings.py").read_text(encoding="utf-8"))
    if version is None:
        raise SystemExit("no VERSION in src/onrecord/settings.py")
    me = f"pkg:pypi/onrecord@{version[1]}"
    components = [_component(name, one) for name, one in sorted(packages.items())] + data()
    made = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": me,
                "name": "onrecord",
                "version": version[1],
                "purl": me,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": components,
        "dependencies": _dependencies(me, packages),
    }
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        made["metadata"]["timestamp"] = datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    told = json.dumps(made, sort_keys=True)
    return {"serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, told)}"} | made


def locked(text: str) -> dict[str, dict[str, Any]]:
    """Package -> version, marker, SHA-256 digests of its files, and who needs it (`via`), of what `uv pip compile --generate-hashes` wrote."""
    found: dict[str, dict[str, Any]] = {}
    one: dict[str, Any] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if pinned := PINNED.match(line):
            one = {"version": pinned[2], "marker": (pinned[3] or "").strip(), "hashes": [], "via": []}
            found[pinned[1].lower()] = one
        elif "--hash=sha256:" in line:
            one["hashes"].append(line.partition("sha256:")[2].strip(" \\"))
        elif line.strip().startswith("#"):
            one["via"] += [word for word in (line.strip(" #").removeprefix("via").strip(),) if word]
    return found


def _purl(name: str, one: dict[str, Any]) -> str:
    return f"pkg:pypi/{name}@{one['version']}"


def _component(name: str, one: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": _purl(name, one),
        "name": name,
        "version": one["version"],
        "purl": _purl(name, one),
    }
    # a package has several files: each is a distribution with a digest of its own
    told["externalReferences"] = [
        {
            "type": "distribution",
            "url": f"https://pypi.org/project/{name}/{one['version']}/",
            "hashes": [{"alg": "SHA-256", "content": digest}],
        }
        for digest in sorted(one["hashes"])
    ]
    if one["marker"]:
        told["properties"] = [{"name": "onrecord:marker", "value": one["marker"]}]
    return told


def _dependencies(me: str, packages: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    needs: dict[str, set[str]] = {me: set(), **{_purl(name, one): set() for name, one in packages.items()}}
    for name, one in packages.items():
        for via in one["via"]:
            needer = via.split(" ")[0].lower()
            owner = (
                me if needer.startswith("onrecord") else _purl(needer, packages[needer]) if needer in packages else None
            )
            if owner:
                needs[owner].add(_purl(name, one))
    return [{"ref": ref, "dependsOn": sorted(on)} for ref, on in sorted(needs.items())]


def data() -> list[dict[str, Any]]:
    """The files that are shipped and are no code: weights and gazetteer, each with its digest."""
    found = []
    for folder in DATA:
        for path in sorted((ROOT / folder).iterdir()):
            if path.is_file() and path.suffix not in (".py", ".md", ".pyc"):
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                kind = "machine-learning-model" if "weights" in folder else "data"
                where = path.relative_to(ROOT / "src").as_posix()
                found.append(
                    {
                        "type": kind,
                        "bom-ref": where,
                        "name": where,
                        "version": digest[:12],
                        "hashes": [{"alg": "SHA-256", "content": digest}],
                    }
                )
    return found


if __name__ == "__main__":
    sys.exit(main())
