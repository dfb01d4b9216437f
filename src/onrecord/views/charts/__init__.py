"""Pictures of stories and records: Vega-Lite specs as plain data, each with a title that says what is seen, a text for those who do not see
it, and its table.

In: a `Material` (stories, records). Out: a `Picture` (`kinds.draw`); its SVG and PNG (`rendering`), its page (`document`). May import:
`views.present`, `values`, `settings`, `errors`; `vl_convert` (the extra `web`) in `rendering` alone.
"""
