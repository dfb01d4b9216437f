"""`onrecord serve`: the desk's web pages of a ledger, on this machine."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import getpass
import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

from onrecord.errors import SettingsError
from onrecord.views.cli import ledgers

if TYPE_CHECKING:
    import argparse

HELP = "look at a ledger, and correct it, in a browser"
DESCRIPTION = """\
Serves the pages of a ledger: the newest stories and where their accounts differ, reports with their evidence, actors, meetings, a map, search,
sources, the codebook; paste a text and see its record; correct, and take back. Needs pip install 'onrecord[web]'. Nothing is asked of the network.

It answers this machine alone, unless --host says otherwise: then nothing can be changed without a login (`onrecord user add`). Put a server with
TLS before it, and give --secure. A ledger that is not there is made.
"""
NEEDED = ("fastapi", "uvicorn", "jinja2", "multipart", "vl_convert", "markdown_it")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ledger",
        metavar="FILE|URL",
        default=os.environ.get("ONRECORD_LEDGER"),
        help="a file (SQLite) or postgresql+psycopg://USER@HOST/NAME (default: ONRECORD_LEDGER)",
    )
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (default: 127.0.0.1, this machine alone)")
    parser.add_argument("--port", type=int, default=8600, help="at which port (default: 8600)")
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="HOST",
        help="a further name under which it may be asked; repeatable",
    )
    parser.add_argument(
        "--author",
        metavar="NAME",
        help="whose name stands under judgements without a login (default: ONRECORD_AUTHOR, or who you are here)",
    )
    parser.add_argument("--login", action="store_true", help="changes need a login, also on this machine")
    parser.add_argument(
        "--trusted-proxy",
        action="append",
        default=[],
        metavar="ADDRESS[,…]",
        help="a proxy whose X-Forwarded-For tells where logins come from; repeatable (default: none is believed)",
    )
    parser.add_argument("--secure", action="store_true", help="cookies go over TLS alone")


def run(args: argparse.Namespace) -> int:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise SettingsError(f"serving needs {', '.join(missing)}: pip install 'onrecord[web]'")
    from onrecord.views.web.options import Options
    from onrecord.views.web.proxies import networks
    from onrecord.views.web.serving import serve

    author = args.author or os.environ.get("ONRECORD_AUTHOR") or _who()
    options = Options(
        args.host, args.port, author, args.login, args.secure, tuple(args.name), networks(args.trusted_proxy)
    )
    with ledgers.opened(args, create=True) as ledger:
        serve(
            ledger,
            options,
            lambda address: print(f"onrecord: {ledger.name} is at {address} (Ctrl-C stops)", flush=True),
        )
    return 0


def _who() -> str:
    """The name of whoever runs this. Raises SettingsError where the system knows none, as in a container with a user of its own."""
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise SettingsError(
            "who judges? This machine has no name for you: give --author NAME, or set ONRECORD_AUTHOR"
        ) from error
