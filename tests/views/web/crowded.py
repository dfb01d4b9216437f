"""Two hundred reports of one happening, made from a seed: what a story page must bear. Our own sentences."""

from __future__ import annotations

import random

OUTLETS = tuple(
    f"{town} {paper}"
    for town in "Riga Tallinn Vilnius Tartu Liepaja Narva Kaunas Parnu Ventspils Jelgava Valga Cesis Rakvere Viljandi Haapsalu Palanga Daugavpils Kuressaare Sigulda Rezekne".split()
    for paper in ("Courier", "Post", "Wire", "Herald", "Radio")
)
SOURCES = ("an official", "Toom", "the ministry")
TALKS = "Toomsalu and Rebane met in Riga on Monday for {minutes} minutes, {source} said."
OPENINGS = (
    "Prime Minister Anna Toomsalu met President Karl Rebane in Riga on Monday to talk about the harbour railway.",
    "Anna Toomsalu, the prime minister of Estonia, and President Karl Rebane held talks in Riga on Monday.",
    "The leaders of Estonia and Latvia, Anna Toomsalu and Karl Rebane, met in Riga on Monday, their first talks this year.",
)
MIDDLES = (
    "The two met for {minutes} minutes, an official said.",
    "The talks lasted about {minutes} minutes, a spokesman for Rebane said.",
    "Toomsalu and Rebane spoke for {minutes} minutes, state television reported.",
    "They agreed to reopen the harbour railway in spring, Toomsalu said.",
    "Rebane said that no agreement had been reached on the harbour railway.",
    "Outside, police detained {people} protesters, a witness said.",
    "Police said that {people} people had been detained.",
    "At least {people} people were injured in a crush at the harbour gate, the fire brigade said.",
    "A diplomat who asked not to be named called the talks short and useful.",
    "Toomsalu denied that the tariffs had been discussed.",
)
FILLERS = (
    "Snow fell on the old town, and a {a} band played by the river before the {b} hall.",
    "A {a} seller near the station hoped for more {b} trade by summer.",
    "The {a} museum lent the table, which once stood in a {b} manor.",
    "Lunch was {a} soup, followed by {b} cake, the guesthouse said.",
    "Children from a {a} school waved paper flags beside the {b} bridge.",
)
WORDS = "amber linen timber silver garden harbour marble copper velvet winter lantern orchard willow granite saffron cedar".split()


def reports(number: int = 200, seed: int = 11) -> list[dict[str, str]]:
    """So many reports of the talks in Riga, over three days; the same for the same seed. Every eighth is a copy of an earlier one."""
    chance = random.Random(seed)
    made: list[dict[str, str]] = []
    for place in range(number):
        outlet, day = OUTLETS[place % len(OUTLETS)], f"2026-03-0{2 + place * 3 // number}"
        if place % 8 == 7:
            old = chance.choice(made)
            made.append(old | {"key": f"k{place}", "outlet": outlet, "published": day})
            continue
        lines = [TALKS, chance.choice(OPENINGS), *chance.sample(MIDDLES, 4), *chance.sample(FILLERS, 3)]
        text = " ".join(
            line.format(
                source=chance.choice(SOURCES),
                minutes=5 * chance.randint(3, 9),
                people=chance.randint(3, 12),
                a=chance.choice(WORDS),
                b=chance.choice(WORDS),
            )
            for line in lines
        )
        row = {
            "key": f"k{place}",
            "outlet": outlet,
            "published": day,
            "text": text,
            "headline": "Toomsalu and Rebane meet in Riga",
        }
        made.append(row)
    return made
