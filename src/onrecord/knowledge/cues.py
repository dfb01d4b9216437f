"""Words by which news tells who says what: cue verbs, nouns, adverbs and phrases, with what they take, their polarity and their hedging.

The verbs' frames were set by how often the first annotator of PolNeAR's training documents took the verb for a cue in that frame (about
every second time at least), and by hand for words that those documents lack. Lemmas are spaCy's, in lower case.

Frames: `c` a clause ("said that he would go"), `q` a quotation or a parenthesis ("It is late, he noted"), `i` an infinitive ("vowed to go"),
`o` an object ("criticized the plan"), `n` an object that is an utterance ("offered his condolences"), `a` an object with what it is called
("called it a mistake"); a preposition, what follows it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_FRAMES: Final = """
c q i: say
c q: add allege assert answer argue assure boast brag caution clarify comment confess confide conclude counter disclose elaborate emphasize emphasise exclaim explain
c q: inform insist interject joke lament maintain muse note observe posit posture quip reaffirm reason rebut recall recount reiterate rejoin relate
c q: remark remind repeat reply report respond retort reveal signal speculate state stipulate stress suggest surmise testify theorize underline underscore
c q: underscore verify announce chime concur continue shout yell whisper scream tweet retweet email write post text blog read mumble mutter intone opine fume
c q: gripe grumble complain rail warn concede acknowledge admit advise affirm attest aver avow certify claim confirm contend deny declare
c: show find demonstrate indicate imply hint point estimate predict project forecast foresee calculate assume suspect fear worry doubt
c: believe think reckon hope expect hold feel wonder learn discover recommend propose request demand order rule decide determine pretend guess
c: convince persuade tell remember realize recognize recognise dispute guarantee inform warn conclude agree deem mean
c: know imagine define charge call read figure prefer demand
i: seek like look vote push encourage press advise hire advocate prefer hesitate report lobby
o: show tweet write say voice name post identify promote compare echo contrast outline condemn bemoan trumpet herald pitch taunt reassure
o: lambast rebuff liken float document deplore scorn laud extol hail recite chant compare circulate file publish devote
focus: on
ask: about for
comment: on
refer: to as
respond: to with by
campaign: for against
worry: about
think: about
write: about
care: about
hope: for
brag: about
believe: in
touch: on
stand: by
dwell: on
expand: on
riff: on
concur: with
appeal: for to
look: past
sound: on
q: tell ask inquire wonder go shoot chant
i: promise pledge vow swear refuse decline threaten offer seek ask urge demand propose plan intend want hope expect aim choose decide agree
i: claim pretend request recommend invite order instruct warn beg plead implore resolve opt wish urge encourage
o: criticize criticise blame accuse praise condemn denounce defend oppose endorse reject dismiss deny announce describe express propose discuss
o: cite mention highlight reiterate emphasize emphasise stress question dispute welcome hail slam mock ridicule deride decry lament applaud
o: rebuke challenge demand request voice outline reveal disclose confirm acknowledge admit allege predict report suggest recall
o: recommend threaten propose urge promise pledge vow plead declare tout protest approve favor favour advocate list detail echo
o: insult denigrate lambaste castigate chide scold repudiate renounce disavow claim explain address answer underscore underline tweet
o: publish name reference credit applaud commend salute thank congratulate champion reaffirm repeat warn quote note
a: call label dub brand describe portray characterize characterise consider deem declare term pronounce depict cast denounce dismiss regard view
a: paint frame hail praise
n: offer extend express convey send give issue voice deliver share pay
respond: to with
reply: to
call: for on
refer: to
speak: of about
talk: about
push: for
apologize: for
apologise: for
agree: with on
disagree: with
warn: of about against
boast: of about
rail: against
complain: of about
accuse: of
object: to
allude: to
point: to
hint: at
speculate: about
insist: on
comment: on
testify: about
vote: for against
advocate: for
argue: for against
vouch: for
plead: for
threaten: with
weigh: on
dream: of
inquire: about
"""


def _verbs() -> dict[str, frozenset[str]]:
    held: dict[str, frozenset[str]] = {}
    for line in _FRAMES.strip().splitlines():
        left, _, right = line.partition(":")
        names, frames = (right.split(), left.split()) if set(left.split()) <= set("cqioan") else ([left], right.split())
        for name in names:
            held[name] = held.get(name, frozenset()) | frozenset(frames)
    return held


VERBS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(_verbs())
"""Lemma -> its frames."""

LEMMAS: Final[Mapping[str, str]] = MappingProxyType({"hop": "hope", "sayin": "say", "writ": "write", "rul": "rule"})
"""Lemmas that the tagger gets wrong."""

SPEECH: Final = frozenset(name for name, frames in VERBS.items() if "q" in frames)
"""Verbs that can stand beside a quotation."""

SEEMING: Final = frozenset({"appear", "seem"})
"""They tell an impression that nobody is named for."""

PASSIVE: Final = frozenset({
    "allege", "believe", "claim", "consider", "deem", "estimate", "expect", "report", "rumor", "rumour", "say", "suspect", "think", "understand", "presume",
})  # fmt: skip
"""In the passive they tell what unnamed others say or think ("is said to", "it is believed that")."""

THOUGHT: Final = frozenset({
    "believe", "think", "reckon", "hope", "expect", "feel", "wonder", "suspect", "fear", "worry", "doubt", "want", "wish", "intend", "plan",
    "aim", "assume", "know", "see", "consider", "regard", "view", "prefer", "desire", "guess", "remember", "realize", "decide", "seek",
})  # fmt: skip
"""Beliefs, intentions and attitudes rather than words."""

EVIDENCE: Final = frozenset(
    {"show", "find", "indicate", "demonstrate", "suggest", "reveal", "imply", "point", "read", "estimate", "project"}
)
"""Verbs that take things for a subject: studies, polls, footage."""

NOUNS: Final = frozenset({
    "accusation", "admission", "allegation", "announcement", "argument", "assertion", "assessment", "assumption", "assurance", "belief", "charge", "claim", "comment",
    "complaint", "conclusion", "concern", "confirmation", "contention", "conviction", "criticism", "decision", "declaration", "demand", "denial", "disclosure", "doubt",
    "estimate", "expectation", "explanation", "fear", "finding", "forecast", "hint", "hope", "idea", "impression", "indication", "insistence",
    "insinuation", "intention", "notion", "observation", "opinion", "perception", "pledge", "prediction", "promise", "proposal", "recommendation",
    "report", "request", "revelation", "rumor", "rumour", "sign", "speculation", "statement", "suggestion", "suspicion", "testimony", "theory", "threat", "vow", "view", "warning",
    "word", "worry", "call", "plan", "opposition", "support", "endorsement",
})  # fmt: skip
"""Nouns whose clause is what somebody says, thinks or feels."""

OBJECT_NOUNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "criticism": ("of",), "opposition": ("to",), "endorsement": ("of",), "support": ("for",), "call": ("for",), "demand": ("for",), "accusation": ("of",),
    "allegation": ("of",), "claim": ("of",), "warning": ("of", "about"), "denial": ("of",), "concern": ("about", "over"), "condemnation": ("of",), "doubt": ("about",), "fear": ("of",),
    "threat": ("of",), "complaint": ("about",), "suspicion": ("of",),
})  # fmt: skip
"""Nouns and the prepositions that bring what is said, where a source stands before them ("Russia's denial of the charges")."""

UTTERANCES: Final = frozenset({
    "condolence", "apology", "thanks", "thank", "congratulation", "sympathy", "regret", "gratitude", "praise", "criticism", "assurance", "prayer", "greeting", "concern", "hope",
    "view", "opinion", "explanation", "advice", "tribute", "support", "optimism", "outrage", "doubt", "frustration", "dismay", "satisfaction", "warning", "ultimatum", "statement", "alarm",
    "confidence", "disappointment", "anger", "fear", "solidarity", "reassurance", "backing", "rebuke", "denial", "remark", "appreciation", "interest", "willingness", "readiness",
})  # fmt: skip
"""Objects by which offering, expressing, sending is saying."""

FRAMING: Final = frozenset({"amid", "amidst", "despite"})
"""Prepositions by which the reporter, not the source, sets a statement against other people's."""

