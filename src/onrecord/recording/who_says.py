"""Who asserts an event: the innermost attribution whose content holds its trigger, with the codebook's exceptions.

In: `Attributions`, a candidate, its actors and status. Out: an attribution's id, or None for the article's own voice.

- Only words that assert ("said that", "according to", "allegations that") make an account of what stands in them. What is asked for,
  voted on, scheduled or blocked ("called for", "voted to", "is scheduled to") stands under whoever tells of the asking.
- Nobody's assertion ("it was announced", "is expected to") is the article's, unless the words doubt it ("allegedly", "reports that").
- A speech act whose actor is the source itself ("Turkey said it was appalled", "'We urge …', she added") is done by saying it: the
  article tells of it. "Turkey says that it warned" is Turkey's.
- A noun that takes its event for granted ("the Paris attacks", "Friday's raid") inside somebody's words claims nothing: the article tells
  it. So does a relative clause beside what is said ("… said the driver, who was arrested later, had …").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.cues import EVIDENCE, HEARSAY
from onrecord.knowledge.cues import SPEECH as SAYING
from onrecord.recording.clauses import below, subjects

if TYPE_CHECKING:
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.values.record import Attribution, FactualityValue, Participant

SPEECH: Final = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
"""Acts that are done by saying them."""
_ASKING: Final = frozenset("demand request ask inquire propose recommend order decide vow offer go shoot chant".split())
_HOLDING: Final = frozenset(
    "accord accuse blame charge fault believe think reckon suspect fear feel assume doubt understand know learn hear cite describe "
    "allegation accusation claim report statement testimony belief suspicion speculation rumor rumour assertion contention word words view "
    "opinion assessment finding conclusion admission confirmation denial revelation disclosure remark comment source quote attribute".split()
)  # fmt: skip
_ASSERTING: Final = (_HOLDING | EVIDENCE | SAYING) - _ASKING
_DOUBTING: Final = HEARSAY | frozenset(
    "allege alleged allegation accusation claim report reported suspect suspected suspicion rumor rumour rumored speculation belief".split()
)  # fmt: skip
"""Words of a cue without a source that lay its content to others all the same."""
_SPEAKERS: Final = frozenset({"i", "we"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})


def asserted(matter: Matter, one: Candidate, actors: tuple[Participant, ...], value: FactualityValue) -> str | None:
    """Under which account an event stands."""
    account = matter.account(one.trigger)
    if account is not None and value == "happened" and (presupposed(matter, one) or _beside(matter, one.head)):
        return None
    while account is not None and not (_asserts(matter, account) and not _performed(matter, account, one, actors)):
        account = matter.accounts.get(account.within) if account.within else None
    return account.id if account else None


def presupposed(matter: Matter, one: Candidate) -> bool:
    """Whether a noun takes its event for granted."""
    syntax, i = matter.syntax, one.head
    if syntax.pos[i] not in ("NOUN", "PROPN"):
        return False
    return any(syntax.deps[c] == "poss" for c in syntax.children[i])


def _beside(matter: Matter, i: int) -> bool:
    """Whether a verb stands in a relative clause set off by a comma."""
    syntax = matter.syntax
    if syntax.deps[i] != "relcl":
        return False
    first = syntax.subtree(i)[0]
    return first > 0 and syntax.words[first - 1] == ","


def _asserts(matter: Matter, account: Attribution) -> bool:
    """Whether a cue holds that its content is so, in somebody's name or in words of doubt."""
    lemmas = {matter.syntax.lemmas[w].casefold() for s in account.cue.spans for w in matter.syntax.inside(*s)}
    if not account.source.spans or _expletive(matter, account):
        return bool(lemmas & _DOUBTING)
    return not lemmas or not lemmas.isdisjoint(_ASSERTING)


def _expletive(matter: Matter, account: Attribution) -> bool:
    """Whether the source is the "it" of "it was announced"."""
    syntax = matter.syntax
    words = [w for s in account.source.spans for w in syntax.inside(*s)]
    return [syntax.words[w].casefold() for w in words] == ["it"] and bool(
        below(syntax, syntax.heads[words[0]], "auxpass")
    )


def _performed(matter: Matter, account: Attribution, one: Candidate, actors: tuple[Participant, ...]) -> bool:
    """Whether the event is a speech act that its own source performs by these words."""
    if one.sense.kind not in SPEECH:
        return False
    if any(s.start < p.end and p.start < s.end for p in actors for s in account.source.spans):
        return True
    syntax = matter.syntax
    own = account.source.actor is not None and account.source.actor in {p.actor for p in actors}
    speaking = any(syntax.words[c].casefold() in _SPEAKERS for c in subjects(syntax, one.head))
    now = syntax.tags[one.head] in _PRESENT
    return (own and now) if account.mode == "indirect" else (own or now or speaking)
