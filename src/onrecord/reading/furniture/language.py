"""A guess of the language, by script and by the commonest words. For routing and for the record, not for linguists."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOKED_AT = 6_000  # code points
WORD = re.compile(r"[^\W\d_]+")
COMMON = {
    "en": "the of and to in a that is was for on with as by at from he his it said has have been were an are be this which who",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son cette",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha",
    "it": "di e il la che in a per un del è una le con si da non dei i al della sono alla ha nel gli più anche",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à foi",
    "nl": "de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door naar heeft",
    "tr": "ve bir bu da de için ile olarak olan daha çok sonra kadar gibi en ancak göre ise ya o ne değil olduğunu tarafından",
    "pl": "w i na z do się nie że to o jest po od za jak przez a co dla oraz przy ale był tym",
    "cs": "a se v na je že o z do s i to za by pro ve po jako od ale jsou který podle při",
    "ro": "de și în a la cu pe nu o un că din care pentru mai este sa au prin fost al ale",
    "hu": "a az és hogy nem is egy ez volt csak de még meg már el mint után szerint lesz",
    "sv": "och i att det som en på är av för med den till har de inte om ett han men var från",
    "da": "og i at det er en til af på for med der den de ikke som har et var fra men han",
    "no": "og i det er på som en til for av at med har den ikke de et om var fra han",
    "fi": "ja on ei että se oli hän mutta kun mukaan ovat myös kuin joka sen sanoi",
    "id": "yang dan di ini itu dengan untuk dari dalam tidak pada akan juga ke karena oleh ada",
    "vi": "và của là có trong cho một được với các không người đã này tại những",
    "hr": "je i u na se da su za od s koji kao o što ne bi iz će",
    "sw": "ya na wa kwa ni katika za la kuwa cha hii huo",
}  # fmt: skip
SCRIPTS = {
    "HANGUL": "ko", "HEBREW": "he", "GREEK": "el", "DEVANAGARI": "hi", "BENGALI": "bn", "THAI": "th", "ARMENIAN": "hy",
    "GEORGIAN": "ka", "TAMIL": "ta", "TELUGU": "te", "KHMER": "km", "MYANMAR": "my", "ETHIOPIC": "am",
}  # fmt: skip
SETS = {language: frozenset(words.split()) for language, words in COMMON.items()}


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language in which the text is mostly written, or None where it is too short or unclear."""
    part = text[:LOOKED_AT]
    letters = [] if part.isascii() else [c for c in part if not c.isascii() and c.isalpha()]
    words = WORD.findall(part.lower())
    total = sum(map(len, words))
    if total < 20:
        return None
    scripts = Counter(unicodedata.name(c, "OTHER").partition(" ")[0] for c in letters)
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if kana + scripts["CJK"] > total // 2:
        return "ja" if kana > total // 20 else "zh"
    script, count = scripts.most_common(1)[0] if scripts else ("LATIN", total)
    if script == "LATIN" or count < total // 2:
        return _latin(words)
    if script == "CYRILLIC":
        return _cyrillic(part)
    if script == "ARABIC":
        return _arabic(part)
    return SCRIPTS.get(script)


def _latin(words: Sequence[str]) -> str | None:
    counts = Counter(words)
    found = sorted(
        ((sum(map(counts.__getitem__, counts.keys() & known)), language) for language, known in SETS.items()),
        reverse=True,
    )
    (best, language), (second, _) = found[0], found[1]
    if best < 2 or best < 0.12 * len(words) or best < 1.15 * second:
        return None
    return language


def _cyrillic(part: str) -> str:
    low = part.casefold()
    if any(c in low for c in "їєґ"):
        return "uk"
    if "ў" in low:
        return "be"
    if any(c in low for c in "ђћ"):
        return "sr"
    if any(c in low for c in "ѓќ"):
        return "mk"
    if any(c in low for c in "қғүұәһ"):
        return "kk"
    if not any(c in low for c in "ыэё") and "ъ" in low:
        return "bg"
    return "sr" if any(c in low for c in "јљњ") else "ru"


def _arabic(part: str) -> str:
    if any(c in part for c in "ٹڈڑےں"):
        return "ur"
    return "fa" if sum(part.count(c) for c in "پچژگی") > len(part) // 60 else "ar"
