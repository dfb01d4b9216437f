"""PLOVER's sixteen event types with their modes, the contexts, and the CAMEO code that each type and mode stands for.

Sources: the PLOVER codebook (Open Event Data Alliance) for types, modes and contexts; the CAMEO codebook 1.1b3 (Schrodt 2012) for the
codes. PLOVER merged CAMEO's APPEAL and DEMAND into REQUEST and split its YIELD into CONCEDE and RETREAT; a code is the narrowest that
type and mode allow, and a trigger of the lexicon may name a narrower one.
"""

from __future__ import annotations

from typing import Final

from onrecord.values.record import EventType

MODES: Final[dict[EventType, tuple[str, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "ban", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "execute", "sexual", "assassinate", "primitive", "firearms", "explosives", "suicide-attack",
        "heavy-weapons", "crowd-control", "massacre", "destroy", "aerial", "unconventional", "targeted",
    ),
}  # fmt: skip
"""The modes of each type; a type without any has None alone."""

CONTEXTS: Final = (
    "military", "diplomatic", "economic", "terrorism", "legal", "crime", "legislative", "executive", "election",
    "political_institutions", "pro_democracy", "repression", "corruption", "human_rights", "rights_freedoms", "religion_ethnicity",
    "gender", "lgbt", "migration", "territory", "disasters", "health", "environment", "technology", "cyber", "misinformation",
    "intelligence", "cbrn", "illegal_drugs", "trafficking", "inequality", "human_security",
)  # fmt: skip

_CODES: Final[dict[tuple[str, str | None], str]] = {
    ("AGREE", None): "030", ("AGREE", "meet"): "036", ("AGREE", "aid"): "033", ("AGREE", "yield"): "035",
    ("CONSULT", None): "040", ("CONSULT", "visit"): "042", ("CONSULT", "third-party"): "044", ("CONSULT", "multilateral"): "040",
    ("CONSULT", "phone"): "041",
    ("SUPPORT", None): "050", ("CONCEDE", None): "080", ("COOPERATE", None): "060", ("AID", None): "070",
    ("RETREAT", None): "080", ("RETREAT", "withdraw"): "0874", ("RETREAT", "release"): "0841", ("RETREAT", "return"): "084",
    ("RETREAT", "disarm"): "0873", ("RETREAT", "ceasefire"): "0871", ("RETREAT", "access"): "086", ("RETREAT", "resign"): "0831",
    ("REQUEST", None): "020", ("REQUEST", "assist"): "023", ("REQUEST", "change"): "024", ("REQUEST", "yield"): "025",
    ("REQUEST", "meet"): "026",
    ("ACCUSE", None): "110", ("ACCUSE", "disapprove"): "111", ("ACCUSE", "allege"): "112", ("ACCUSE", "investigate"): "090",
    ("REJECT", None): "120", ("REJECT", "assist"): "122", ("REJECT", "change"): "123", ("REJECT", "yield"): "124",
    ("REJECT", "meet"): "125",
    ("THREATEN", None): "130", ("THREATEN", "restrict"): "132", ("THREATEN", "ban"): "132", ("THREATEN", "arrest"): "137",
    ("THREATEN", "relations"): "131", ("THREATEN", "expel"): "131", ("THREATEN", "territory"): "1382", ("THREATEN", "violence"): "138",
    ("PROTEST", None): "140", ("PROTEST", "demo"): "141", ("PROTEST", "hunger"): "142", ("PROTEST", "strike"): "143",
    ("PROTEST", "boycott"): "143", ("PROTEST", "obstruct"): "144", ("PROTEST", "riot"): "145",
    ("SANCTION", None): "160", ("SANCTION", "convict"): "173", ("SANCTION", "expel"): "166", ("SANCTION", "withdraw"): "161",
    ("SANCTION", "discontinue"): "163",
    ("MOBILIZE", None): "150", ("MOBILIZE", "troops"): "154", ("MOBILIZE", "weapons"): "150", ("MOBILIZE", "police"): "153",
    ("MOBILIZE", "militia"): "154",
    ("COERCE", None): "170", ("COERCE", "seize"): "171", ("COERCE", "restrict"): "172", ("COERCE", "ban"): "172",
    ("COERCE", "censor"): "172", ("COERCE", "curfew"): "1723", ("COERCE", "martial-law"): "1724", ("COERCE", "arrest"): "173",
    ("COERCE", "deport"): "174", ("COERCE", "withhold"): "170", ("COERCE", "misinformation"): "170", ("COERCE", "cyber"): "176",
    ("ASSAULT", None): "180", ("ASSAULT", "abduct"): "181", ("ASSAULT", "beat"): "182", ("ASSAULT", "torture"): "1822",
    ("ASSAULT", "execute"): "186", ("ASSAULT", "sexual"): "1821", ("ASSAULT", "assassinate"): "186", ("ASSAULT", "targeted"): "186",
    ("ASSAULT", "primitive"): "182", ("ASSAULT", "firearms"): "193", ("ASSAULT", "explosives"): "183",
    ("ASSAULT", "suicide-attack"): "1831", ("ASSAULT", "heavy-weapons"): "194", ("ASSAULT", "crowd-control"): "175",
    ("ASSAULT", "massacre"): "202", ("ASSAULT", "destroy"): "1712", ("ASSAULT", "aerial"): "195",
    ("ASSAULT", "unconventional"): "204",
}  # fmt: skip


def cameo(kind: EventType, mode: str | None) -> str:
    """The CAMEO code of a type and mode; of the type alone where the mode has none of its own.

    >>> cameo("RETREAT", "ceasefire"), cameo("CONSULT", "visit")
    ('0871', '042')
    """
    return _CODES.get((kind, mode)) or _CODES[(kind, None)]


def is_mode(kind: EventType, mode: str | None) -> bool:
    """Whether the codebook knows this mode for this type (None always)."""
    return mode is None or mode in MODES[kind]


CONTEXT_WORDS: Final[dict[str, frozenset[str]]] = {
    "military": frozenset(
        "military army troop soldier airstrike bombardment warplane missile navy war ceasefire truce battlefield rebel fighter tank "
        "artillery offensive invasion".split()
    ),
    "terrorism": frozenset(
        "terrorist terrorism terror isis isil daesh jihadist al-qaeda extremist extremism suicide".split()
    ),
    "economic": frozenset(
        "tariff trade economy economic bank tax budget deficit investment currency debt bailout fiscal oil".split()
    ),
    "legal": frozenset(
        "court judge trial lawsuit prosecutor indictment lawyer verdict jury attorney charge plead convict".split()
    ),
    "crime": frozenset("murder robbery gang burglary homicide criminal rape theft stab".split()),
    "legislative": frozenset(
        "senate congress parliament bill lawmaker legislation lawmakers legislature knesset bundestag".split()
    ),
    "election": frozenset("election vote voter ballot candidate campaign poll primary caucus".split()),
    "cbrn": frozenset("nuclear chemical sarin chlorine radioactive biological novichok warhead uranium".split()),
    "migration": frozenset("migrant refugee asylum border immigration immigrant deportation".split()),
    "cyber": frozenset("hacker hacking cyberattack malware hack ransomware".split()),
    "corruption": frozenset("corruption bribe bribery graft embezzlement fraud".split()),
    "religion_ethnicity": frozenset(
        "muslim christian jewish church mosque sunni shiite hindu ethnic religious".split()
    ),
    "disasters": frozenset("earthquake flood hurricane typhoon tsunami wildfire crash disaster".split()),
    "health": frozenset("hospital virus epidemic vaccine disease ebola health".split()),
    "intelligence": frozenset("spy espionage cia intelligence mossad".split()),
}
"""Lemmas that set an event in a context, by context."""
