"""What flows between the rooms: frozen types, no I/O.

In: nothing. Out: the words that every other room speaks. May import: the standard library and `errors` only.

    span      a half-open stretch of a text
    article   what comes in
    layers    what a reading is made of: one frozen layer per stage
    record    what goes out: the public contract `onrecord/1`
    problem   what could not be read, and the remedy
    wire      value <-> JSON, the only serialiser
    notation  record <-> plain text, the language of tests and docs
"""
