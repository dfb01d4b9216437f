"""Reports that we wrote for the pictures of the desk: an explosion whose toll rises over two days, and talks that one side denies."""

from __future__ import annotations

BLAST = (
    {
        "outlet": "Danube Courier",
        "published": "2026-04-01T18:30",
        "text": """Explosion at grain warehouse in Galati kills 12

An explosion tore through a grain warehouse in the Romanian port of Galati on Wednesday, killing 12 people, police said.

At least 30 people were injured, the county hospital said.

The cause was not known. The owner of the warehouse declined to comment.
""",
    },
    {
        "outlet": "Black Sea Post",
        "published": "2026-04-02T09:10",
        "text": """Toll of Galati warehouse blast rises

The explosion at a grain warehouse in Galati on Wednesday killed 17 people, the interior ministry said on Thursday.

A dock workers' union said that 23 people had been killed. "Nobody has counted the night shift," a union official said.

More than 40 people were injured, the ministry said.
""",
    },
    {
        "outlet": "Evening Telegraph of Iasi",
        "published": "2026-04-03T07:45",
        "text": """Galati mourns as search ends

Rescuers ended their search on Friday after the explosion at the grain warehouse in the port of Galati, which killed 21 people, the interior ministry said.

At least 44 people were injured in the blast on Wednesday, according to the county hospital.

The dock workers' union kept to its own figure: 23 people had been killed, it said.
""",
    },
)
CALL = (
    {
        "outlet": "Harbour Post",
        "published": "2026-04-08",
        "text": """Ministers speak about gas deliveries

Turkish Foreign Minister Selin Aydin spoke by phone with her Bulgarian counterpart Petar Donev on Tuesday about gas deliveries, her ministry said.

The two ministers agreed to hold talks in Sofia in May, the ministry said in a statement.
""",
    },
    {
        "outlet": "Sofia Evening",
        "published": "2026-04-09",
        "text": """Sofia denies call with Ankara

Bulgarian Foreign Minister Petar Donev denied on Wednesday that he had spoken with Turkish Foreign Minister Selin Aydin about gas deliveries.

"There was no such call," Donev told reporters in Sofia.
""",
    },
)
