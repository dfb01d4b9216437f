"""Titles and offices: what stands before or after a name, the honorifics with the gender that they tell, the sex of kinship and role words.

In: nothing. Out: `is_honorific`, `gender_of_title`, `plain_title`, `is_title_word`. The tables are our own, from English news.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["m", "f"]

# Before a name, and no part of it; they name no office.
HONORIFICS: dict[str, Gender | None] = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f", "madam": "f", "madame": "f",
    "mme": "f", "monsieur": "m", "m": "m", "señor": "m", "señora": "f", "herr": "m", "frau": "f", "dr": None, "prof": None, "rev": None, "hon": None,
    "messrs": "m", "mx": None, "esq": "m", "honorable": None, "ustad": "m", "haji": "m", "sheik": "m", "shaykh": "m", "hajj": "m", "mullah": "m",
}  # fmt: skip

# Short forms before a name, and the office in full.
SHORT = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative", "gov": "governor", "govs": "governor", "pres": "president",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain", "sgt": "sergeant", "cpl": "corporal", "adm": "admiral", "cmdr": "commander", "cdr": "commander",
    "brig": "brigadier", "supt": "superintendent", "insp": "inspector", "det": "detective", "atty": "attorney", "sec": "secretary", "dir": "director", "amb": "ambassador", "prof": "professor",
    "rev": "reverend", "fr": "father", "pvt": "private", "spc": "specialist", "pm": "prime minister", "ceo": "chief executive officer", "veep": "vice president", "fm": "foreign minister", "mp": "member of parliament",
    "spokesperson": "spokesperson", "del": "delegate", "asst": "assistant", "dep": "deputy", "cllr": "councillor", "vp": "vice president",
    "potus": "president", "flotus": "first lady", "congresswoman": "representative", "congressman": "representative", "lt. gen": "lieutenant general", "maj. gen": "major general", "lt. col": "lieutenant colonel",
    "lt. gov": "lieutenant governor", "adviser": "advisor", "sens.": "senator",
}  # fmt: skip

# Words that stand beside a title and belong to it.
TITLE_MODIFIERS = frozenset(
    """former ex then acting interim deputy vice assistant associate senior junior chief prime foreign defense defence interior finance health education
    justice energy trade oil environment transport agriculture labour labor home national security policy press campaign presidential general special permanent new
    outgoing incoming late longtime long-time top high-ranking ranking retired veteran caretaker current then- state party opposition majority minority house senate
    democratic republican conservative liberal army navy military police rebel communications political economic strategic military intelligence executive managing
    editorial attorney human rights honorary founding co- us economics affairs cabinet crown supreme grand head joint federal district county city""".split()
)

FEMALE = frozenset(
    """woman girl mother daughter sister wife widow grandmother aunt niece queen princess duchess empress actress spokeswoman congresswoman councilwoman
    assemblywoman chairwoman businesswoman policewoman servicewoman newswoman anchorwoman first_lady nun mrs ms miss she her hers herself lady heroine waitress hostess
    saleswoman stateswoman frenchwoman englishwoman dutchwoman irishwoman schoolgirl girlfriend ballerina countess baroness goddess bride midwife""".split()
)
MALE = frozenset(
    """man boy father son brother husband widower grandfather uncle nephew king prince duke emperor actor spokesman congressman councilman assemblyman chairman
    businessman policeman serviceman newsman anchorman priest monk imam ayatollah pope pontiff mr he him his himself gentleman hero waiter salesman statesman gunman
    frenchman englishman dutchman irishman fisherman fireman cameraman schoolboy boyfriend patriarch bishop archbishop cardinal sheikh emir sultan mullah baron knifeman hitman
    militiaman tribesman groom""".split()
)


def _key(word: str) -> str:
    return word.lower().rstrip(".").replace("’", "'")


def is_honorific(word: str) -> bool:
    """Whether the word is a form of address that names no office ("Mr.", "Sir", "Dr").

    >>> is_honorific("Mr."), is_honorific("Gen.")
    (True, False)
    """
    return _key(word) in HONORIFICS and (word[:1].isupper() or word == "al-Hajj")


def is_short_title(word: str) -> bool:
    """Whether the word is the short form of an office ("Sen.", "Gen", "Rep.")."""
    return _key(word) in SHORT and word[:1].isupper()


def gender_of_title(word: str) -> Gender | None:
    """The gender that a title, kinship word or honorific tells, or None ("spokesman" m, "Ms." f, "president" None)."""
    key = _key(word)
    if known := HONORIFICS.get(key):
        return known
    return "f" if key in FEMALE else "m" if key in MALE else None


def plain_title(title: str) -> str:
    """A title written out and without dots, its case kept where it was whole ("Sen." -> "Senator", "Foreign Minister" as it is).

    >>> plain_title("Sen."), plain_title("Foreign Minister"), plain_title("Lt. Gen.")
    ('Senator', 'Foreign Minister', 'Lieutenant General')
    """
    words = []
    for word in title.split():
        full = (
            SHORT.get(_key(word))
            if (word.endswith(".") or _key(word) in ("pm", "fm", "ceo", "vp", "gov", "gen", "sen", "rep", "lt", "col"))
            else None
        )
        words.append(full.title() if full else word)
    return " ".join(words)


def is_modifier(word: str) -> bool:
    """Whether the word belongs to a title beside it ("former", "Foreign", "National")."""
    return _key(word) in TITLE_MODIFIERS
