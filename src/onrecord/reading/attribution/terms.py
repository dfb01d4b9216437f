"""On what terms a source speaks, where the text says so: anonymity asked for, background, no authority to speak.

Terms are stated once, often late ("The official, who wished to remain anonymous, said"); they hold for all that this source says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.reading.attribution.draft import Draft
    from onrecord.reading.attribution.speakers import Speaker
    from onrecord.reading.attribution.view import View
    from onrecord.values.record import StatedTerms

_ANONYMITY: Final = re.compile(
    r"\b(?:(?:on|under|upon)\s(?:the\s)?condition\sof\s(?:strict\s|complete\s)?anonymity"
    r"|(?:(?:wish|ask|want|prefer|request|demand|insist|elect|opt|chose|choose|agree|declin|refus)\w{0,3}\s)(?:on\s|for\s)?(?:not\s)?(?:to\s)?(?:speak\s|remain(?:ing)?\s|stay\s|be(?:ing)?\s|have\s(?:his|her|their)\sname\s)?"
    r"(?:anonymity|anonymous(?:ly)?|named|identified|used|quoted(?:\sby\sname)?|unnamed|unidentified)"
    r"|(?:spoke|speaking|speak|talk|talking|talked)\s(?:anonymously|on\sanonymity)"
    r"|(?:did|does|do)\s(?:not|n['’]t)\swant\s(?:to\sbe\s(?:named|identified)|(?:his|her|their)\sname\s(?:used|published|revealed))"
    r"|(?:granted|given|promised)\sanonymity|could\snot\sbe\s(?:named|identified))\b",
    re.IGNORECASE,
)  # fmt: skip
_BACKGROUND: Final = re.compile(r"\bon\s(?:deep\s|condition\sof\s)?background\b", re.IGNORECASE)
_NOT_AUTHORISED: Final = re.compile(
    r"(?:\bnot|n['’]t|\bunauthori[sz]ed)\s(?:(?:yet\s|officially\s|been\s|be\s)?(?:authori[sz]ed|permitted|allowed|cleared|empowered|entitled)\s)?to\s(?:publicly\s)?(?:speak|talk|comment|discuss|brief|release|disclose|address|be\squoted|be\snamed)"
    r"|\black(?:s|ed|ing)?\s(?:the\s)?(?:authority|authori[sz]ation)\sto\s(?:speak|comment|talk)",
    re.IGNORECASE,
)  # fmt: skip
_HINTS: Final = (
    "anonym",
    "named",
    "identified",
    "background",
    "authori",
    "permitted",
    "allowed to",
    "cleared",
    "quoted",
    "name ",
)


@dataclass(frozen=True, slots=True)
class Terms:
    value: StatedTerms
    span: Span


def stated(view: View) -> list[Terms]:
    """Every statement of terms outside quotation marks, in order."""
    found: list[Terms] = []
    for paragraph in view.page.reporting:
        text = paragraph.of(view.text)
        low = text.lower()
        if not any(h in low for h in _HINTS):
            continue
        kinds: tuple[tuple[StatedTerms, re.Pattern[str]], ...] = (
            ("anonymity_requested", _ANONYMITY), ("on_background", _BACKGROUND), ("not_authorised", _NOT_AUTHORISED),
        )  # fmt: skip
        for value, pattern in kinds:
            found += [
                Terms(value, Span(paragraph.start + m.start(), paragraph.start + m.end()))
                for m in pattern.finditer(text)
            ]
    return sorted((t for t in found if _about_speaking(view, t)), key=lambda t: t.span)


def is_terms(view: View, draft: Draft) -> bool:
    """Whether a draft is no statement but the terms of one ("who wished to remain anonymous")."""
    if not draft.cue or len(draft.content) > 1 or draft.size > 60:
        return False
    start, end = draft.cue[0].start, draft.content[0].end
    return start < end and _ANONYMITY.fullmatch(view.text, start, end) is not None


def _about_speaking(view: View, terms: Terms) -> bool:
    """Not in another's quoted words; and "on background" only beside a verb of speech."""
    if view.quoted(terms.span.start):
        return False
    if terms.value != "on_background":
        return True
    sentence = view.sentence(terms.span.start)
    return sentence is not None and any(
        w in sentence.of(view.text).lower() for w in ("spoke", "speak", "told", "said", "brief", "condition")
    )


def assigned(view: View, drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> list[Terms | None]:
    """The terms of each draft: those stated in its own sentence of its source, and those that the same actor has anywhere."""
    out: list[Terms | None] = [None] * len(drafts)
    by_actor: dict[str, Terms] = {}
    by_phrase: dict[str, Terms] = {}
    for terms in stated(view):
        i = _whose(view, terms, drafts)
        if i is None:
            continue
        out[i] = out[i] or terms
        if (actor := speakers[i].actor) is not None:
            by_actor.setdefault(actor, terms)
        else:
            by_phrase.setdefault(_plain(speakers[i].name), terms)
    for i, speaker in enumerate(speakers):
        if out[i] is None and drafts[i].source:
            out[i] = by_actor.get(speaker.actor) if speaker.actor else by_phrase.get(_plain(speaker.name))
    return out


def _plain(phrase: str) -> str:
    words = phrase.lower().split()
    return " ".join(words[1:] if words and words[0] in ("the", "a", "an", "that", "this", "one") else words)


def _whose(view: View, terms: Terms, drafts: Sequence[Draft]) -> int | None:
    """The draft whose source the terms are said of: the one whose source holds them; else the nearest source of the sentence, before them first;
    else, where the sentence has none ("He spoke on condition of anonymity"), the last one before it in the paragraph."""
    sentence = view.sentence(terms.span.start)
    paragraph = view.paragraph(terms.span.start)
    best: tuple[int, int, int] | None = None
    for i, draft in enumerate(drafts):
        for source in draft.source[:1]:
            if source.holds(terms.span):
                key = (0, 0, i)
            elif sentence and sentence.holds(source):
                key = (1, abs(terms.span.start - source.end) + (40 if source.start > terms.span.start else 0), i)
            elif paragraph and paragraph.holds(source) and source.end <= terms.span.start:
                key = (2, terms.span.start - source.end, i)
            else:
                continue
            best = min(best, key) if best else key
    return best[2] if best else None
