"""Gold -> figures: how well onrecord reads, measured, and the gate that keeps it so.

In: gold (texts with what a person found in them) and records. Out: precision, recall, F1; a table; an exit status. May import: `api` and
everything below it. Touches disk, and starts the scorers of a shared folder as processes of their own.

    measures, agreement, marks   our own small implementation of the main figures (`onrecord evaluate`)
    gold                         gold files and kept records
    sets                         the table of development sets, and which figures of each are pinned
    runs                         one scorer, run
    floors                       what has been reached, in floors.json
    gates                        `make gates`: all sets, one table, an exit status
"""
