"""The discrepancy report in Markdown (CommonMark): to paste into a note, a wiki, a ticket. Text of articles is never read as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.views.present.counting import counted
from onrecord.views.present.discrepancy import discrepancies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.values.story import Story
    from onrecord.views.present.discrepancy import Dispute

_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(story: Story) -> str:
    """The report, ending in a line end."""
    return "\n".join(_lines(story)) + "\n"


def _lines(story: Story) -> Iterator[str]:
    page = discrepancies(story)
    yield f"# {safe(page.title)}"
    yield f"\n{safe(page.subject)} · {page.dates} · {counted(page.tally)}"
    yield f"\n**{safe(page.breath)}**"
    if page.disputes:
        yield "\n## Where accounts differ"
        for one in page.disputes:
            yield from _dispute(one)
    if page.looser:
        yield "\n## Told differently, and all can be true"
        for one in page.looser:
            yield from _dispute(one)
    yield from _list(
        "Agreed by two origins or more",
        (f"{safe(asked)}: **{safe(value)}** ({counted(tally)})" for asked, value, tally in page.agreed),
    )
    yield from _list(
        "Who does not say, or does not know",
        (f"{safe(asked)}: {safe(value)} — {safe(who)}" for asked, value, who in page.blanks),
    )
    yield from _list(
        "What only one party says",
        (f"{safe(asked)}: {safe(value)} — {safe(who)}" for asked, value, who in page.party),
    )
    yield from _list(
        "From one origin alone, and not disputed",
        (f"{safe(asked)}: {safe(value)} — {safe(who)}" for asked, value, who in page.single),
    )
    yield from _list(
        "From unnamed sources alone",
        (f"{safe(asked)}: {safe(value)} — {safe(who)}" for asked, value, who in page.unnamed),
    )
    yield from _list("What nobody tells", map(safe, page.nobody))
    yield from _list("To ask next", map(safe, page.ask))
    yield from _list(
        "Reports",
        (
            f"{safe(r.outlet or r.key)}, {r.published or 'date not known'}: {safe(r.headline or r.key)}"
            + (f" (text of {safe(r.origin)})" if r.origin != r.key else "") + f" `{r.text}`"
            for r, _ in page.sources
        ),
    )  # fmt: skip


def _dispute(one: Dispute) -> Iterator[str]:
    yield f"\n### {safe(one.question)}{f' ({safe(one.of)})' if one.of else ''}\n\n{'; '.join(one.notes)}\n"
    for stand in one.stands:
        yield f"- **{safe(stand.value)}** — {safe('; '.join(stand.who))}  \n  {counted(stand.tally)}: {safe(', '.join(stand.outlets))}{f', first seen {stand.seen}' if stand.seen else ''}  "
        yield f"  > {safe(stand.sentence)}"
    if one.course:
        yield f"\nOver time: {safe('; '.join(one.course))}"


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    rows = [f"- {item}" for item in items]
    if rows:
        yield f"\n## {heading}\n"
        yield from rows


def safe(text: str) -> str:
    """The text on one line, with every mark of Markdown told as itself."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
