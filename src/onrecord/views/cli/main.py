"""The command `onrecord`: the table of verbs, and the one place where errors become words and an exit status.

Exit status: 0 done (also where a record tells problems: they go to standard error), 1 a gate or comparison says no, 2 misuse or input that
cannot be read, 130 interrupted. Never a traceback, unless ONRECORD_TRACE=1 asks for it.
"""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.errors import OnrecordError
from onrecord.reading.lightly import start_lightly
from onrecord.views.cli import (
    add,
    batch,
    chart,
    compare,
    correct,
    demo,
    evaluate,
    explain,
    export,
    group,
    judgements,
    ledger,
    merge,
    read,
    review,
    schema,
    search,
    serve,
    split,
    stories,
    story,
    undo,
    user,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

# To add a verb: write its file (HELP, DESCRIPTION, arguments, run), add it here.
VERBS: dict[str, ModuleType] = {
    "read": read,
    "explain": explain,
    "group": group,
    "compare": compare,
    "batch": batch,
    "add": add,
    "stories": stories,
    "story": story,
    "search": search,
    "correct": correct,
    "review": review,
    "merge": merge,
    "split": split,
    "undo": undo,
    "judgements": judgements,
    "user": user,
    "ledger": ledger,
    "serve": serve,
    "export": export,
    "chart": chart,
    "evaluate": evaluate,
    "schema": schema,
    "demo": demo,
}

LONGEST_NAME = 200  # of a file, as errors show it
LONG_ID = re.compile(r"\b([acdejlrsv][0-9a-f]{8})[0-9a-f]{24}\b", re.ASCII)

DONE, MISUSE, INTERRUPTED = 0, 2, 130

DESCRIPTION = "Reads news reports and keeps the record: what happened, and who says so."
EPILOG = """\
examples:
  onrecord read report.txt --published 2026-03-03
  curl -s https://example.org/report | onrecord read - --from html
  onrecord read reports/*.html --format jsonl > records.jsonl
  onrecord explain report.txt e1
  onrecord compare reports/*.txt
  onrecord batch archive/*.warc.gz --out tables/
  onrecord add reports/ --ledger news.db
  onrecord stories --ledger news.db
  onrecord demo

exit status: 0 done, 1 a comparison says no, 2 misuse or unreadable input
"""


def main(words: Sequence[str] | None = None) -> int:
    """Runs the command and gives its exit status."""
    if words is None:  # a process of its own
        _have_streams()
    args = parser().parse_args(words)
    if words is None:
        start_lightly()
    try:
        _speak_unicode()
        return int(VERBS[args.verb].run(args))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone (`| head`): nothing is left to say, also not at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (OnrecordError, OSError) as error:
        if os.environ.get("ONRECORD_TRACE"):
            raise
        print(f"onrecord: {told(error)}", file=sys.stderr)
        return MISUSE
    except Exception as error:
        if os.environ.get("ONRECORD_TRACE"):
            raise
        fault = f"{type(error).__name__}: {error}"
        print(f"onrecord: a fault of ours ({fault}): please report it; ONRECORD_TRACE=1 shows where", file=sys.stderr)
        return MISUSE


def told(error: Exception) -> str:
    """An error for a terminal: nothing in it that a terminal would obey, and ids as people see them."""
    from onrecord.views.cli.visible import visible  # noqa: PLC0415  who makes no error needs no wire

    words = _of_system(error) if isinstance(error, OSError) else str(error)
    return LONG_ID.sub(r"\1", visible(words))


def _of_system(error: OSError) -> str:
    """What the system refused, with the remedy."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{error.filename or 'the disk'} has no room left: make room and run the command again"
    if error.filename is None or error.strerror is None:
        return f"{error}: is the disk or the other end still there? Run the command again"
    name = str(error.filename2 or error.filename)
    shown = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
    return f"{shown} cannot be read or written ({error.strerror}): check the path and its permissions"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    made = argparse.ArgumentParser(
        prog="onrecord", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("--version", action="version", version=f"onrecord {__version__}")
    verbs = made.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, verb in VERBS.items():
        own = verbs.add_parser(
            name, help=verb.HELP, description=verb.DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        verb.arguments(own)
    return made


def _have_streams() -> None:
    """Where a stream was closed (`2>&-`), one that leads nowhere: what is opened next would take its number and be written into."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  open until the process ends


def _speak_unicode() -> None:
    """No output fails for want of a letter in the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")
