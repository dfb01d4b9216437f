"""What a record says, as a person would want it told: plain view data, in which nothing is printed yet and nothing is left to decide.

In: a `Record`. Out: a `Sheet` (`sheet.sheet`), coloured stretches of the text (`marks.marks`). May import: `values` and below.
"""
