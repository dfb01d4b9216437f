"""TIMEX3 in English news: a grammar over kinds of words, and a calendar. Needs no parse.

In: a text, its paragraphs, a date of reference. Out: `engine.expressions`: spans with type, value, mod, anchor. May import:
`reading.numbers`, `knowledge.timewords`. Written from the TimeML annotation guidelines (1.2.1) and TIDES TIMEX2 (2005).
"""
