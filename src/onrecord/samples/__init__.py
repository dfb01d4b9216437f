"""Reports that we made up, for the demo, the docs and the tests: one meeting, as five outlets tell it.

In: the name of a sample. Out: an `Article`. May import: `values`, `errors`. The people, outlets and events are invented.
"""
