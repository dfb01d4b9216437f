"""The outside world -> Articles: one file per way in.

In: files, folders, streams, pages, feeds. Out: `Article`s, in order, one at a time. May import: `knowledge`, `settings`, `values`, `errors`. Touches disk; touches the network only in `fetch`, only when asked.
"""
