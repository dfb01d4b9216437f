"""What an archive costs, from measured slopes: cores, hours, bytes and money for 10⁶, 10⁷ and 10⁹ articles. Prints the tables of docs/scale.md.

    python benchmarks/scale.py out/bench/measured.json [--core-hour 0.04] [--gigabyte-month 0.02] [--write docs/scale.md]

Prices are the caller's: those here are round numbers for a rented core and for storage, in dollars. Nothing is measured here: `make bench` is.
`--write` puts the tables between the marks in a page, and changes nothing else of it.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import Any

SIZES = (10**6, 10**7, 10**9)
NAMES = ("read", "keep", "group", "exponent", "at", "packed", "parquet", "ledger", "driver")
MARKS = ("<!-- measured: benchmarks/scale.py --write -->", "<!-- measured: end -->")
COSTS = (
    "| articles | core-hours reading | days on 2 cores | cores for one day | $ reading | tables GB | shards GB | $ a month | driver, hours | ledger GB | ledger hours |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
)


def table(measured: dict[str, Any], core_hour: float, gigabyte_month: float) -> list[str]:
    """The costs, in Markdown. `measured`: `read`, `keep`, `group` CPU seconds an article, `exponent` of grouping and `at`, the size at which it
    was measured; `packed`, `parquet`, `ledger` bytes an article; `driver` articles a second."""
    out = list(COSTS)
    m = {name: measured.get(name, math.nan) for name in NAMES}
    m["read"] = measured.get("read", measured.get("growth_read", math.nan))  # side by side, or else the curve's
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
            ((number * m["keep"] + grouping) / 3600, 1),
        )
        told = ("not measured" if math.isnan(value) else f"{value:,.{digits}f}" for value, digits in cells)
        out.append(f"| {number:,} | {' | '.join(told)} |")
    return out


def slopes(measured: dict[str, Any]) -> list[str]:
    """What was measured, when, and on what, in Markdown: a row each."""
    out = ["| what | measured | how, and when |", "|---|---|---|"]
    out += [f"| {what} | {told} | {_ran(measured, part)} |" for what, told, part in _rows(measured)]
    return out


def _rows(m: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(what, figure, part of the bench) of everything that is there."""
    rows: list[tuple[str, str, str]] = []

    def row(part: str, what: str, told: str, *needed: str) -> None:
        if all(name in m for name in needed):
            rows.append((what, told.format(**m), part))

    def per(name: str, unit: float = 1000) -> str:
        return f"{unit * m[name]:,.2f}" if name in m else ""

    def rate(name: str) -> str:
        return f"{1 / m[name]:.1f}" if name in m else ""

    row(
        "side",
        "reading, an article of 450 words",
        f"{per('read')} ms of a core: {rate('read')} articles/s; {{ratio:.2f}} × the bare spaCy pipeline",
        "read",
        "ratio",
    )
    for one in m.get("curves", ()):
        sizes = f"{one['points'][0][0]:,} to {one['points'][-1][0]:,}"
        number, seconds = one["points"][-1]
        rows.append(
            (
                f"{one['name']}, {sizes} articles",
                f"{1000 * seconds / number:,.2f} ms an article at most; n^{one['exponent']:.2f}",
                "growth",
            )
        )
    row(
        "growth",
        "driver of a batch, articles of 450 words",
        "{driver:,.0f} articles a CPU second cut, kept and written as Parquet",
        "driver",
    )
    row("crowd", "two workers over one", "{two_true:.2f} ×, true readers", "two_true")
    row("crowd", "two workers over one", "{two_stub:.2f} ×, a reader that sleeps", "two_stub")
    row(
        "crowd",
        "Ray over the pool, two workers",
        "{ray_running:+.1%} once it runs; {ray_over:+.1%} with its start of {ray_start:.0f} s, over {ray_articles:,} articles of {ray_pause:g} s",
        "ray_over",
        "ray_running",
    )
    if "nodes" in m:
        same = "the same tables, byte for byte" if m["nodes"]["same"] else "OTHER TABLES"
        rows.append(("Ray on two nodes", f"{same}, over {m['nodes']['articles']:,} articles", "nodes"))
    for one in m.get("memory", ()):
        told = f"{one['most']:.0f} MB at most over {one['articles']:,}; {one['slope']:+.1f} MB a 1,000"
        rows += [(f"memory of a worker, {one['name']}", told, "memory")]
    row("crowd", "memory of the driver", "{driver_mb:.0f} MB at most over {driver_articles:,} articles", "driver_mb")
    if "packed" in m:
        told = ", ".join(
            f"{m[name] / 1000:.1f} kB {what}"
            for name, what in (("packed", "packed record"), ("parquet", "in tables"), ("ledger", "in a ledger"))
        )
        rows.append(("bytes, an article of 450 words", told, "sizes"))
    return rows


def _ran(measured: dict[str, Any], part: str) -> str:
    ran = measured.get("ran", {}).get(part)
    if not ran:
        return f"`--only {part}`"
    quick = " --quick" if ran.get("quick") else ""
    return f"{ran.get('how', f'`--only {part}{quick}`')}, {ran['when']}, load {ran['load']}"


def page(measured: dict[str, Any], core_hour: float, gigabyte_month: float) -> str:
    """Both tables and on what they were measured, as the page has them."""
    machines = sorted({one["machine"] for one in measured.get("ran", {}).values()})
    told = f"Measured on {'; '.join(machines)}." if machines else ""
    prices = f"At ${core_hour:g} a core-hour and ${gigabyte_month:g} a gigabyte-month:"
    return "\n".join([told, "", *slopes(measured), "", prices, "", *table(measured, core_hour, gigabyte_month)]).strip()


def written(text: str, block: str) -> str:
    """A page with the block between its marks. Raises ValueError where it has none."""
    before, begin, rest = text.partition(MARKS[0])
    _, end, after = rest.partition(MARKS[1])
    if not begin or not end:
        raise ValueError(f"the page has not both marks: {MARKS[0]} and {MARKS[1]}")
    return f"{before}{begin}\n\n{block}\n\n{end}{after}"


def main() -> None:
    """Prints the tables, or writes them into a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measured", type=Path, help="a file of `make bench`")
    parser.add_argument("--core-hour", type=float, default=0.04)
    parser.add_argument("--gigabyte-month", type=float, default=0.02)
    parser.add_argument("--write", type=Path, metavar="PAGE")
    given = parser.parse_args()
    block = page(json.loads(given.measured.read_text(encoding="utf-8")), given.core_hour, given.gigabyte_month)
    if given.write:
        given.write.write_text(written(given.write.read_text(encoding="utf-8"), block), encoding="utf-8")
    print(block)


if __name__ == "__main__":
    main()
