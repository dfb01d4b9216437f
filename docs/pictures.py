"""Makes the README's picture from the bundled sample: `python docs/pictures.py`."""

import io
import re
from pathlib import Path

from rich.console import Console

from onrecord.api import read_many
from onrecord.samples.reader import MAIN, sample
from onrecord.views.cli.pretty import show

WIDTH = 100
HERE = Path(__file__).parent / "pictures"

terminal = Console(record=True, width=WIDTH, force_terminal=True, color_system="truecolor", highlight=False, emoji=False, markup=False, file=io.StringIO())
show(next(read_many([sample(MAIN)])), terminal)
drawn = terminal.export_svg(title="onrecord demo", unique_id="demo")
HERE.mkdir(exist_ok=True)
(HERE / "demo.svg").write_text(re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL), encoding="utf-8")
