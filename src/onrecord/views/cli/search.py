"""`onrecord search`: words and filters -> the reports of a ledger that have them."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, get_args

from onrecord.values.findings import EventType, SourceForm
from onrecord.views.cli import intake, ledgers
from onrecord.views.cli.ledgers import between, line_of, many, short

if TYPE_CHECKING:
    import argparse

    from rich.text import Text

    from onrecord.ledger.found import Happening, Hit

HELP = "search the reports and events of a ledger"
DESCRIPTION = """\
Finds the reports that have the words, the best first, and the events in them that meet the filters.

QUERY is words (all must be there), "phrases", begin*, and -words that must not be there; it may be left out where there is a filter. All
filters must hold for one event. ACTOR and PLACE are an id or a part of a name. Days are inclusive: of the event, else of publication.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY")
    parser.add_argument(
        "--type", choices=get_args(EventType), metavar="TYPE", help="PLOVER event type, such as CONSULT"
    )
    parser.add_argument("--actor", help="who takes part in it")
    parser.add_argument("--place", help="where it happened")
    parser.add_argument("--since", type=ledgers.a_day, metavar="DAY", help="not before this day")
    parser.add_argument("--until", type=ledgers.a_day, metavar="DAY", help="not after this day")
    parser.add_argument(
        "--claimant-form",
        choices=(*get_args(SourceForm), "report"),
        metavar="FORM",
        help=f"asserted by a source of this form: {', '.join(get_args(SourceForm))}; report (the article itself)",
    )
    parser.add_argument("--limit", type=intake.whole, default=20, metavar="N", help="the best N (default: 20)")
    ledgers.arguments(parser, as_of=True)


def run(args: argparse.Namespace) -> int:
    from onrecord.errors import LedgerError

    filters = {name: getattr(args, name) for name in ("type", "actor", "place", "since", "until", "claimant_form")}
    query = " ".join(args.query).strip()
    if not query and not any(filters.values()):
        raise LedgerError("what is searched? Give words, or a filter such as --type CONSULT")
    with ledgers.opened(args) as ledger:
        hits = ledger.search(query, **filters, as_of=args.as_of, limit=args.limit)
    if args.format == "json":
        ledgers.emit_json({"hits": [asdict(one) for one in hits]})
        return 0
    terminal = ledgers.console(args)
    asked = " · ".join(
        filter(None, (query, *(f"{name.replace('_', ' ')} {told}" for name, told in filters.items() if told)))
    )
    found = "No report" if not hits else f"{many(len(hits), 'report')}{', the best' if len(hits) == args.limit else ''}"
    from rich.text import Text

    from onrecord.views.cli.visible import visible

    terminal.print(Text(f"{found} for {visible(asked)}", style="dim"))
    for hit in hits:
        terminal.print()
        terminal.print(_hit(hit))
    return 0


def _hit(hit: Hit) -> Text:
    from rich.text import Text

    from onrecord.views.cli.visible import visible

    told = Text.assemble(
        (visible(hit.report.headline), "bold"), f"  {visible(line_of(hit.report))}  ", (short(hit.report.id), "cyan")
    )
    if hit.story:
        told.append("  in ").append(short(hit.story), style="cyan")
    snippet = Text("  " + visible(hit.snippet).replace("\n", " "), style="dim")
    for start, end in hit.marks:
        snippet.stylize("bold yellow not dim", start + 2, end + 2)
    told.append("\n").append_text(snippet)
    for one in hit.events[:4]:
        told.append("\n  ").append_text(_event(one))
    if len(hit.events) > 4:
        told.append(f"\n  … and {many(len(hit.events) - 4, 'more event')}", style="dim")
    return told


def _event(one: Happening) -> Text:
    from rich.text import Text

    from onrecord.views.cli.visible import visible

    who = " → ".join(filter(None, (", ".join(one.actors), ", ".join(one.recipients))))
    details = filter(None, (", ".join(one.places), between(one.earliest, one.latest) if one.earliest else "", one.mode))
    told = Text.assemble(
        (short(one.id), "cyan"), "  ", (one.type, "bold green"), f"  “{visible(one.trigger)}”  {visible(who)}"
    )
    told.append(f"  {visible(' · '.join(details))}", style="dim")
    if one.factuality != "happened":
        told.append(f"  {one.factuality}", style="yellow")
    return told
