"""The command `onrecord`: one file per verb.

In: words of the command line, standard input. Out: records and figures on standard output, problems on standard error, an exit status.
May import: everything below `views.cli`; at the top of a verb's file only the standard library, as `--help` must be quick.
"""
