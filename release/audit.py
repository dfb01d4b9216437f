"""The locked packages against the known vulnerabilities, by pip-audit. Says plainly where nothing could be asked.

    python release/audit.py [requirements/base.txt …]

pip-audit (requirements/audit.txt) runs in an environment of its own, made in .audit on the first run. A source of advisories is believed only
once it has named the flaws of a release that is known to have some: one that answers and knows nothing would pass anything.

Exit status: 0 no known vulnerability, or no source could be asked (said on the last line: NOT AUDITED); 1 a known vulnerability; 2 misuse.
"""

# ruff: noqa: T201, INP001, S603  a command: it prints, and runs pip and pip-audit
from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
PLACE: Final = Path(os.environ.get("ONRECORD_AUDIT_ENV", ROOT / ".audit"))
LOCK: Final = ROOT / "requirements" / "audit.txt"
LOCKS: Final = ("base.txt", "dev.txt", "docs.txt", "audit.txt")
SERVICES: Final = ("pypi", "osv")
KNOWN: Final = "jinja2==2.10\n"  # CVE-2019-10906 (a way out of the sandbox): known to every source since 2019
SECONDS: Final = 600
ACCEPTED: Final[dict[str, str]] = {}  # advisory -> why it does not touch us, until when


def main() -> int:
    locks = [Path(word) for word in sys.argv[1:]] or [ROOT / "requirements" / name for name in LOCKS]
    if missing := [str(one) for one in locks if not one.is_file()]:
        print(f"audit: no such file: {', '.join(missing)}", file=sys.stderr)
        return 2
    tool = ready()
    if tool is None:
        print(
            "audit: NOT AUDITED: pip-audit could not be installed (requirements/audit.txt): is the package index reached?"
        )
        return 0
    reasons = []
    for service in SERVICES:
        why = unfit(tool, service)
        if not why:
            return told(service, {lock: asked(tool, service, lock) for lock in locks})
        reasons.append(f"{service}: {why}")
    print(f"audit: NOT AUDITED: no source of advisories could be asked here ({'; '.join(reasons)})")
    return 0


def ready() -> Path | None:
    """pip-audit, installed by its lock file; None where it cannot be had."""
    tool, mark = PLACE / "bin" / "pip-audit", PLACE / "locked"
    if tool.exists() and mark.exists() and mark.read_bytes() == LOCK.read_bytes():
        return tool
    venv.create(PLACE, with_pip=True, clear=True)
    words = [
        PLACE / "bin" / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        LOCK,
    ]
    try:
        ran = subprocess.run(words, capture_output=True, text=True, check=False, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return None
    if ran.returncode:
        print(ran.stderr.strip()[-2000:], file=sys.stderr)
        return None
    mark.write_bytes(LOCK.read_bytes())
    return tool


def unfit(tool: Path, service: str) -> str:
    """Why a source cannot be believed; "" where it can: it knows the flaws of an old release."""
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "old.txt"
        old.write_text(KNOWN, encoding="utf-8")
        found = asked(tool, service, old, "--no-deps")
    if isinstance(found, str):
        return found
    if any(one.get("vulns") for one in found):
        return ""
    skipped = next((one["skip_reason"] for one in found if one.get("skip_reason")), "")
    return f"it does not know the flaws of {KNOWN.strip()}" + (f" ({skipped})" if skipped else "")


def asked(tool: Path, service: str, lock: Path, *more: str) -> list[dict[str, Any]] | str:
    """What a source says of each package of a file, as pip-audit's JSON has it; or why it says nothing."""
    words = [
        tool,
        "--requirement",
        lock,
        "--disable-pip",
        "--vulnerability-service",
        service,
        "--format",
        "json",
        "--progress-spinner",
        "off",
        *more,
    ]
    try:
        ran = subprocess.run(words, capture_output=True, text=True, check=False, timeout=SECONDS)
        found: list[dict[str, Any]] = json.loads(ran.stdout)["dependencies"]
    except subprocess.TimeoutExpired:
        return f"no answer within {SECONDS} seconds"
    except (ValueError, KeyError):
        return (ran.stderr.strip().splitlines() or ["pip-audit said nothing"])[-1][:200]
    return found


def told(service: str, found: dict[Path, list[dict[str, Any]] | str]) -> int:
    """Says what was found; the exit status."""
    flaws, unknown, looked = dict[tuple[str, str, str], str](), set[str](), set[str]()
    for lock, every in found.items():
        if isinstance(every, str):
            print(f"audit: NOT AUDITED: {lock.name} ({every})")
            continue
        for one in every:
            (unknown if one.get("skip_reason") else looked).add(one["name"])
            for flaw in one.get("vulns", ()):
                flaws[one["name"], one["version"], flaw["id"]] = (
                    f"mended in {', '.join(flaw['fix_versions']) or 'no release yet'}"
                )
    open_flaws = {key: mended for key, mended in flaws.items() if key[2] not in ACCEPTED}
    for (name, version, id), mended in sorted(flaws.items()):
        print(f"audit: {name} {version}: {id}, {mended}" + (f" (accepted: {ACCEPTED[id]})" if id in ACCEPTED else ""))
    if unknown:
        print(f"audit: {len(unknown)} packages that {service} does not know: {', '.join(sorted(unknown))}")
    print(f"audit: {len(looked)} packages looked up at {service}: {len(open_flaws)} known vulnerabilities")
    return 1 if open_flaws else 0


if __name__ == "__main__":
    sys.exit(main())