DISCLOSING: Final = frozenset(
    {"divulge", "disclose", "reveal", "release", "publish", "share", "give", "provide", "make"}
)
"""Verbs whose passive tells who got to know something, not who said it."""

# ------------------------------------------------------------------ without a verb

ACCORDING: Final = (
    "according to",
    "in the words of",
    "in the view of",
    "in the opinion of",
    "as per",
    "in the eyes of",
)
"""Phrases whose object is the source of the clause they stand in."""

HEARSAY: Final = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "ostensibly", "rumoredly"})
"""Adverbs that lay the clause to others who are not named."""

# ------------------------------------------------------------------ polarity and hedging

DENYING: Final = frozenset({"deny", "refute", "rebut", "repudiate", "disavow", "reject", "dispute", "denial"})
"""Cues whose source says that the content is not so."""

DECLINING: Final = frozenset({"decline", "refuse"})
"""With a verb of speech behind them ("declined to comment", "refused to say"): no statement was made."""

UTTERING: Final = frozenset({
    "comment", "say", "specify", "elaborate", "answer", "respond", "disclose", "discuss", "confirm", "deny", "identify", "name", "reveal", "give", "provide", "speak", "explain",
    "reply", "tell", "speculate", "detail", "divulge", "address", "release", "be", "talk",
})  # fmt: skip
"""What one declines to do when one declines to make a statement."""

