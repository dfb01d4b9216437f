"""Makes the pictures of docs/charts.md, of the bundled samples and of a flood that we made up: `python docs/charts.py`."""

# ruff: noqa: INP001  a script beside the pages that it draws for
from __future__ import annotations

from pathlib import Path

from onrecord.api import compare, read_many
from onrecord.samples.reader import samples
from onrecord.values.article import Article
from onrecord.views.charts.kinds import draw
from onrecord.views.charts.material import Material
from onrecord.views.charts.picture import Look
from onrecord.views.charts.rendering import svg

HERE = Path(__file__).parent / "pictures"

FLOOD = (
    ("Valley Radio", "2026-05-04T07:30+00:00", "Flood hits Marrow valley", "The Orne burst its banks above Marrow on Monday after two days of rain. At least four people were killed, rescue workers said."),
    ("The Marrow Gazette", "2026-05-04T13:00+00:00", "Seven dead in Marrow flood", "Seven people were killed when the Orne flooded Marrow on Monday, the interior ministry said. Police said about 40 people were missing."),
    ("North Wire", "2026-05-04T20:15+00:00", "Toll rises in valley flood", "At least 11 people were killed in the flood at Marrow on Monday, rescue workers said. The interior ministry said nine people were killed."),
    ("Coast Herald", "2026-05-05T06:00+00:00", "Toll rises in valley flood", "At least 11 people were killed in the flood at Marrow on Monday, rescue workers said. The interior ministry said nine people were killed."),
    ("The Marrow Gazette", "2026-05-05T12:00+00:00", "Ministry corrects toll", "Twelve people were killed in Monday's flood at Marrow, the interior ministry said on Tuesday. The mayor, Ilse Brandt, said between 15 and 20 people were killed."),
    ("Valley Radio", "2026-05-06T08:00+00:00", "Divers find more dead", "At least 16 people were killed in the flood at Marrow on Monday, rescue workers said. The interior ministry said 14 people were killed."),
    ("North Wire", "2026-05-06T19:00+00:00", "Marrow counts its dead", "Seventeen people were killed in the flood at Marrow, the interior ministry said on Wednesday. The mayor, Ilse Brandt, said 18 people were killed."),
)  # fmt: skip


def flood() -> list[Article]:
    """The reports of the flood."""
    return [
        Article(f"{headline}\n\n{text}\n", key=f"flood {n}", published=published, outlet=outlet, headline=headline)
        for n, (outlet, published, headline, text) in enumerate(FLOOD, 1)
    ]


def material(articles: list[Article]) -> Material:
    """The articles, read and compared."""
    records = tuple(read_many(articles))
    return Material((compare(records),), records)


if __name__ == "__main__":
    talks, toll = material(list(samples())), material(flood())
    for name, of in (
        ("timeline", talks), ("map", talks), ("origins", toll), ("course", toll), ("meetings", talks), ("disagreements", talks),
    ):  # fmt: skip
        (HERE / f"chart-{name}.svg").write_text(svg(draw(name, of)) + "\n", encoding="utf-8")
    (HERE / "chart-course-dark.svg").write_text(
        svg(draw("course", toll, look=Look(dark=True, width=360))) + "\n", encoding="utf-8"
    )
