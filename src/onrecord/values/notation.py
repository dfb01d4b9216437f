"""Record <-> plain text: a notation that is pleasant to read, and to write by hand in tests and docs. `docs/notation.md` teaches it.

One line for a finding, what belongs to it indented below; the evidence is the words of the text themselves:

    onrecord/1
    article "wire-17"
    text
      | Ilves and Toom met for 20 minutes, state radio reported.

    CONSULT e1 'met' mode third-party
      who p1 'Ilves' by a1
      who p2 'Toom' by a1
      duration exact PT20M '20 minutes' by a1

    says a1 indirect 'Ilves and Toom met for 20 minutes'
      source 'state radio' other_outlet
      cue 'reported'

    actor p1 "Ilves" person
      mentions name 'Ilves'
    actor p2 "Toom" person
      mentions name 'Toom'

A value that is the very words of its evidence is left out (`where pl1 'Antalya'`). `'he'#3` is the third "he" of the text, `'first words … last words'` a long stretch, `~0.87` a confidence, `[rule]` what found it, `;` a comment.
`read(write(record)) == record` for every record.
"""

from __future__ import annotations

from onrecord.values.notation_read import read
from onrecord.values.notation_write import write

__all__ = ["read", "write"]
