"""Who says what, by which words: source, cue and content over the text, as in PARC3 and PolNeAR.

In: `Page`, `Quotations`, `Syntax`, `Actors`, and the network's `Findings` where there are any. Out: `Attributions`. Rules read the parse and
the quotation marks; where the network proposes, its proposals are the base and the rules repair and add. May import what `reading` may.
"""
