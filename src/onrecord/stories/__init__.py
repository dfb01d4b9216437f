"""Many reports -> stories: which tell of one happening, how many of them know it themselves, where they differ, and who says which.

In: `Article`s (`group`) or `Record`s (`compare`). Out: `Story`s. Pure functions, no store. May import: `learned`, `knowledge`, `settings`,
`values`, `errors`.

    compare     the conductor: records -> story
    telling     one report as a comparison reads it; `sources`, `sentences` help it
    claimants   one name for one claimant
    aside       which sentences tell the story's incident
    counts, parts, talks, means, wheres, doers, status, blanks    what each account says of a field
    sides, hedges   which party a claimant belongs to; whether a value is told outright
    kinds, difference, agreement    where claims differ, in what way, and where they agree
    vectors, pairs, likeness, grouping    how alike reports are, and the groups that follow
    copies, origins, wording        which reports are one text
    policies    ways to look at the claims of a field
"""
