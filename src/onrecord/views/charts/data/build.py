"""Makes `world.json` of Natural Earth's countries: `npm pack world-atlas@2`, then `python build.py package/countries-110m.json`.

What comes in is the TopoJSON of world-atlas (Natural Earth 1:110m, public domain); what goes out has the outlines alone: no names, no codes.
"""

# ruff: noqa: INP001  data, and what made it: no package
from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def outlines(atlas: dict[str, Any]) -> dict[str, Any]:
    """The TopoJSON with its countries as bare outlines."""
    countries = [{"type": one["type"], "arcs": one["arcs"]} for one in atlas["objects"]["countries"]["geometries"]]
    return {
        "type": "Topology", "transform": atlas["transform"], "arcs": atlas["arcs"],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": countries}},
    }  # fmt: skip


if __name__ == "__main__":
    made = outlines(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    (HERE / "world.json").write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
