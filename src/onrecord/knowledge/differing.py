"""The English words by which reports set one incident off from others, say that they do not say, and name means and facilities.

In: nothing. Out: tables, lower case. Drawn up for this project; used by `stories`.
"""

from __future__ import annotations

from typing import Final

# What a sentence begins with when it turns to another happening.
ELSEWHERE: Final = (
    "elsewhere", "separately", "in a separate", "in separate", "in another", "in other", "also on", "in a different", "also ", "in the same context", "in a related", "in a similar", "on another front",
)  # fmt: skip
# What may turn to another happening, unless the sentence names what this one names.
MEANWHILE: Final = (
    "meanwhile",
    "in the meantime",
    "for its part",
    "further",
    "to the north",
    "to the south",
    "to the east",
    "to the west",
)
# Words by which one sentence sets another happening beside this one.
BESIDE: Final = (
    " came as ",
    " comes as ",
    " come as ",
    " came hours after ",
    " came days after ",
    "unrelated",
    "different incident",
)
# Words that mark an incident as one of the past, or of a kind.
EARLIER: Final = (
    "similar ", "last year", "last month", "last week", "a year ago", "years ago", "months ago", "weeks ago", "earlier this week",
    "earlier this month", "earlier this year", "the year before", "before including", "in recent days", "in recent weeks", "in recent months",
    "in previous", "previous attack", "previous attacks", "past attack", "in the past", "in an earlier", "in a previous", "at the weekend",
    "two days earlier", "days earlier", "a week earlier", "the previous day", "the day before", "a day earlier", "last summer", "last winter",
)  # fmt: skip
# Words that, beside another place, tell of one more happening.
FURTHER: Final = frozenset({"separate", "separately", "second incident"})
# Happenings that go on for days: a toll of one is none of a single incident, unless the lead tells of it.
BATTLES: Final = ("fighting", "battle", "battles", "clashes", "offensive", "siege", "campaign")
# "The deadliest attack since …" adds nothing up.
SUPERLATIVE: Final = (" most ", "worst", "deadliest", "first", "largest", "heaviest", "biggest", "highest", "latest")
# Words of a toll that adds up over many happenings.
CUMULATIVE: Final = (
    "since the", "since it", "since their", "since january", "since february", "since march", "since april", "since may", "since june",
    "since july", "since august", "since september", "since october", "since november", "since december", "since monday", "since tuesday",
    "since wednesday", "since thursday", "since friday", "since saturday", "since sunday", "since last", "since 1", "since 2", "so far this year",
    "this year", "over the past", "in the past year", "in the last year", "over the last", "past four years", "every year", "each year",
    "documented the killing", "latest of more than",
)  # fmt: skip
WARS: Final = frozenset(
    "conflict war uprising revolt revolution insurgency crisis violence unrest rebellion fighting epidemic campaign".split()
)
WAR_TOLL: Final = 1000  # figures from here on, beside one of WARS, are the toll of the war

# A report that a picture shows bodies tells no toll.
PICTURES: Final = frozenset(
    "video videos photo photos photograph photographs footage image images picture pictures film clip clips".split()
)
SEEN: Final = (
    "he saw",
    "she saw",
    "i saw",
    "they saw",
    "we saw",
    "had seen",
    "has seen",
    "witnessed",
    "counted",
    "hospital",
    "clinic",
    "morgue",
    "mortuary",
)

# Monitors, agencies and the like that a report names by their kind alone; the kind and the words that a full name of that kind holds.
MONITORS: Final = frozenset("monitor monitors watchdog ngo observatory".split())
GROUP_NOUNS: Final = frozenset("group groups organisation organization network body".split())
MONITORING: Final = frozenset(
    "monitoring monitor activist rights watchdog britain-based uk-based london-based british-based advocacy aid".split()
)
MONITOR_NAMES: Final = frozenset("observatory monitor monitoring watch watchdog rights".split())
HEADS: Final = frozenset(
    "director head chief heads chairman chairwoman founder spokesman spokeswoman spokesperson president leader heads runs leads".split()
)
BROADCASTERS: Final = frozenset(
    "broadcaster channel station television tv radio agency newspaper daily network".split()
)

# Nouns and adjectives that may stand in the words of a source, before the verb of saying.
SOURCE_WORDS: Final = frozenset(
    "monitor monitoring group groups watchdog official officials activist activists residents resident witness witnesses medics medic doctors doctor "
    "police agency television tv state state-run state-owned news channel radio media army military security hospital source sources rebel rebels "
    "opposition local human rights director head chief spokesman spokeswoman spokesperson commander governor minister ministry leader statement report "
    "reports defence defense civil government network organisation organization correspondent reporter rescuers medical health senior provincial "
    "district city emergency services service fire rescue workers coalition lawyer eyewitnesses survivors relatives company operator union mayor".split()
)
CONNECTING: Final = frozenset("of for and in on at the to".split())

