"""An attribution before it has its final form: three roles and where it was found."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.values.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """`cue` and `content` hold at least one span each; `source` may be empty. `score` is 0 … 1; `found_by` names the rule or head."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    found_by: str

    @property
    def size(self) -> int:
        """Code points of content."""
        return sum(s.end - s.start for s in self.content)

    def with_content(self, content: tuple[Span, ...], also_by: str = "") -> Draft:
        return replace(self, content=content, found_by=f"{self.found_by}+{also_by}" if also_by else self.found_by)


def joined(spans: tuple[Span, ...], gap: int = 0) -> tuple[Span, ...]:
    """In order, without overlap; spans that touch, or lie within `gap` code points, are one."""
    out: list[Span] = []
    for one in sorted(spans):
        if out and one.start <= out[-1].end + gap:
            out[-1] = Span(out[-1].start, max(out[-1].end, one.end))
        else:
            out.append(one)
    return tuple(out)


def minus(spans: tuple[Span, ...], holes: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without the code points of the holes."""
    out = list(spans)
    for hole in holes:
        out = [
            piece
            for one in out
            for piece in (
                (Span(one.start, min(one.end, hole.start)), Span(max(one.start, hole.end), one.end))
                if one.overlaps(hole)
                else (one,)
            )
            if piece.end > piece.start
        ]
    return tuple(out)
