"""What an archive costs, from measured slopes: cores, hours, bytes and money for 10⁷ and 10⁹ articles. Prints the tables of docs/scale.md.

    python benchmarks/scale.py out/bench/measured.json [--core-hour 0.04] [--gigabyte-month 0.02]

Prices are the caller's: those here are round numbers for a rented core and for storage, in dollars. Nothing is measured here: `make bench` is.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import Any

SIZES = (10**6, 10**7, 10**9)
NAMES = ("read", "keep", "group", "exponent", "at", "packed", "parquet", "ledger", "driver")


def table(measured: dict[str, Any], core_hour: float, gigabyte_month: float) -> list[str]:
    """The costs, in Markdown. `measured`: `read`, `keep`, `group` CPU seconds an article, `exponent` of grouping and `at`, the size at which it
    was measured; `packed`, `parquet`, `ledger` bytes an article; `driver` articles a second."""
    out = [
        "| articles | core-hours reading | days on 2 cores | cores for one day | $ reading | tables GB | shards GB | $ a month | writing, hours | ledger GB | ledger hours |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    m = {name: measured.get(name, math.nan) for name in NAMES}
    for number in SIZES:
        hours = number * m["read"] / 3600
        grouping = number * m["group"] * (number / m["at"]) ** max(0.0, m["exponent"] - 1)
        tables, shards, ledger = (number * m[name] / 1e9 for name in ("parquet", "packed", "ledger"))
        cells = (
            (hours, 0),
            (hours / 48, 1),
            (hours / 24, 1),
            (hours * core_hour, 0),
            (tables, 1),
            (shards, 1),
            ((tables + shards) * gigabyte_month, 2),
            (number / m["driver"] / 3600, 1),
            (ledger, 0),
            ((number * m["keep"] + grouping) / 3600, 0),
        )
        told = ("not measured" if math.isnan(value) else f"{value:,.{digits}f}" for value, digits in cells)
        out.append(f"| {number:,} | {' | '.join(told)} |")
    return out


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measured", type=Path, help="a file of `make bench`")
    parser.add_argument("--core-hour", type=float, default=0.04)
    parser.add_argument("--gigabyte-month", type=float, default=0.02)
    given = parser.parse_args()
    measured = json.loads(given.measured.read_text(encoding="utf-8"))
    print(json.dumps(measured, indent=1))
    print("\n".join(table(measured, given.core_hour, given.gigabyte_month)))


if __name__ == "__main__":
    main()