# The means of an attack: kind -> the words for it. Longer words win over shorter ones that they hold.
_MEANS: Final = """
car bomb: car bombs; car bomb; car-bomb; booby-trapped car; booby-trapped vehicle; vehicle bomb; explosives-laden car; explosive-laden car; explosives-laden vehicle; car packed with explosives
truck bomb: truck bombs; truck bomb; explosive-laden truck; explosives-laden truck; explosive-laden trucks; truck packed with explosives; detonated their trucks
suicide car bomb: suicide car bomb; suicide car bombing; suicide truck bomb; suicide bomber driving a car; suicide bomber in a car; bomber driving a car; driving a car packed with explosives; drove a car packed with explosives; drove an explosives-laden car
ambulance bomb: suicide bomber driving an ambulance; ambulance packed with explosives; driving an ambulance; drove an ambulance
suicide bomber: suicide bombers; suicide bomber; suicide bombing; suicide bombings; suicide attacker; suicide attackers; suicide attack; blew himself up; blew herself up; blew themselves up; explosive belt; explosives belt; suicide vest
planted device: explosive device; explosive devices; planted bomb; roadside bomb; roadside bombs; landmine; land mine; improvised explosive; bomb planted; bombs planted; explosives planted
barrel bomb: barrel bombs; barrel bomb; barrels bombs; container bombs; barrel-bomb
air strike: air strikes; air strike; airstrikes; airstrike; air raids; air raid; air attacks; aerial attacks; air force; warplanes; warplane; fighter jets; jets; bombing raids; aircraft
plane: plane; planes
helicopter: helicopters; helicopter
drone: drone; drones; unmanned aircraft
surface missile: ground-to-ground missile; ground-to-ground missiles; surface-to-surface missile; surface-to-surface missiles; ballistic missile; ballistic missiles
missile: missile; missiles
rocket: rocket shells; rockets; rocket attack; rocket attacks; rocket fire; rocket
mortar: mortar bombs; mortar rounds; mortar shells; mortar fire; mortars; mortar
shelling: artillery; shelling; shells; shelled
gas: poison gas; poisonous gas; nerve gas; sarin; chlorine; chemical weapons; chemical attack; gas attack; toxic gas
gunfire: gunfire; opened fire; shot dead; sniper; snipers
knife: knife; stabbed; stabbing
grenade: grenade; grenades
bomb: bomb; bombs
"""
MEANS: Final[dict[str, str]] = {
    word.strip(): kind
    for line in _MEANS.strip().splitlines()
    for kind, _, words in [line.partition(": ")]
    for word in words.split(";")
}
"""Words of the text -> the kind of means."""
# Two means that cannot both be that of one blow.
AGAINST: Final[frozenset[frozenset[str]]] = frozenset(
    frozenset(pair.split(" / "))
    for pair in (
        "planted device / suicide bomber", "planted device / suicide car bomb", "planted device / ambulance bomb", "car bomb / suicide bomber",
        "planted device / air strike", "planted device / missile", "planted device / rocket", "car bomb / air strike", "car bomb / missile", "car bomb / rocket",
        "suicide bomber / air strike", "suicide bomber / missile", "suicide bomber / rocket", "car bomb / mortar", "suicide bomber / mortar",
        "air strike / missile", "air strike / surface missile", "plane / drone", "helicopter / drone", "gunfire / car bomb", "gunfire / suicide bomber",
        "gunfire / knife", "gunfire / planted device", "gunfire / air strike", "suicide car bomb / ambulance bomb", "car bomb / ambulance bomb",
    )
)  # fmt: skip
# A kind of means and a finer one.
FINER: Final[frozenset[tuple[str, str]]] = frozenset(
    {("missile", "surface missile"), ("rocket", "mortar"), ("suicide bomber", "suicide car bomb"), ("suicide bomber", "truck bomb"), ("suicide bomber", "ambulance bomb")}
)  # fmt: skip

# Places inside a town, by their nouns.
SITES: Final = frozenset(
    "mosque church school schools hospital market marketplace camp checkpoint hotel station base airport airbase embassy square bridge factory prison "
    "stadium university theatre cinema restaurant headquarters outpost crossing parking orphanage clinic synagogue temple mall barracks "
    "port mine plant refinery palace parliament courthouse club café cafe".split()
)
QUARTERS: Final = frozenset("neighborhood neighbourhood district quarter".split())
SIDES: Final = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west northern southern eastern western "
    "northeastern northwestern southeastern southwestern central".split()
)
