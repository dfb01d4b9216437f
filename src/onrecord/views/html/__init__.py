"""Records as one self-contained page.

In: `Record`s. Out: HTML that asks nothing of the network and runs no script. May import: `views.present`, `values` and below.
"""
