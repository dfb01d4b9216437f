"""What on a page is no reporting: lines, timestamps, bylines and credits, datelines, headlines, the guess of the language.

In: the text of an article. Out: spans with their kind. May import: `knowledge`, `values`. Called by `reading.page` alone.
"""
