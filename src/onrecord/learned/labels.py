"""What the heads can say: the label inventory, in the order of the network's outputs.

Every head tags word pieces with BIO: 0 is outside, `1 + 2k` begins kind k, `2 + 2k` goes on with it.
"""

from __future__ import annotations

from typing import Final

EVENT_TYPES: Final = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE",
    "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
TIMEX_TYPES: Final = ("DATE", "TIME", "DURATION", "SET")
TOPONYM_KINDS: Final = ("literal", "demonym")
NAME_LABELS: Final = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")
FACTUALITY: Final = ("happened", "denied", "planned", "demanded", "possible", "hypothetical")

TAGS: Final = tuple(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB "
    "VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``".split()
)
"""Penn Treebank tags, as spaCy's English models write them."""
DEPENDENCIES: Final = tuple(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep det dobj expl intj "
    "mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp".split()
)
"""Dependencies of the ClearNLP scheme, as spaCy's English models write them."""

TOKEN_HEADS: Final[dict[str, tuple[str, ...]]] = {
    "cue": ("cue",),
    "source": ("source",),
    "content": ("content",),
    "trigger": EVENT_TYPES,
    "timex": TIMEX_TYPES,
    "toponym": TOPONYM_KINDS,
    "names": NAME_LABELS,
}
"""The kinds that each token head tells apart."""

CUE, TRIGGER = 0, 1
"""What an anchor is: the role head is asked once per anchor."""

ROLES: Final = (("source", "content"), ("actor", "recipient"))
"""The roles that each sort of anchor has; the role head gives 5 labels a piece: outside, and B and I of each role."""

ROLE_LABELS: Final = 5


def width(kinds: tuple[str, ...]) -> int:
    """How many BIO labels a head with these kinds has."""
    return 1 + 2 * len(kinds)


def columns() -> dict[str, slice]:
    """Where each token head stands in the network's token output."""
    out, at = {}, 0
    for name, kinds in TOKEN_HEADS.items():
        out[name] = slice(at, at + width(kinds))
        at += width(kinds)
    return out
