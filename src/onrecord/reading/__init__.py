"""Article -> Reading: layers of findings over the text, one stage per file, the table in `stages.py`.

In: an `Article`. Out: a `Reading`. May import: `learned`, `knowledge`, `settings`, `values`, `errors`. Knows nothing of records,
stories or stores.
"""
