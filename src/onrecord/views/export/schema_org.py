"""schema.org as JSON-LD: the article as NewsArticle, its direct quotations as Quotation, all else that a source asserts as Claim.

Without any rating: no ClaimReview, no verdict. The context is written into the document ("@vocab" is the vocabulary's own
http://schema.org/), so that no reader needs the network. schema.org cannot say that a claim is a denial: where a source denies, the claim's
text is the whole sentence of the denial; where a source declines to say, nothing is claimed, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from onrecord.values.record import Attribution, Record
from onrecord.values.span import hull
from onrecord.views.export.identity import named
from onrecord.views.export.streams import document, some
from onrecord.views.export.telling import Told

VOCABULARY: Final = "http://schema.org/"
_KINDS: Final = {"organization": "Organization", "state": "GovernmentOrganization", "group": "Organization"}


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """One JSON-LD document: a graph of articles, quotations and claims."""
    return document({"@context": {"@vocab": VOCABULARY}}, "@graph", _nodes(records))


def _nodes(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    for one in named(records):
        told = Told(one)
        yield article(told)
        for attribution in told.record.attributions:
            if attribution.polarity != "declines":
                yield statement(told, attribution)


def article(told: Told) -> dict[str, Any]:
    """The article's node. Its text is not in it: a Quotation or Claim carries its own words."""
    one = told.record.article
    author = {"@type": "Person", "name": one.byline.text} if one.byline else None
    return {
        "@type": "NewsArticle",
        "@id": told.named.urn(),
        **some(
            headline=one.headline.text if one.headline else None,
            url=one.url,
            datePublished=one.published.value,
            dateModified=one.updated.value,
            inLanguage=one.language,
            publisher={"@type": "Organization", "name": one.outlet.name} if one.outlet else None,
            author=author,
            identifier=_property("sha256", one.id.removeprefix("sha256:")),
        ),
    }


def statement(told: Told, one: Attribution) -> dict[str, Any]:
    """What a source says, as a Quotation (direct) or a Claim."""
    direct = one.mode == "direct" and one.polarity == "affirms"
    where = hull(one.content.spans)
    whole = told.sentence(*where) if one.polarity == "denies" else " … ".join(told.words(*s) for s in one.content.spans)
    speaker = _speaker(told, one)
    at = {"@id": told.named.urn()}
    return {
        "@type": "Quotation" if direct else "Claim",
        "@id": told.named.urn(one.id),
        "text": whole,
        **some(
            spokenByCharacter=speaker if direct else None,
            author=None if direct else speaker,
            isPartOf=at if direct else None,
            appearance=None if direct else at,
            description=told.sentence(*where),
            identifier=_property("span", " ".join(f"{s.start}-{s.end}" for s in one.content.spans)),
        ),
    }


def _speaker(told: Told, one: Attribution) -> dict[str, Any] | None:
    source = one.source
    actor = told.actors[source.actor] if source.actor else None
    if actor is None and not source.spans:
        return None
    terms = "" if source.stated_terms == "none_stated" else f", {source.stated_terms}"
    kind = _KINDS.get(actor.kind if actor else "", "Person")
    if actor is None and source.form in ("named_institution", "other_outlet", "document"):
        kind = "Organization"
    known = actor.name if actor and actor.kind != "unidentified" else None
    words = " … ".join(told.words(*span) for span in source.spans)
    return some(
        **{"@type": kind},
        name=known or words,
        alternateName=words if known else None,
        description=f"{source.form}{terms}",
    )


def _property(name: str, value: str) -> dict[str, Any]:
    return {"@type": "PropertyValue", "propertyID": f"onrecord:{name}", "value": value}
