"""Words that name PLOVER events: verbs and nouns by lemma, each with the type, the mode and, where it is narrower, the CAMEO code.

A lemma may have several senses: the first whose `needs` is met is taken, so the narrow ones stand first. `needs` are lemmas or words of
which one must be governed by a verb (its object, particle, preposition or what stands after it) or modify a noun. Chosen against the
PLOVER and CAMEO codebooks; words that name an event in news only now and then ("hit", "move", "respond") are left to the network.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.knowledge.plover import cameo as code_of
from onrecord.values.record import EventType


@dataclass(frozen=True, slots=True)
class Sense:
    """What a trigger means. `needs`: one of these words must be near (see the module); () for none. `code`: "" for that of the mode."""

    kind: EventType
    mode: str | None = None
    needs: tuple[str, ...] = ()
    code: str = ""

    @property
    def cameo(self) -> str:
        return self.code or code_of(self.kind, self.mode)


S = Sense
_ARMS: Final = (
    "missile", "rocket", "satellite", "warhead", "projectile", "icbm", "weapon", "bomb", "nuclear", "ballistic", "torpedo",
)  # fmt: skip
_TROOPS: Final = (
    "troop",
    "soldier",
    "force",
    "warship",
    "ship",
    "jet",
    "unit",
    "marine",
    "army",
    "battalion",
    "carrier",
    "tank",
    "military",
)
_POLICE: Final = ("police", "officer", "policeman", "gendarme", "guard")
_SHOTS: Final = ("shot", "bullet", "round", "gun", "gunshot")
_GAS: Final = ("gas", "agent", "chemical", "sarin", "chlorine", "poison", "nerve", "mustard")
_HURLED: Final = ("stone", "rock", "bottle", "petrol", "brick", "bomb", "molotov", "cocktail")
_CHARGE: Final = ("charge", "lawsuit", "suit", "complaint", "case", "indictment", "petition")
_BAN: Final = ("sanction", "embargo", "tariff", "ban", "restriction", "duty", "penalty", "quota")
_OFFICIAL: Final = ("diplomat", "ambassador", "envoy", "attaché")
_PEACE: Final = ("ceasefire", "truce", "cease-fire")
_HELP: Final = (
    "aid",
    "assistance",
    "help",
    "relief",
    "supply",
    "food",
    "shelter",
    "loan",
    "fund",
    "funding",
    "support",
    "medicine",
)
_TALK: Final = ("talk", "meeting", "negotiation", "dialogue", "summit", "discussion")
_LAW: Final = (
    "bill",
    "law",
    "legislation",
    "measure",
    "resolution",
    "deal",
    "budget",
    "treaty",
    "agreement",
    "sale",
    "amendment",
    "plan",
)

VERBS: Final[dict[str, tuple[Sense, ...]]] = {
    # AGREE
    "agree": (S("AGREE"),), "pledge": (S("AGREE"),), "promise": (S("AGREE"),),
    "offer": (S("SUPPORT", None, ("condolence", "sympathy", "congratulation"), "018"), S("CONCEDE", None, ("apology",), "055"), S("AGREE")),
    "invite": (S("AGREE", code="036"),), "strike": (
        S("AGREE", None, ("deal", "agreement", "accord"), "057"), S("ASSAULT", "aerial", ("target", "position", "hospital")), S("PROTEST", "strike", ("over", "for")),
    ), "reach": (S("AGREE", None, ("agreement", "deal", "accord", "compromise", "consensus"), "057"),),
    # CONSULT
    "meet": (S("CONSULT"),), "huddle": (S("CONSULT"),), "confer": (S("CONSULT"),), "negotiate": (S("CONSULT", code="046"),),
    "consult": (S("CONSULT", None, ("with",)),), "discuss": (S("CONSULT"),), "converse": (S("CONSULT"),), "parley": (S("CONSULT"),),
    "shake": (S("CONSULT", None, ("hand",)),), "telephone": (S("CONSULT", "phone"),), "phone": (S("CONSULT", "phone"),),
    "visit": (S("CONSULT", "visit"),), "travel": (S("CONSULT", "visit", ("to",)),), "arrive": (S("CONSULT", "visit", ("in",)),), "fly": (S("CONSULT", "visit", ("to",)),), "convene": (S("CONSULT", "multilateral"),),
    "host": (S("CONSULT", "visit", code="043"),), "broker": (S("CONSULT", "third-party", code="045"),),
    "mediate": (S("CONSULT", "third-party", code="045"),), "speak": (S("CONSULT", "phone", ("phone", "telephone")), S("CONSULT", None, ("with",))),
    "talk": (S("CONSULT", "phone", ("phone", "telephone")), S("CONSULT", None, ("with",))),
    # SUPPORT
    "praise": (S("SUPPORT", code="051"),), "welcome": (S("SUPPORT", code="051"),), "hail": (S("SUPPORT", code="051"),),
    "applaud": (S("SUPPORT", code="051"),), "laud": (S("SUPPORT", code="051"),), "salute": (S("SUPPORT", code="051"),), "vote": (S("SUPPORT", None, ("favor", "favour")),), "endorse": (S("SUPPORT", code="051"),), "thank": (S("SUPPORT", code="051"),),
    "congratulate": (S("SUPPORT", code="051"),), "commend": (S("SUPPORT", code="051"),), "back": (S("SUPPORT"),), "support": (S("SUPPORT"),),
    "approve": (S("SUPPORT"),), "ratify": (S("SUPPORT", code="057"),), "sign": (S("SUPPORT", None, _LAW, "057"),),
    "pass": (S("SUPPORT", None, _LAW),), "recognize": (S("SUPPORT", None, ("independence", "government", "state"), "054"),),
    "express": (
        S("SUPPORT", None, ("support", "solidarity", "condolence", "sympathy", "gratitude"), "051"),
        S("CONCEDE", None, ("regret", "remorse"), "055"), S("ACCUSE", "disapprove", ("outrage", "anger", "disappointment", "criticism")),
    ),
    # CONCEDE, COOPERATE, AID
    "apologize": (S("CONCEDE", code="055"),), "apologise": (S("CONCEDE", code="055"),), "regret": (S("CONCEDE", code="055"),),
    "backtrack": (S("CONCEDE"),), "relent": (S("CONCEDE"),), "cooperate": (S("COOPERATE"),), "collaborate": (S("COOPERATE"),),
    "extradite": (S("COOPERATE", code="063"),), "hand": (S("COOPERATE", None, ("over",)),), "share": (S("COOPERATE", None, ("intelligence", "information"), "064"),),
    "rescue": (S("AID", code="073"),), "evacuate": (S("AID", code="073"),), "assist": (S("AID"),), "donate": (S("AID", code="071"),),
    "provide": (S("AID", None, _HELP),), "send": (S("AID", None, ("aid", "relief", "assistance"), "073"), S("MOBILIZE", "troops", _TROOPS)),
    "deliver": (S("AID", None, ("aid", "relief", "assistance", "supply"), "073"),), "bolster": (S("AID", None, ("regime", "rebel", "army")),),
    "prop": (S("AID", None, ("up",), "072"),), "arm": (S("AID", None, ("rebel", "fighter", "militia", "group"), "072"),),
    # RETREAT
    "release": (
        S("RETREAT", "release", ("hostage", "prisoner", "captive", "detainee", "from", "bail", "custody", "suspect", "journalist", "student", "schoolgirl", "inmate", "soldier", "woman", "him", "her", "them")),
    ),
    "free": (S("RETREAT", "release"),), "resign": (S("RETREAT", "resign"),), "step": (S("RETREAT", "resign", ("down",)),),
    "surrender": (S("RETREAT", code="0874"),), "withdraw": (S("RETREAT", "withdraw", (*_TROOPS, "from")),), "disarm": (S("RETREAT", "disarm"),),
    "lift": (S("RETREAT", None, ("sanction", "ban", "embargo", "siege", "blockade", "curfew", "restriction"), "085"),),
    "ease": (S("RETREAT", None, ("sanction", "ban", "restriction", "blockade"), "085"),), "retreat": (S("RETREAT", "withdraw"),),
    "pull": (S("RETREAT", "withdraw", ("out",)),),
    # REQUEST
    "urge": (S("REQUEST"),), "demand": (S("REQUEST", code="100"),), "request": (S("REQUEST"),),
    "ask": (S("REQUEST", None, ("+to", "for")),), "encourage": (S("REQUEST", None, ("+to",)),), "pressure": (S("REQUEST", None, ("+to",)),), "beseech": (S("REQUEST"),),
    "implore": (S("REQUEST"),), "plead": (S("SANCTION", "convict", ("guilty",)), S("REQUEST", None, ("for", "with"))),
    "call": (
        S("CONSULT", "phone", ("phone", "telephone")), S("REQUEST", None, ("for", "on", "upon")),
        S("PROTEST", "strike", ("strike",)),
    ),
    "appeal": (S("REQUEST", None, ("for", "to")),), "press": (S("REQUEST", None, ("for",)),), "insist": (S("REQUEST", None, ("on",)),),
    "recommend": (S("REQUEST", "change"),), "advise": (S("REQUEST"),), "instruct": (S("REQUEST"),), "lobby": (S("REQUEST", "change"),),
    # ACCUSE
    "accuse": (S("ACCUSE", "allege"),), "allege": (S("ACCUSE", "allege"),), "blame": (S("ACCUSE", "allege"),),
    "charge": (S("ACCUSE", "allege", ("with",), "115"),), "indict": (S("ACCUSE", "allege", code="115"),), "sue": (S("ACCUSE", "allege", code="115"),),
    "file": (S("ACCUSE", "allege", _CHARGE, "115"),), "implicate": (S("ACCUSE", "allege"),), "face": (S("ACCUSE", "allege", ("charge", "count", "lawsuit", "indictment"), "115"),),
    "chastise": (S("ACCUSE", "disapprove"),), "fault": (S("ACCUSE", "disapprove"),), "scold": (S("ACCUSE", "disapprove"),), "condemn": (S("ACCUSE", "disapprove"),),
    "criticize": (S("ACCUSE", "disapprove"),), "criticise": (S("ACCUSE", "disapprove"),), "denounce": (S("ACCUSE", "disapprove"),),
    "decry": (S("ACCUSE", "disapprove"),), "deplore": (S("ACCUSE", "disapprove"),), "slam": (S("ACCUSE", "disapprove"),),
    "rebuke": (S("ACCUSE", "disapprove"),), "blast": (S("ACCUSE", "disapprove"),), "chide": (S("ACCUSE", "disapprove"),),
    "lambast": (S("ACCUSE", "disapprove"),), "investigate": (S("ACCUSE", "investigate"),), "probe": (S("ACCUSE", "investigate"),),
    "subpoena": (S("ACCUSE", "investigate"),), "question": (S("ACCUSE", "investigate", ("suspect", "witness")),),
    "complain": (S("ACCUSE", "disapprove"),),
    # REJECT
    "reject": (S("REJECT"),), "refuse": (S("REJECT"),), "veto": (S("REJECT", "change", code="129"),), "rebuff": (S("REJECT"),),
    "spurn": (S("REJECT"),), "decline": (S("REJECT", None, ("invitation", "request", "offer", "meet")),), "turn": (S("REJECT", None, ("down",)),),
    "defy": (S("REJECT", code="128"),), "overturn": (S("REJECT", "change"),),
    # THREATEN, PROTEST
    "threaten": (S("THREATEN"),), "retaliate": (S("THREATEN"),), "vow": (S("THREATEN"),), "protest": (S("PROTEST", "demo"),), "riot": (S("PROTEST", "riot"),),
    "demonstrate": (S("PROTEST", "demo", ("against", "outside", "street", "in")),), "march": (S("PROTEST", "demo"),),
    "rally": (S("PROTEST", "demo"),), "boycott": (S("PROTEST", "boycott"),), "picket": (S("PROTEST", "obstruct"),),
    "take": (S("PROTEST", "demo", ("street",)), S("COERCE", "arrest", ("custody",)), S("ASSAULT", "abduct", ("hostage",))),
    # SANCTION
    "expel": (S("SANCTION", "expel"),), "flee": (S("SANCTION", "expel", ("fighting", "violence", "war", "conflict", "offensive", "persecution")),), "oust": (S("SANCTION", "expel"),), "sentence": (S("SANCTION", "convict"),),
    "convict": (S("SANCTION", "convict"),), "jail": (S("SANCTION", "convict"),), "fine": (S("SANCTION", "convict"),),
    "find": (S("SANCTION", "convict", ("guilty",)),), "impose": (S("SANCTION", "discontinue", _BAN),), "sanction": (S("SANCTION", "discontinue"),),
    "blacklist": (S("SANCTION", "discontinue"),), "recall": (S("SANCTION", "withdraw", _OFFICIAL),), "deteriorate": (S("SANCTION", None, ("relation", "tie")),),
    "suspend": (S("SANCTION", "discontinue", (*_HELP, *_TALK, "cooperation", "work", "trade", "tie", "relation"), "160"),),
    "sever": (S("SANCTION", "withdraw", ("tie", "relation")),), "ban": (S("SANCTION", "discontinue"),),
    # MOBILIZE
    "deploy": (S("MOBILIZE", "police", _POLICE), S("MOBILIZE", "troops")), "mobilise": (S("MOBILIZE", "troops"),), "mobilize": (S("MOBILIZE", "troops"),),
    "test": (S("MOBILIZE", "weapons", _ARMS),), "test-fire": (S("MOBILIZE", "weapons"),), "patrol": (S("MOBILIZE", "troops"),),
    "launch": (
        S("ACCUSE", "investigate", ("investigation", "probe", "inquiry")), S("ASSAULT", "aerial", ("airstrike", "air")),
        S("ASSAULT", None, ("attack", "assault", "offensive", "strike", "raid")), S("MOBILIZE", "weapons", _ARMS),
    ),
    "fire": (
        S("ASSAULT", "crowd-control", ("tear", "teargas", "rubber")), S("ASSAULT", "firearms", _SHOTS), S("ASSAULT", "heavy-weapons", ("mortar", "shell")),
        S("MOBILIZE", "weapons", _ARMS), S("ASSAULT", "firearms", ("on", "at")),
    ),
    # COERCE
    "arrest": (S("COERCE", "arrest"),), "detain": (S("COERCE", "arrest"),), "imprison": (S("COERCE", "arrest"),), "seize": (S("COERCE", "seize"),),
    "confiscate": (S("COERCE", "seize"),), "impound": (S("COERCE", "seize"),), "raid": (S("COERCE", "seize"),), "hack": (S("COERCE", "cyber"),),
    "censor": (S("COERCE", "censor"),), "deport": (S("COERCE", "deport"),), "besiege": (S("COERCE", "restrict", code="191"),), "capture": (S("COERCE", "arrest"),), "board": (S("COERCE", "seize", ("ship", "vessel", "boat", "tanker", "freighter")),),
    "cordon": (S("COERCE", "restrict", ("off",)),), "blockade": (S("COERCE", "restrict", code="191"),),
    # ASSAULT
    "attack": (S("ASSAULT"),), "fight": (S("ASSAULT", None, ("rebel", "force", "troop", "militant", "army", "jihadist", "isis", "insurgent")),), "kill": (S("ASSAULT"),), "murder": (S("ASSAULT"),), "slay": (S("ASSAULT"),), "assault": (S("ASSAULT"),),
    "ambush": (S("ASSAULT"),), "invade": (S("ASSAULT", code="190"),), "destroy": (S("ASSAULT", "destroy", ("home", "house", "building", "village", "tank", "church", "mosque", "statue")),), "wound": (S("ASSAULT"),), "bomb": (S("ASSAULT", "explosives"),), "bombard": (S("ASSAULT", "heavy-weapons"),),
    "shell": (S("ASSAULT", "heavy-weapons"),), "shoot": (S("MOBILIZE", "weapons", ("missile", "rocket")), S("ASSAULT", "firearms")),
    "gun": (S("ASSAULT", "firearms", ("down",)),), "open": (S("ASSAULT", "firearms", ("fire",)), S("ACCUSE", "investigate", ("investigation", "probe", "inquiry"))),
    "stab": (S("ASSAULT", "primitive"),), "behead": (S("ASSAULT", "execute"),), "execute": (S("ASSAULT", "execute"),), "torture": (S("ASSAULT", "torture"),),
    "rape": (S("ASSAULT", "sexual"),), "grope": (S("ASSAULT", "sexual"),), "molest": (S("ASSAULT", "sexual"),), "kidnap": (S("ASSAULT", "abduct"),),
    "abduct": (S("ASSAULT", "abduct"),), "hijack": (S("ASSAULT", "abduct"),), "poison": (S("ASSAULT", "unconventional"),), "gas": (S("ASSAULT", "unconventional"),),
    "massacre": (S("ASSAULT", "massacre"),), "assassinate": (S("ASSAULT", "assassinate"),), "explode": (S("ASSAULT", "explosives"),),
    "detonate": (S("ASSAULT", "explosives"),), "blow": (S("ASSAULT", "explosives", ("up", "itself", "himself", "herself")),), "punch": (S("ASSAULT", "beat"),),
    "beat": (S("ASSAULT", "beat", ("up", "protester", "demonstrator", "man", "woman", "baton", "him", "her", "them", "with")),), "slap": (S("ASSAULT", "beat"),), "torch": (S("ASSAULT", "destroy"),),
    "demolish": (S("ASSAULT", "destroy"),), "vandalize": (S("ASSAULT", "destroy"),), "clash": (S("ASSAULT"),), "mow": (S("ASSAULT", None, ("down",)),),
    "plow": (S("ASSAULT", None, ("into", "through")),), "plough": (S("ASSAULT", None, ("into", "through")),), "ram": (S("ASSAULT", None, ("into",)),),
    "sink": (S("ASSAULT", "heavy-weapons", ("ship", "boat", "vessel", "warship", "corvette")),), "use": (S("ASSAULT", "unconventional", _GAS),),
    "throw": (S("ASSAULT", "primitive", _HURLED),), "hurl": (S("ASSAULT", "primitive", _HURLED),), "pelt": (S("ASSAULT", "primitive"),),
    "drop": (S("ASSAULT", "aerial", ("bomb", "barrel")),),     "flank": (),
}  # fmt: skip
"""Senses of verbs, by lemma."""

NOUNS: Final[dict[str, tuple[Sense, ...]]] = {
    # CONSULT
    "meeting": (S("CONSULT"),), "talk": (S("CONSULT"),), "negotiation": (S("CONSULT", code="046"),), "discussion": (S("CONSULT"),), "conversation": (S("CONSULT", "phone", ("phone", "telephone")), S("CONSULT")),
    "summit": (S("CONSULT", "multilateral"),), "consultation": (S("CONSULT"),), "dialogue": (S("CONSULT"),), "visit": (S("CONSULT", "visit"),), "trip": (S("CONSULT", "visit"),),
    "encounter": (S("CONSULT"),), "tête-à-tête": (S("CONSULT"),), "handshake": (S("CONSULT"),), "call": (S("CONSULT", "phone", ("phone", "telephone", "conference", "video", "@in", "@during")), S("REQUEST", None, ("for",))),
    "phonecall": (S("CONSULT", "phone"),), "videoconference": (S("CONSULT", "phone"),), "teleconference": (S("CONSULT", "phone"),), "mediation": (S("CONSULT", "third-party", code="045"),),
    "huddle": (S("CONSULT"),), "pull-aside": (S("CONSULT"),), "sit-down": (S("CONSULT"),), "session": (S("CONSULT", "multilateral", ("emergency", "special", "negotiating", "closed-door")),),
    # AGREE, SUPPORT, CONCEDE, COOPERATE, AID
    "endorsement": (S("SUPPORT", code="051"),), "bailout": (S("AID", code="071"),), "backing": (S("AID", None, ("for",)),), "apology": (S("CONCEDE", code="055"),), "concession": (S("CONCEDE"),),
    "cooperation": (S("COOPERATE", None, ("with", "between")),), "extradition": (S("COOPERATE", code="063"),), "rescue": (S("AID", code="073"),), "condolence": (S("SUPPORT", code="018"),),
    # RETREAT
    "ceasefire": (S("RETREAT", "ceasefire"),), "cease-fire": (S("RETREAT", "ceasefire"),), "truce": (S("RETREAT", "ceasefire"),), "resignation": (S("RETREAT", "resign"),),
    "withdrawal": (S("RETREAT", "withdraw"),), "pullout": (S("RETREAT", "withdraw"),), "release": (S("RETREAT", "release", ("prisoner", "hostage", "captive", "detainee")),),
    # REQUEST, ACCUSE, REJECT
    "request": (S("REQUEST", None, ("for", "to")),), "demand": (S("REQUEST", None, ("for", "that"), "100"),), "plea": (S("REQUEST", None, ("for",)),), "investigation": (S("ACCUSE", "investigate"),), "probe": (S("ACCUSE", "investigate"),),
    "inquiry": (S("ACCUSE", "investigate"),), "subpoena": (S("ACCUSE", "investigate"),), "allegation": (S("ACCUSE", "allege"),), "accusation": (S("ACCUSE", "allege"),),
    "indictment": (S("ACCUSE", "allege", code="115"),), "lawsuit": (S("ACCUSE", "allege", code="115"),), "criticism": (S("ACCUSE", "disapprove"),), "condemnation": (S("ACCUSE", "disapprove"),), "refusal": (S("REJECT"),),
    "rejection": (S("REJECT"),), "veto": (S("REJECT", "change", code="129"),),
    # THREATEN, PROTEST, SANCTION
    "threat": (S("THREATEN", None, ("to", "of", "against")),), "ultimatum": (S("THREATEN", code="139"),), "protest": (S("PROTEST", "demo"),), "demonstration": (S("PROTEST", "demo"),), "riot": (S("PROTEST", "riot"),), "walkout": (S("PROTEST", "strike"),),
    "uprising": (S("PROTEST"),), "boycott": (S("PROTEST", "boycott"),), "rally": (S("PROTEST", "demo", ("protest", "against", "opposition")),), "sanction": (S("SANCTION", "discontinue"),), "embargo": (S("SANCTION", "discontinue"),), "expulsion": (S("SANCTION", "expel"),),
    "conviction": (S("SANCTION", "convict"),), "ouster": (S("SANCTION", "expel"),),
    # MOBILIZE, COERCE
    "deployment": (S("MOBILIZE", "troops"),), "manhunt": (S("MOBILIZE", "police"),), "test": (S("MOBILIZE", "weapons", _ARMS),), "launch": (S("MOBILIZE", "weapons", _ARMS),), "arrest": (S("COERCE", "arrest"),), "detention": (S("COERCE", "arrest"),), "crackdown": (S("COERCE", code="175"),),
    "deportation": (S("COERCE", "deport"),), "siege": (S("COERCE", "restrict", code="191"),), "blockade": (S("COERCE", "restrict", code="191"),), "cyberattack": (S("COERCE", "cyber"),), "breach": (S("COERCE", "cyber", ("data", "security", "computer")),), "seizure": (S("COERCE", "seize"),), "exercise": (S("COOPERATE", None, ("joint",), "062"),),
    "drill": (S("COOPERATE", None, ("joint",), "062"), S("MOBILIZE", "weapons", ("live-fire", "military", "artillery"))),
    # ASSAULT
    "attack": (
        S("COERCE", "cyber", ("cyber", "hacking")), S("ASSAULT", "suicide-attack", ("suicide",)), S("ASSAULT", "unconventional", _GAS), S("ASSAULT", "explosives", ("bomb", "bombing")),
        S("ASSAULT", "heavy-weapons", ("rocket", "mortar", "artillery")), S("ASSAULT", "firearms", ("gun", "shooting")), S("ASSAULT", "primitive", ("knife", "axe", "acid", "machete")), S("ASSAULT", "aerial", ("air", "drone")), S("ASSAULT"),
    ),
    "assault": (S("ASSAULT", "sexual", ("sexual",)), S("ASSAULT", "explosives", ("bomb", "bombing")), S("ASSAULT", "firearms", ("gun", "shooting")), S("ASSAULT")), "bombing": (S("ASSAULT", "suicide-attack", ("suicide",)), S("ASSAULT", "aerial", ("aerial", "air")), S("ASSAULT", "explosives")), "bombardment": (S("ASSAULT", "aerial", ("air", "aerial")), S("ASSAULT", "heavy-weapons")),
    "shooting": (S("ASSAULT", "firearms"),), "airstrike": (S("ASSAULT", "aerial"),), "strike": (S("ASSAULT", "aerial", ("air", "drone", "aerial", "missile", "coalition")), S("PROTEST", "hunger", ("hunger",)), S("PROTEST", "strike", ("general", "workers", "national", "worker"))),
    "raid": (S("ASSAULT", "aerial", ("air", "bombing")), S("COERCE", "seize", ("police",))), "killing": (S("ASSAULT"),), "murder": (S("ASSAULT"),), "massacre": (S("ASSAULT", "massacre"),), "assassination": (S("ASSAULT", "assassinate"),),
    "stabbing": (S("ASSAULT", "primitive"),), "beheading": (S("ASSAULT", "execute"),), "execution": (S("ASSAULT", "execute"),), "kidnapping": (S("ASSAULT", "abduct"),), "abduction": (S("ASSAULT", "abduct"),), "hijacking": (S("ASSAULT", "abduct"),), "explosion": (S("ASSAULT", "explosives"),),
    "blast": (S("ASSAULT", "explosives"),), "poisoning": (S("ASSAULT", "unconventional"),), "clash": (S("ASSAULT"),), "gunfire": (S("ASSAULT", "firearms"),), "shelling": (S("ASSAULT", "heavy-weapons"),), "offensive": (S("ASSAULT", code="190"),),
    "ambush": (S("ASSAULT"),), "invasion": (S("ASSAULT", code="190"),), "rape": (S("ASSAULT", "sexual"),), "torture": (S("ASSAULT", "torture"),), "rampage": (S("ASSAULT"),), "genocide": (S("ASSAULT", "massacre", code="203"),),
}  # fmt: skip
"""Senses of nouns, by lemma."""


def senses(lemma: str, pos: str) -> tuple[Sense, ...]:
    """The senses of a word by its lemma and universal part of speech, the narrow ones first; () for a word that names no event.

    >>> [one.mode for one in senses("bombing", "NOUN")]
    ['suicide-attack', 'aerial', 'explosives']
    """
    table = VERBS if pos == "VERB" else NOUNS if pos in ("NOUN", "PROPN") else {}
    return table.get(lemma.casefold(), ())
