"""Makes what `learned` loads. In: labelled texts (never in the repository). Out: `learned/weights/`. May import everything, and torch."""
