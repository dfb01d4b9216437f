"""Toponyms: seen in the text (`sights`), judged (`judgement`), told apart by kind (`kinds`) and resolved (`surroundings`, `resolution`).

In: `Page`, `Syntax`, `Names`, proposals of the network where there are any. Out: what `reading.places` makes places of. May import what
`reading` may.
"""
