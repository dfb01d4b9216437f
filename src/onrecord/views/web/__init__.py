"""The desk's web pages: a ledger, looked at and corrected in a browser. Rendered here, offline, each page with its `.json` twin.

In: an open ledger. Out: HTML, JSON, SVG. May import: everything in `views` but `cli`, and what stands below. Needs the extra `web`.

    application  a ledger and options -> the ASGI application          serving    runs it
    site         what every page has at hand                           shelf      stories compared, kept until the ledger changes
    guard        who asks, and what may be asked: headers, CSRF, login  faults     one shape for every error
    pages/       one file a page: its data, its address, its twin      templates/ one file a page: how it is set
"""
