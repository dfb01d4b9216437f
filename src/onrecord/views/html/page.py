"""Records -> one self-contained page: the text as a newspaper sets it, findings in colour, values in the margin, disagreements first.

Every word of an article is escaped; the page holds no script and asks nothing of the network (its policy forbids both).
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from onrecord.views.html.style import STYLE
from onrecord.views.present.marks import Piece, marks, pieces
from onrecord.views.present.sheet import sheet
from onrecord.views.present.wording import THE_REPORT, clipped, legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.values.record import Record
    from onrecord.views.present.sheet import Difference, Happening, Row, Sheet, Side, Told
    from onrecord.views.present.voices import Voice

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
LEGEND = (("source", "who says it"), ("cue", "that they say it"), ("said", "what they say"), ("what", "what happened"), ("value", "how many, how long"),
          ("when", "when"), ("where", "where"))  # fmt: skip
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def page(records: Sequence[Record]) -> str:
    """The page of some records, one article after the other."""
    titles = [sheet(record).title or clipped(record.article.text, 60) for record in records]
    title = titles[0] if len(titles) == 1 else f"{len(titles)} reports"
    body = "\n".join(
        _article(record, f"r{number}-" if len(records) > 1 else "") for number, record in enumerate(records, 1)
    )
    language = next((r.article.language for r in records if r.article.language), "en")
    return (
        f'<!doctype html>\n<html lang="{_safe(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{_safe(title or 'onrecord')}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body or '<article><p>No article was read.</p></article>'}\n</body>\n</html>\n"
    )


def _safe(text: str) -> str:
    """The text for HTML: legible, and escaped."""
    return escape(legible(text))


def _article(record: Record, prefix: str) -> str:
    told = sheet(record)
    parts = [
        _head(told, record),
        _differences(told, record),
        '<div class="columns">',
        '<div class="text">',
        _text(record, prefix),
    ]
    legend = " ".join(f'<span class="{colour}">{words}</span>' for colour, words in LEGEND)
    parts += [
        f'<p class="legend">{legend}</p>',
        "</div>",
        "<aside>",
        *_margin(told, prefix),
        "</aside>",
        "</div>",
    ]
    return "<article>\n" + "\n".join(filter(None, parts)) + "\n</article>"


def _head(told: Sheet, record: Record) -> str:
    title = f"<h1>{_safe(told.title or clipped(record.article.text, 90) or '(an empty text)')}</h1>"
    deck = f'<p class="deck">{_safe(told.deck)}</p>' if told.deck else ""
    credit = _safe(" · ".join(filter(None, (told.credit, told.dates, told.reader))))
    return f'<header>{title}{deck}<p class="credit">{credit}</p></header>'


# ------------------------------------------------------------------ where accounts differ


def _differences(told: Sheet, record: Record) -> str:
    serious = [one for one in told.differences if one.serious]
    if not serious:
        return ""
    return (
        '<div class="differ"><h2>Where accounts differ</h2>'
        + "".join(_difference(one, record) for one in serious)
        + "</div>"
    )


def _difference(one: Difference, record: Record) -> str:
    sides = "".join(_side(side, record) for side in one.sides)
    head = f'<h3>{_safe(one.question)}</h3><div class="note">{_safe(one.event)} · {_safe(one.kind)}</div>'
    return f'<section>{head}<div class="sides">{sides}</div></section>'


def _side(side: Side, record: Record) -> str:
    text = record.article.text
    before, words, after = (
        text[side.sentence.start : side.at.start],
        side.at.of(text),
        text[side.at.end : side.sentence.end],
    )
    quote = f"“{_safe(before)}<mark>{_safe(words)}</mark>{_safe(after)}”"
    return f'<div><strong>{_safe(side.words)}</strong><span class="by">{_safe(_label(side.voice))}</span><blockquote>{quote}</blockquote></div>'


def _label(voice: Voice | None) -> str:
    return voice.label if voice else THE_REPORT


# ------------------------------------------------------------------ the text


def _text(record: Record, prefix: str) -> str:
    text, seen = record.article.text, set[str]()
    paragraphs = [found.span() for found in _PARAGRAPH.finditer(text) if found.group().strip()]
    run = pieces(marks(record), (at for span in paragraphs for at in span))
    piece, shown = next(run, None), []
    for start, end in paragraphs:
        while piece and piece.start < start:
            piece = next(run, None)  # blank lines between paragraphs
        told = []
        while piece and piece.start < end:
            told.append(_piece(text, piece, prefix, seen))
            piece = next(run, None)
        direction = "" if text[start:end].isascii() else ' dir="auto"'
        shown.append(f"<p{direction}>{''.join(told)}</p>")
    return "\n".join(shown)


def _piece(text: str, piece: Piece, prefix: str, seen: set[str]) -> str:
    words = _safe(text[piece.start : piece.end])
    if not piece.marks:
        return words
    classes = " ".join(dict.fromkeys(m.colour for m in piece.marks))
    note = " · ".join(dict.fromkeys(m.note for m in reversed(piece.marks)))
    new = next((m.id for m in piece.marks if m.id and m.id not in seen and m.start == piece.start), None)
    anchor = ""
    if new:
        seen.add(new)
        anchor = f' id="{_safe(prefix + new)}"'
    return f'<span class="{classes}" title="{_safe(note)}"{anchor}>{words}</span>'


# ------------------------------------------------------------------ the margin


def _margin(told: Sheet, prefix: str) -> Iterator[str]:
    if told.happenings:
        yield "<section><h2>What happened</h2>" + "".join(_card(one, prefix) for one in told.happenings) + "</section>"
    else:
        yield '<section><p class="note">No event was found in this text.</p></section>'
    if looser := [one for one in told.differences if not one.serious]:
        yield (
            "<section><h2>Told differently, and both can be true</h2><ul>"
            + "".join(map(_looser, looser))
            + "</ul></section>"
        )
    if told.voices:
        yield (
            "<section><h2>Who says what</h2><ul>"
            + "".join(_voice(one, prefix) for one in told.voices)
            + "</ul></section>"
        )
    if told.background:
        yield (
            "<section><h2>Background</h2><ul>"
            + "".join(_short(one, prefix) for one in told.background)
            + "</ul></section>"
        )
    if told.problems:
        yield (
            "<section><h2>Problems</h2><ul>"
            + "".join(f"<li>{_safe(str(one))}</li>" for one in told.problems)
            + "</ul></section>"
        )


def _card(one: Happening, prefix: str) -> str:
    return (
        f'<div class="card"><h3><small>{_link(one.id, prefix, one.name)}</small>{_safe(one.title)}</h3>{_status(one)}'
        f"<dl>{''.join(_row(row, one.voice) for row in one.rows)}</dl></div>"
    )


def _link(id: str, prefix: str, words: str) -> str:
    return f'<a href="#{_safe(prefix + id)}">{_safe(words)}</a> <span class="id">{_safe(id)}</span>'


def _status(one: Happening) -> str:
    status = f'<span class="status">{_safe(one.status)}</span> ' if one.status else ""
    by = f'<span class="by">— {_safe(one.voice.label)}</span>' if one.voice else ""
    return f"<div>{status}{by}</div>" if status or by else ""


def _row(row: Row, usual: Voice | None) -> str:
    return f"<dt>{_safe(row.name)}</dt><dd>{'<br>'.join(_told(told, usual) for told in row.told)}</dd>"


def _told(told: Told, usual: Voice | None) -> str:
    words = _safe(told.words) + (" (perhaps)" if told.hedged else "")
    if not told.voices or told.also or told.voices == (usual,):
        return words
    return f'{words} <span class="by">— {_safe("; ".join(voice.short for voice in told.voices))}</span>'


def _short(one: Happening, prefix: str) -> str:
    details = "; ".join(
        f"{row.name} {', '.join(t.words for t in row.told)}" for row in one.rows if row.name not in ("who", "to whom")
    )
    return f"<li>{_link(one.id, prefix, one.name)}: {_safe(one.title)}{_safe('; ' + details if details else '')} {_status(one)}</li>"


def _looser(one: Difference) -> str:
    sides = "; ".join(f"{side.words} ({side.voice.name if side.voice else THE_REPORT})" for side in one.sides)
    return f'<li>{_safe(one.question)}: {_safe(sides)} <span class="note">{_safe(one.kind)}</span></li>'


def _voice(one: Voice, prefix: str) -> str:
    links = _statements(one.ids, prefix)
    return f'<li><span class="source">{_safe(one.name)}</span> <span class="note">{_safe(one.note)} {links}</span></li>'


def _statements(ids: Iterable[str], prefix: str) -> str:
    return " ".join(f'<a href="#{_safe(prefix + id)}">[{_safe(id)}]</a>' for id in ids)
