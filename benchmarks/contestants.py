"""Who reads the articles: name -> a callable, or the reason why there is none here."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.learned.network import Network
from onrecord.pipeline import read_article
from onrecord.reading.syntax import model
from onrecord.settings import from_environment
from onrecord.values.article import Article

BARE = "bare spaCy pipeline"
Read = Callable[[Article], object]

# What the issue names and PyPI does not have as something that reads: looked up by name, the reason kept here.
NOT_RUN = {
    "HeidelTime": "Java, from its own site; the PyPI name is a wrapper that fetches it at run time",
    "GenderGapTracker": "no package on PyPI: scripts around a database of articles",
    "PETRARCH2": "no package on PyPI, and Python 2; it reads parses of Stanford CoreNLP (Java)",
}


@dataclass(frozen=True)
class Contestant:
    """`load` gives what reads, loaded; None where it cannot be had. `note` says what it does, or why not."""

    name: str
    load: Callable[[], Read] | None
    note: str


def contestants() -> list[Contestant]:
    """All of them. The bare pipeline is the measure of the others."""
    found = [
        Contestant(BARE, _bare, "tagger, parser, lemmas, names of the packaged model"),
        Contestant("onrecord, all layers", _onrecord, "a whole record"),
    ]
    if Network.available(from_environment().weights):
        found.append(Contestant("its network alone", _network, "encoder and heads"))
    else:
        found.append(Contestant("its network alone", None, "no weights at hand"))
    if importlib.util.find_spec("textacy"):
        name = f"textacy {importlib.metadata.version('textacy')}"
        found.append(Contestant(name, _textacy, "direct quotations and triples over the same spaCy parse"))
    else:
        found.append(Contestant("textacy", None, "not installed here: pip install textacy"))
    return [*found, *(Contestant(name, None, why) for name, why in NOT_RUN.items())]


def _bare() -> Read:
    spacy = model()
    return lambda article: spacy(article.text)


def _onrecord() -> Read:
    settings = from_environment()
    return lambda article: read_article(article, settings)


def _network() -> Read:
    network = Network.load(from_environment().weights)
    return lambda article: network.read(article.text)


def _textacy() -> Read:
    spacy, extract = model(), importlib.import_module("textacy.extract")

    def read(article: Article) -> object:
        doc = spacy(article.text)
        return list(extract.direct_quotations(doc)), list(extract.subject_verb_object_triples(doc))

    return read
