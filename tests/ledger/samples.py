"""Four reports that we wrote: two of one meeting, a copy of one of them, and one of a storm."""

from __future__ import annotations

from onrecord.values.article import Article

TALKS = (
    "Ilves and Toom met in Riga on Monday for 20 minutes, an official said. The presidents of Livonia and Courland talked on the margins of the "
    "harbour summit and agreed to reopen the railway line between their capitals before winter sets in. The line was closed in April when "
    "Courland recalled its ambassador. Freight companies had warned that another season without the crossing would ruin the smaller ports along "
    "the coast. A joint commission of engineers will inspect the bridges next month and report to both parliaments."
)
OTHERS = (
    "Ilves and Toom met in Riga on Monday for 35 minutes, Toom said. The leaders of Livonia and Courland spoke beside the harbour, the first such "
    "talk since spring. Trains on the railway line could run again by December, though no paper was signed. Fishermen in both countries have "
    "waited for a thaw, and shares of the state railway rose after the news of the summit spread."
)
STORM = (
    "A storm tore the roof off the stadium in Tartu on Saturday, hours before the cup final. Nobody was hurt, the fire brigade said, but the match "
    "was moved to Friday. Engineers will examine the stands this week. The club asked supporters to keep their tickets while insurers count."
)


def article(key: str, text: str, outlet: str, day: str = "2026-03-02", **more: str) -> Article:
    return Article(
        text,
        key=key,
        outlet=outlet,
        published=day,
        headline=more.pop("headline", f"Report {key}"),
        language="en",
        **more,
    )


A = article("a", TALKS, "Baltic Wire", headline="Presidents meet in Riga")
B = article("b", OTHERS, "Harbour Post", headline="Ilves and Toom talk trains")
COPY = article("c", "Our correspondent writes from Riga. " + TALKS, "Morning Courier", "2026-03-03")
OTHER = article("d", STORM, "State Radio")
ALL = (A, B, COPY, OTHER)
