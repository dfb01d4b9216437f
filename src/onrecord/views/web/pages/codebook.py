"""The codebook: what each field means and how hard cases are decided, from the pages of `docs/codebook`; and PLOVER's table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

import onrecord
from onrecord.knowledge.plover import CONTEXTS, MODES, cameo
from onrecord.views.present.wording import EVENTS
from onrecord.views.web.faults import Refusal
from onrecord.views.web.site import Site

ORDER: Final = ("attribution", "events", "time", "place", "stories", "labels")
_FIRST: Final = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter by name, with its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Type:
    """An event type of PLOVER: its name for people, its modes, its CAMEO code."""

    type: str
    name: str
    cameo: str
    modes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CodebookPage:
    """`markdown`: the chapter asked for, "" for the contents."""

    chapters: tuple[Chapter, ...]
    chapter: str
    title: str
    markdown: str
    sections: tuple[tuple[str, str], ...]
    types: tuple[Type, ...]
    contexts: tuple[str, ...]


def folder() -> FilePath | None:
    """Where the chapters are: in an installed package beside these pages, in a source tree in `docs`."""
    packed = FilePath(__file__).parent.parent / "codebook"
    tree = FilePath(onrecord.__file__).parents[2] / "docs" / "codebook"
    return next((one for one in (packed, tree) if one.is_dir()), None)


@cache
def chapters() -> dict[str, tuple[str, str]]:
    """Name -> (title, Markdown), in the order in which they are read."""
    found = folder()
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(found.glob("*.md"))} if found else {}
    ordered = sorted(texts, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))
    return {name: (title.group(1) if (title := _FIRST.search(texts[name])) else name, texts[name]) for name in ordered}


def codebook(name: str = "") -> CodebookPage:
    """The contents, or a chapter. Raises Refusal for no such chapter."""
    known = chapters()
    if name and name not in known:
        raise Refusal(404, f"The codebook has no chapter {name!r}", f"It has {', '.join(known) or 'none here'}.")
    title, text = known.get(name, ("The codebook", ""))
    sections = tuple((anchor(head), head.replace("`", "")) for head in re.findall(r"^## (.+)$", text, re.MULTILINE))
    types = tuple(
        Type(t, EVENTS[t], cameo(t, None), tuple((m, cameo(t, m)) for m in modes)) for t, modes in MODES.items()
    )
    return CodebookPage(
        tuple(Chapter(n, t) for n, (t, _) in known.items()), name, title, text, sections, types, CONTEXTS
    )


def anchor(heading: str) -> str:
    """A heading as the name of its place."""
    return "-".join(re.findall(r"[a-z0-9]+", heading.lower()))


def rendered(markdown: str) -> str:
    """The Markdown as HTML: tables with a caption of scope, headings with their names, no HTML of its own let through."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    made.add_render_rule(
        "table_open", lambda *_: '<div class="scroll" tabindex="0" role="region" aria-label="table"><table>\n'
    )
    made.add_render_rule("table_close", lambda *_: "</table></div>\n")
    tokens = made.parse(_FIRST.sub("", markdown, count=1))
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor(tokens[at + 1].content))
        if token.type == "th_open":
            token.attrSet("scope", "col")
        if "style" in token.attrs:  # alignment: the policy lets no inline style through
            del token.attrs["style"]
        for child in token.children or ():
            _link(child)
    told: str = made.renderer.render(tokens, made.options, {})
    return told


def _link(token: Any) -> None:
    """Links among chapters lead to the pages here."""
    href = token.attrs.get("href")
    if token.type == "link_open" and isinstance(href, str) and (found := re.fullmatch(r"(\w+)\.md(#.*)?", href)):
        token.attrSet("href", f"/codebook/{found[1]}{found[2] or ''}")


Name = Annotated[str, Path(description="a chapter: attribution, events, time, place, stories, labels")]


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["codebook"])

    @router.get("/codebook.json", summary="The chapters, the event types and the contexts")
    def twin() -> CodebookPage:
        return codebook()

    @router.get("/codebook/{name}.json", summary="A chapter of the codebook")
    def chapter_twin(name: Name) -> CodebookPage:
        return codebook(name)

    @router.get("/codebook", include_in_schema=False)
    def contents(request: Request) -> HTMLResponse:
        return site.page(request, "codebook.html", codebook(), body="")

    @router.get("/codebook/{name}", include_in_schema=False)
    def chapter(request: Request, name: Name) -> HTMLResponse:
        told = codebook(name)
        return site.page(request, "codebook.html", told, body=rendered(told.markdown))

    return router