HEDGES: Final = frozenset({
    "reportedly", "allegedly", "supposedly", "purportedly", "ostensibly", "apparently", "seemingly", "presumably", "possibly", "perhaps", "probably", "likely", "maybe",
})  # fmt: skip
"""Adverbs by which the reporter or the source takes back some of the weight."""

HEDGING_CUES: Final = frozenset({
    "appear", "seem", "suspect", "speculate", "allege", "rumor", "rumour", "believe", "think", "guess", "assume", "suppose", "presume", "reckon", "hint", "imply",
    "suspicion", "speculation", "allegation", "rumors", "belief", "impression", "hunch", "fear", "surmise",
})  # fmt: skip
"""Cue words that hedge by themselves."""

SILENT: Final = frozenset({
    "say", "comment", "specify", "elaborate", "answer", "respond", "reply", "disclose", "confirm", "identify", "name", "reveal", "provide", "explain", "detail", "divulge", "give",
    "tell", "discuss", "mention", "return", "address",
})  # fmt: skip
"""With a negation: no statement was made ("did not respond to a request for comment", "would not say whether")."""

CLAIMS: Final = frozenset(
    {
        "claim",
        "allegation",
        "accusation",
        "report",
        "charge",
        "suggestion",
        "assertion",
        "rumor",
        "rumour",
        "notion",
        "idea",
        "statement",
        "that",
        "speculation",
    }
)
"""What is denied, where it is rejected or disputed; a rejected offer or plan is not denied."""

# ------------------------------------------------------------------ sources

DOCUMENTS: Final = frozenset({
    "report", "statement", "study", "poll", "survey", "letter", "document", "documents", "memo", "memorandum", "lawsuit", "complaint", "indictment", "filing", "affidavit", "email", "e-mail",
    "transcript", "data", "figure", "statistic", "analysis", "communique", "communiqué", "declaration", "resolution", "release", "book", "paper", "ruling", "order", "bill", "law",
    "treaty", "agreement", "text", "record", "census", "review", "audit", "dossier", "cable", "note", "announcement", "advisory", "bulletin", "editorial", "article",
    "story", "interview", "footage", "video", "photograph", "photo", "image", "recording", "tape", "evidence", "research", "finding", "result", "estimate", "testimony", "speech",
    "website", "page", "sign", "banner", "charter", "constitution", "plan", "proposal", "draft", "script", "ad", "advertisement", "advert", "index", "map", "score", "forecast",
})  # fmt: skip
"""Things that are read, watched or computed. Inflected heads are looked up by their lemma."""

POSTS: Final = frozenset(
    {
        "tweet",
        "post",
        "posting",
        "retweet",
        "hashtag",
        "blog",
        "facebook",
        "twitter",
        "instagram",
        "telegram",
        "weibo",
        "thread",
    }
)
"""What is said on social media."""

MEDIA: Final = frozenset({
    "agency", "newspaper", "paper", "daily", "weekly", "magazine", "television", "tv", "radio", "broadcaster", "channel", "network", "media", "press", "outlet", "tabloid", "newswire",
})  # fmt: skip
"""Heads of phrases that may mean a news outlet, where nothing says that they are another body ("space agency")."""

PERSONS: Final = frozenset({"person", "people", "man", "woman", "someone", "somebody", "one", "anyone", "everyone"})
IMPERSONAL: Final = frozenset({"it", "rumor", "rumour", "rumours", "rumors", "speculation", "wisdom", "word"})
NOBODY: Final = frozenset({"none", "nobody", "nothing", "neither"})
REPORTERS: Final = frozenset({"reporter", "correspondent", "journalist", "photographer", "witness"})
"""With the report's own outlet or "this" before them: the reporter's own eyes and ears."""
