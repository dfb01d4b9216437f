"""Records as people see them: a terminal, a page, the spaCy pipeline.

In: `Record`s. Out: text, for a terminal, a file or a browser. May import: everything below it (`evaluation`, `samples`, `api`, `sources`,
`values` …). Inside: `cli` and `html` stand on `present`, which is plain data; only `cli` prints.
"""
