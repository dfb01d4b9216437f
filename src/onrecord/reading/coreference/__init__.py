"""Who is spoken of, and which words speak of the same one.

In: `Syntax`, `Names`, the text. Out: figures with their mentions, which `reading.actors` makes into the record's actors. May import
`knowledge` and `values`.
"""
