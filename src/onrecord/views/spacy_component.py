"""onrecord in a spaCy pipeline: `nlp.add_pipe("onrecord")` gives each document its record, as `doc._.onrecord`.

The record is that of `doc.text`, read by onrecord's own stages: what other components found is neither used nor changed. Offsets of the
record are those of `doc.text`, so `doc.char_span(*event.trigger)` is an event's trigger. Only spaCy imports this file (entry point
`spacy_factories`), and registering the factory is its way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.settings import from_environment

if TYPE_CHECKING:
    from onrecord.settings import Settings

KNOWN: Final = ("key", "published", "outlet", "url", "headline", "language")


class Component:
    """Reads each document. What is known of the article goes in `doc.user_data`: `published` (ISO 8601, what its times are read against),
    `outlet`, `key`, `url`, `headline`, `language`."""

    def __init__(self, name: str, settings: Settings) -> None:
        self.name, self.settings = name, settings

    def __call__(self, doc: Doc) -> Doc:
        from onrecord.api import read  # noqa: PLC0415  the gazetteer and the weights load with the first document

        doc._.onrecord = read(doc.text, settings=self.settings, **{name: doc.user_data.get(name) for name in KNOWN})
        return doc


@Language.factory("onrecord", assigns=["doc._.onrecord"])
def factory(nlp: Language, name: str = "onrecord") -> Component:
    """The component: after it, `doc._.onrecord` is the document's record; before, None."""
    if not Doc.has_extension("onrecord"):
        Doc.set_extension("onrecord", default=None)
    return Component(name, from_environment())
