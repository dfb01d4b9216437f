"""A picture -> SVG or PNG, by Vega-Lite as `vl-convert-python` carries it (the extra `web`): nothing is fetched, nothing runs in a page.

The SVG is one image with one text: role "img", a title and a description. It has no style, script, event or reference to elsewhere, so it
passes the strictest Content-Security-Policy, also when it is opened by itself. The same picture gives the same bytes.
"""

from __future__ import annotations

import re
from html import escape
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from onrecord.errors import SettingsError

if TYPE_CHECKING:
    from types import ModuleType

    from onrecord.views.charts.picture import Picture

# What XML cannot hold (1.0, section 2.2), halves of surrogate pairs, and what would turn the reading direction of its surroundings.
_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
_NOISE: Final = re.compile(
    r' (?:role|aria-[a-z]+|class|pointer-events|stroke-miterlimit)="[^"]*"|<path d="(?:M0,0h0v0h0Z)?"(?: display="none")?/>'
)
_IDS: Final = re.compile(r'(?<=id=")((?:clip|gradient_)\d+)(?=")')
_OPENING: Final = re.compile(r"<svg [^>]*>")
_LONG: Final = re.compile(r"(?<=\.\d\d)\d+")  # hundredths of a px are enough
_PATH: Final = re.compile(r' d="[^"]*"')
_LOCK: Final = Lock()  # one engine a process: vl-convert promises nothing for two callers at a time


def svg(picture: Picture, ids: str = "p") -> str:
    """The picture as a whole SVG document. `ids` begins every id in it: give two pictures of one page two of them. Raises SettingsError, naming
    the remedy, where vl-convert-python is not installed or cannot draw the spec."""
    drawn = _tidy(_drawn(picture.spec))
    found = _OPENING.match(drawn)
    size = re.search(r' width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"', found.group()) if found else None
    if found is None or size is None:
        raise SettingsError("vl-convert gave no SVG: install it anew, pip install 'onrecord[web]'")
    wide, high = size.groups()
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" role="img" '
        f'aria-labelledby="{ids}-title {ids}-desc"><title id="{ids}-title">{_said(picture.title)}</title><desc id="{ids}-desc">{_said(picture.alt)}</desc>'
    )
    return head + _named(drawn[found.end() :], ids)


def png(picture: Picture, scale: float = 2.0) -> bytes:
    """The picture as PNG, `scale` pixels to one px. Raises SettingsError as `svg` does."""
    drawn = svg(picture)
    with _LOCK:
        return bytes(_engine().svg_to_png(drawn, scale=scale))


def clean(value: Any) -> Any:
    """Plain data without what no SVG can hold."""
    if isinstance(value, str):
        return _UNFIT.sub("", value)
    if isinstance(value, dict):
        return {name: clean(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [clean(one) for one in value]
    return value


def _drawn(spec: dict[str, Any]) -> str:
    engine = _engine()
    with _LOCK:
        try:
            return str(engine.vegalite_to_svg(clean(spec), allowed_base_urls=[]))
        except ValueError as error:
            raise SettingsError(
                f"vl-convert cannot draw this spec ({str(error)[:200]}): pip install -U vl-convert-python"
            ) from error


def _engine() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415  80 MB that only who draws needs
    except ImportError as error:
        raise SettingsError("pictures need the package vl-convert-python: pip install 'onrecord[web]'") from error
    return vl_convert  # type: ignore[no-any-return,unused-ignore]


def _said(text: str) -> str:
    return escape(str(clean(text)))


def _tidy(drawn: str) -> str:
    """Without what only a page that runs Vega needs."""
    shorter = _PATH.sub(lambda found: _LONG.sub("", found.group()), _NOISE.sub("", drawn))
    while (
        next_one := re.sub(r"<g(?: transform=\"translate\(0,0\)\")?></g>|<path(?: display=\"none\")?/>", "", shorter)
    ) != shorter:
        shorter = next_one
    return shorter


def _named(drawn: str, ids: str) -> str:
    """With ids counted from the first, whatever was drawn before in this process."""
    for n, old in enumerate(dict.fromkeys(_IDS.findall(drawn)), 1):
        drawn = drawn.replace(f'id="{old}"', f'id="{ids}-{n}"').replace(f"url(#{old})", f"url(#{ids}-{n})")
    return drawn
