"""Reading -> Record: who says what about which event.

In: a `Reading` with all its layers. Out: a `Record`. May import: `learned` (its types), `knowledge`, `settings`, `values`, `errors`.
"""
