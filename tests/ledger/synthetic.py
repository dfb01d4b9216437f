"""Short news reports of our own, made from a seed: some tell of one happening, some are copies, some are corrected later."""

from __future__ import annotations

import json
import random
from pathlib import Path

STARTS = "Kar Tam Vel Ros Ilu Mar Lep Saar Oz Ber Kal Vit Rau Sil Aps Zar Egl Pai Kiv Lie".split()
TOWNS = [start + end for start in STARTS for end in ("ava", "pils", "kula", "muiza", "linna", "sala")]
LANDS = "Livonia Courland Estonia Latvia Finland Sweden Poland Norway".split()
FIRST = "Anna Karl Marta Peeter Liis Janis Ieva Rein Elza Toomas Kaisa Andres Inga Mati Velta".split()
LAST = [
    start + end
    for start in STARTS
    for end in ("ins", "puu", "sons", "maa", "berg", "ovs", "ik", "stad", "mets", "arts")
]
OUTLETS = "Baltic Wire|Harbour Post|Morning Courier|State Radio|The Ledger|Northern Star".split("|")
OPENINGS = (
    "{one} met {other} in {town} on {day} to discuss the {thing}.",
    "{one} and {other} held talks in {town} on {day} about the {thing}.",
    "The {thing} was the subject when {one} received {other} in {town} on {day}.",
)
MIDDLES = (
    "The talks lasted {minutes} minutes, an official said.",
    "The two sides agreed to reopen the {thing}, the foreign ministry of {land} said in a statement.",
    "{one} accused {land} of breaking the agreement on the {thing}.",
    "At least {number} people were injured when police broke up a protest near the {thing}, state radio reported.",
    "A spokesman for {other} denied that any promise had been made.",
    '"We will not wait another winter," {one} said.',
    "{land} threatened to close its border unless the {thing} was repaired.",
    "Two aides, who asked not to be named, put the cost at {number} million euros.",
    "Some {number} lorries were waiting at the crossing near {town}, drivers said.",
    "The parliament of {land} will vote on the {thing} next week.",
)
THINGS = (
    "railway line|harbour crossing|fishing agreement|gas pipeline|border bridge|coastal road|power cable|grain terminal|weather station|"
    "timber tariff|salvage treaty|ferry timetable|visa waiver|radar mast|quarry lease|seed bank|milk quota|flood barrier|airport runway|"
    "copper mine|opera house|coal depot|shipyard debt|school exchange|water meter|postal union|census archive|pilot licence"
).split("|")
ENDS = "ava pils kula muiza linna sala ene este orgu jarve niemi holm vik rand dals torp".split()
FILLERS = (
    "The {a} {b} near {town} has stood empty since the {c} works closed.",
    "Visitors were shown the {a} museum and a {b} made by pupils of the {c} school.",
    "A {a} trader from the {b} market hopes that {c} prices will follow.",
    "The old {a} hall, where {b} growers and {c} merchants once gathered, was lit for the evening.",
    "Snow covered the {a} yard, and children sold {b} cakes from a {c} cart.",
    "Rehearsals of the {a} band were moved to the {b} chapel beside the {c} pond.",
    "Both delegations lunched on {a} soup and {b} bread under a {c} painting.",
    "Outside, a {a} seller argued with the owner of a {b} stall over a broken {c}.",
)


def reports(number: int, seed: int = 7) -> list[dict[str, str]]:
    """So many reports as rows of JSON lines; the same for the same seed."""
    chance = random.Random(seed)
    made: list[dict[str, str]] = []
    while len(made) < number:
        kind = chance.random()
        if made and kind < 0.08:
            made.append(_copy(chance, made))
        elif made and kind < 0.12:
            made.append(_correction(chance, made))
        elif made and kind < 0.14:
            made.append(dict(chance.choice(made)))
        elif kind < 0.15:
            made.append({"key": f"k{len(made)}", "text": ""})
        else:
            made += _happening(chance, len(made))[: number - len(made)]
    return made


def _happening(chance: random.Random, start: int) -> list[dict[str, str]]:
    one, other = (f"{chance.choice(FIRST)} {last}" for last in chance.sample(LAST, 2))
    day = f"2026-{chance.randint(1, 6):02}-{chance.randint(1, 28):02}"
    told = {
        "one": one,
        "other": other,
        "town": chance.choice(TOWNS),
        "land": chance.choice(LANDS),
        "thing": chance.choice(THINGS),
        "day": "Monday",
    }
    own = [_word(chance) for _ in range(9)]
    far = [_word(chance).capitalize() for _ in range(10)]
    found = []
    for number, outlet in enumerate(chance.sample(OUTLETS, chance.choice((1, 1, 2, 3)))):
        told |= {"minutes": str(chance.randint(15, 90)), "number": str(chance.randint(3, 40))}
        lines = [chance.choice(OPENINGS), *chance.sample(MIDDLES, 2), *chance.sample(FILLERS, 3)]
        told |= dict(zip("abc", chance.sample(own, 3), strict=True))
        places = ", ".join(chance.sample(far, 7))
        text = " ".join(line.format(**told) for line in lines) + f" Greetings came from {places}."
        row = {"key": f"k{start + number}", "outlet": outlet, "published": day, "text": text}
        found.append(row | {"headline": f"{one.split()[1]} and {other.split()[1]} meet in {told['town']}"})
    return found


def _word(chance: random.Random) -> str:
    """A word of no language: what one happening is about and others are not."""
    return (chance.choice(STARTS) + chance.choice(STARTS) + chance.choice(ENDS)).lower()


def _copy(chance: random.Random, made: list[dict[str, str]]) -> dict[str, str]:
    old = chance.choice(made)
    return old | {
        "key": f"k{len(made)}",
        "outlet": chance.choice(OUTLETS),
        "text": "Our correspondent reports. " + old["text"],
    }


def _correction(chance: random.Random, made: list[dict[str, str]]) -> dict[str, str]:
    old = chance.choice(made)
    return old | {"text": old["text"] + f" A correction: the talks began at {chance.randint(8, 19)}:00."}


def write(path: Path, number: int, seed: int = 7) -> Path:
    """The reports in a file of JSON lines."""
    lines = [json.dumps(row, ensure_ascii=False) for row in reports(number, seed)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
