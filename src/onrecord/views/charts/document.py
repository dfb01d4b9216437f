"""A picture as a page of its own: the picture in light and dark, its note, its table. One file, nothing in it runs, nothing is fetched."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from onrecord.views.charts.rendering import clean, svg

if TYPE_CHECKING:
    from onrecord.views.charts.picture import Picture

STYLE: Final = """
:root { color-scheme: light dark; --paper: #fffdf8; --ink: #1d1d1b; --quiet: #6d6a63; --rule: #d2ccbd; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #ece8df; --quiet: #a39e92; --rule: #45423c; } }
body { margin: 0 auto; max-width: 47rem; padding: 1rem 1rem 3rem; background: var(--paper); color: var(--ink); font: 16px/1.5 Georgia, serif; }
figure { margin: 0; } svg { display: block; max-width: 100%; height: auto; } .dark { display: none; }
@media screen and (prefers-color-scheme: dark) { .dark { display: block; } .light { display: none; } }
h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.wide { overflow-x: auto; margin-top: 1.5rem; }
table { border-collapse: collapse; font: .85rem/1.4 system-ui, sans-serif; min-width: 100%; }
caption { text-align: left; font: 700 1.05rem Georgia, serif; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--rule); }
th { color: var(--quiet); font-weight: 600; }
"""


def document(light: Picture, dark: Picture | None = None) -> str:
    """The whole page. `dark`: the same picture for a dark screen."""
    pictures = f'<div class="light">{svg(light, "light")}</div>' if dark else svg(light, "light")
    if dark:
        pictures += f'<div class="dark">{svg(dark, "dark")}</div>'
    title = escape(clean(light.title))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n"
        f"<body><main><h1>{title}</h1>\n<figure>{pictures}</figure>\n{_table(light)}</main></body></html>\n"
    )


def _table(picture: Picture) -> str:
    table = picture.table
    if not table.rows:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "".join(f"<tr>{_cells(row)}</tr>\n" for row in table.rows)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="The picture as a table"><table><caption>{escape(clean(table.caption))}</caption>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table></div>\n"
    )


def _cells(row: tuple[str, ...]) -> str:
    return "".join(f'<td dir="auto">{escape(clean(cell))}</td>' for cell in row)
