"""`onrecord user`: who may log in to the pages of a ledger and correct there."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from onrecord.errors import LedgerError
from onrecord.views.cli import ledgers

if TYPE_CHECKING:
    import argparse

    from onrecord.keeping.ledger import Ledger

HELP = "add, list or remove who may correct in the pages"
DESCRIPTION = """\
add       a user; the password is asked for, or read from standard input (one line) where that is no terminal
password  another password; the user is logged out everywhere
list      who there is
remove    the user can log in no more; what they judged stays, with their name

Passwords are kept in the ledger as scrypt hashes. Served beyond localhost, nobody corrects without a login.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=tuple(DOES))
    parser.add_argument("name", nargs="?", metavar="NAME")
    ledgers.arguments(parser)


def run(args: argparse.Namespace) -> int:
    if args.what != "list" and not args.name:
        raise LedgerError(f"who? onrecord user {args.what} NAME --ledger …")
    with ledgers.opened(args, create=args.what == "add") as ledger:
        return DOES[args.what](ledger, args)


def add(ledger: Ledger, args: argparse.Namespace) -> int:
    made = ledger.users.add(args.name, _password())
    ledgers.said(args, asdict(made), [f"{made.name} can log in to {ledger.name} now"])
    return 0


def password(ledger: Ledger, args: argparse.Namespace) -> int:
    ledger.users.change_password(args.name, _password())
    ledgers.said(args, {"name": args.name}, [f"{args.name} has another password, and must log in anew"])
    return 0


def listed(ledger: Ledger, args: argparse.Namespace) -> int:
    every = ledger.users.list()
    lines = [
        f"{one.name}  added {one.added_at[:10]}, {f'last login {one.last_login[:10]}' if one.last_login else 'never logged in'}"
        for one in every
    ]
    none = "No users: on this computer alone everybody corrects; to serve others, onrecord user add NAME."
    ledgers.said(args, {"users": [asdict(one) for one in every]}, lines or [none])
    return 0


def remove(ledger: Ledger, args: argparse.Namespace) -> int:
    ledger.users.remove(args.name)
    ledgers.said(args, {"name": args.name}, [f"{args.name} can log in no more"])
    return 0


def _password() -> str:
    """The password: asked for twice at a terminal, else a line of standard input."""
    if not sys.stdin.isatty():
        try:
            return sys.stdin.readline().rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise LedgerError(
                f"the password is not in {error.encoding}, as this terminal writes: type it anew"
            ) from error
    from getpass import getpass

    first = getpass("Password: ")
    if first != getpass("Once more: "):
        raise LedgerError("these were two different passwords: try again")
    return first


DOES = {"add": add, "password": password, "list": listed, "remove": remove}
