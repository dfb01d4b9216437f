"""Two reports of one meeting that we wrote: they agree that it was held, and differ on how long it lasted."""

from __future__ import annotations

FIRST = {
    "outlet": "Harbour Post",
    "published": "2026-05-12",
    "text": """Toomsalu and Rebane meet in Riga

Prime Minister Anna Toomsalu of Estonia and President Karl Rebane of Latvia met in Riga on Tuesday for talks on the harbour railway.

The two leaders met for 20 minutes, a spokesman for the Latvian president said.

They agreed to reopen the railway line before the winter, Toomsalu told reporters.

Freight companies have waited for the line since a bridge near Valka was closed in January.
""",
}
SECOND = {
    "outlet": "Baltic Evening Wire",
    "published": "2026-05-13",
    "text": """Baltic leaders talk about the harbour railway

Estonian Prime Minister Anna Toomsalu and Latvian President Karl Rebane met in Riga on Tuesday, their first meeting this year.

An Estonian official, who asked not to be named, said the conversation lasted 45 minutes and was "useful."

Rebane said that nothing had been signed on the harbour railway. "We will go on talking," he told reporters in Riga.

Police detained six demonstrators outside the guildhall, a witness said.
""",
}
