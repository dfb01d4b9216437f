"""The discrepancy report as one self-contained page: no script, nothing from the network, every word of an article escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from onrecord.views.html.page import POLICY
from onrecord.views.html.style import STYLE
from onrecord.views.present.counting import counted
from onrecord.views.present.discrepancy import discrepancies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.values.story import Story
    from onrecord.views.present.discrepancy import Dispute, Stand

MORE: Final = ".breath { font-size: 1.25rem; line-height: 1.35; margin: .8rem 0 0; } .lists { margin-top: 1.6rem; columns: 22rem 2; column-gap: 3rem; } .lists section { break-inside: avoid; margin-bottom: 1.4rem; }"


def page(story: Story) -> str:
    """The page of a story."""
    told = discrepancies(story)
    serious = "".join(_dispute(one) for one in told.disputes)
    looser = "".join(_dispute(one) for one in told.looser)
    lists = "".join(
        (
            _list("Agreed by two origins or more", (f"{_e(a)}: <b>{_e(v)}</b> <span class=note>{counted(t)}</span>" for a, v, t in told.agreed)),
            _list("Who does not say, or does not know", (f"{_e(a)}: {_e(v)} <span class=by>{_e(w)}</span>" for a, v, w in told.blanks)),
            _list("What only one party says", (f"{_e(a)}: {_e(v)} <span class=by>{_e(w)}</span>" for a, v, w in told.party)),
            _list("From one origin alone, and not disputed", (f"{_e(a)}: {_e(v)} <span class=by>{_e(w)}</span>" for a, v, w in told.single)),
            _list("From unnamed sources alone", (f"{_e(a)}: {_e(v)} <span class=by>{_e(w)}</span>" for a, v, w in told.unnamed)),
            _list("What nobody tells", map(_e, told.nobody)),
            _list("To ask next", map(_e, told.ask)),
            _list("Reports", (f"{_e(r.outlet or r.key)}, {_e(r.published or 'date not known')}: {_e(r.headline or r.key)}{f' <span class=note>text of {_e(r.origin)}</span>' if r.origin != r.key else ''} <span class=id>{_e(r.text or '')}</span>" for r, _ in told.sources)),
        )
    )  # fmt: skip
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n<title>{_e(told.title)}</title>\n<style>{STYLE}{MORE}</style>\n</head>\n<body>\n<article>\n'
        f"<h1>{_e(told.title)}</h1>\n<p class=credit>{_e(told.subject)} · {_e(told.dates)} · {counted(told.tally)}</p>\n<p class=breath>{_e(told.breath)}</p>\n"
        + (f"<div class=differ><h2>Where accounts differ</h2>{serious}</div>\n" if serious else "")
        + (
            f"<div class=lists><section class=card><h2>Told differently, and all can be true</h2>{looser}</section></div>\n"
            if looser
            else ""
        )
        + f"<div class=lists>{lists}</div>\n</article>\n</body>\n</html>\n"
    )


def _dispute(one: Dispute) -> str:
    of = f" ({_e(one.of)})" if one.of else ""
    course = f"<p class=note>Over time: {_e('; '.join(one.course))}</p>" if one.course else ""
    return f"<section id={one.id}><h3>{_e(one.question)}{of} <span class=note>{_e('; '.join(one.notes))}</span></h3><div class=sides>{''.join(map(_stand, one.stands))}</div>{course}</section>"


def _stand(one: Stand) -> str:
    seen = f", first seen {_e(one.seen)}" if one.seen else ""
    return (
        f"<div><strong>{_e(one.value)}</strong><span class=by>{_e('; '.join(one.who))}</span>"
        f"<p class=note>{counted(one.tally)}: {_e(', '.join(one.outlets))}{seen}</p><blockquote>{_marked(one)}</blockquote></div>"
    )


def _marked(one: Stand) -> str:
    before, words, after = one.sentence.partition(one.words)
    return f"{_e(before)}<mark>{_e(words)}</mark>{_e(after)}"


def _list(heading: str, items: Iterable[str]) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<section><h2>{heading}</h2><ul>{rows}</ul></section>" if rows else ""


def _e(text: str) -> str:
    return escape(" ".join(text.split()))
