"""Reference data, read-only: tables of words, countries, offices, outlets, calendars, PLOVER and CAMEO, the gazetteer.

In: nothing. Out: look-ups. May import: `errors` only. Every table says in its docstring where it comes from.
"""
