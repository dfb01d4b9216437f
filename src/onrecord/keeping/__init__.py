"""The second conductor: articles are read, kept and grouped. The only room that knows both the ledger and what fills it.

In: `Article`s and a ledger. Out: what became of each; the ledger's stories. May import: `pipeline`, `stories`, `ledger`, `learned` and all below.

    ledger     an open ledger, with reading and grouping: `add`, `settle`, and all that the store does
    signature  an article -> what finds the reports that may tell of the same happening
"""
