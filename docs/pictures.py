"""Makes the README's picture from the bundled sample: `python docs/pictures.py`."""

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from onrecord.api import read_many
from onrecord.samples.reader import MAIN, sample
from onrecord.views.cli.pretty import show

WIDTH = 100
HERE = Path(__file__).parent / "pictures"

LINES = 44  # the first screen


def terminal(*, record: bool) -> Console:
    return Console(record=record, width=WIDTH, force_terminal=True, color_system="truecolor", highlight=False, emoji=False, markup=False, file=io.StringIO())


printed = terminal(record=False)
show(next(read_many([sample(MAIN)])), printed)
lines = printed.file.getvalue().split("\n")[:LINES]
screen = terminal(record=True)
screen.print(Text.from_ansi("\n".join(lines)))
drawn = screen.export_svg(title="onrecord demo", unique_id="demo")
HERE.mkdir(exist_ok=True)
(HERE / "demo.svg").write_text(re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL), encoding="utf-8")
