"""Many reports -> stories: which tell of one happening, and how many of them know it themselves. Pure functions, no store.

In: `Article`s. Out: `Story`s (keys, origins). May import: `learned`, `knowledge`, `settings`, `values`, `errors`.
"""
