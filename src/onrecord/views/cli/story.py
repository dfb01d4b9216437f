"""`onrecord story`: one story: its reports by origin, what they tell, which values, and who asserts them."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING

from onrecord.views.cli import ledgers
from onrecord.views.cli.compare import POLICIES
from onrecord.views.cli.ledgers import between, counted, judged, many, short

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from onrecord.ledger.found import Claim, Happening, Report, Story
    from onrecord.values.story import Story as Comparison

HELP = "show one story of a ledger"
DESCRIPTION = """\
Shows the reports of one happening, copies under their origin; the events that they tell; each value with who asserts it and how many
independent origins carry it; and where their accounts differ, as `onrecord compare` does for files. --format markdown, html, csv and jsonl are those
of `compare`; --policy shows one figure a field, by a rule that you choose. ID is that of a story (s…) or of any report in it (r…); the beginning of an id is enough where no other begins so.
"""
MOST = 12  # events shown
FORMATS = ("text", "markdown", "html", "csv", "json", "jsonl")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    ledgers.arguments(parser, as_of=True, formats=FORMATS)
    parser.add_argument("--policy", choices=POLICIES, help="one line a field under this policy, instead of the page")


def run(args: argparse.Namespace) -> int:
    from onrecord.views.cli.compare import under, written
    from onrecord.views.cli.discrepancy import accounts
    from onrecord.views.cli.read import emit
    from onrecord.views.present.answer import answer
    from onrecord.views.present.discrepancy import discrepancies

    with ledgers.opened(args) as ledger:
        story = ledger.story(args.id, as_of=args.as_of)
        compared = ledger.compare(story.reports[0].id, as_of=args.as_of)
        if args.format not in ("json", "jsonl", "csv"):  # programs join by whole ids, people read short ones
            compared = _short(compared)
        if args.policy or args.format not in ("text", "json"):
            emit(
                under(compared, args.policy, as_json=args.format == "json")
                if args.policy
                else written(compared, args.format)
            )
            return 0
        events, claims = ledger.events(story=story, as_of=args.as_of), ledger.claims(story, as_of=args.as_of)
    if args.format == "json":
        told = ledgers.story_json(story)
        values = {"events": [asdict(one) for one in events], "values": [asdict(one) for one in claims]}
        ledgers.emit_json(told | values | {"accounts": answer(compared)})
        return 0
    terminal = ledgers.console(args)
    for part in _parts(story, events, claims, accounts(discrepancies(compared), terminal.width)):
        terminal.print(part)
    return 0


def _short(compared: Comparison) -> Comparison:
    """The same, in which reports go by as much of their ids as tells them apart."""
    from dataclasses import replace

    from onrecord.ledger.identity import shortened

    short_ = shortened(one.key for one in compared.reports)
    reports = (replace(one, key=short_[one.key], origin=short_.get(one.origin, one.origin)) for one in compared.reports)
    claims = (replace(one, report=short_[one.report]) for one in compared.claims)
    return replace(compared, id=short_.get(compared.id, compared.id), reports=tuple(reports), claims=tuple(claims))


def _parts(
    story: Story, events: Sequence[Happening], claims: Sequence[Claim], sheet: Sequence[RenderableType]
) -> Iterator[RenderableType]:
    from rich.text import Text

    from onrecord.views.cli.visible import visible

    yield Text.assemble((visible(story.headline), "bold underline"), f"  {short(story.id)}")
    yield Text(f"{counted(story)} · {between(*story.days)}", style="dim")
    yield Text("\nREPORTS", style="bold")
    yield _reports(story.reports)
    news = [one for one in events if not one.background]
    if news:
        yield Text("\nWHAT THEY TELL", style="bold")
        yield _events(news, story)
    if claims:
        yield Text("\nVALUES, AND WHO ASSERTS THEM", style="bold")
        yield _claims(claims, story)
    if len(story.reports) > 1:
        yield Text("\nTHEIR ACCOUNTS, HELD AGAINST EACH OTHER", style="bold")
        yield from sheet
    if story.judgements:
        yield Text("\nJUDGEMENTS", style="bold")
        for one in story.judgements:
            undone = "  (undone)" if one.undone_by else ""
            yield Text(f"  {short(one.id)}  {visible(judged(one))}{undone}", style="dim" if one.undone_by else "")


def _reports(reports: Sequence[Report]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    from onrecord.views.cli.visible import visible

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    order = {one.id: number for number, one in enumerate(reports)}
    for one in sorted(reports, key=lambda r: (order.get(r.origin or r.id, 0), r.id != r.origin, order[r.id])):
        copy = one.origin is not None and one.id != one.origin
        title = Text("└ copy  " if copy else "", style="dim").append(
            visible(one.headline), style="dim" if copy else "not dim"
        )
        if one.version > 1:
            title.append(f"  version {one.version}", style="yellow")
        grid.add_row(
            "  " + short(one.id), (one.published or "no date")[:10], visible(one.outlet or "outlet not known"), title
        )
    return grid


def _events(events: Sequence[Happening], story: Story) -> RenderableType:
    """Events that look alike (type, mode, people) in one line, with how many reports and origins tell of them."""
    from rich.table import Table
    from rich.text import Text

    from onrecord.views.cli.visible import visible

    origin = {one.id: one.origin or one.id for one in story.reports}
    alike: dict[tuple[str, str | None, frozenset[str], str], list[Happening]] = defaultdict(list)
    for one in events:
        alike[one.type, one.mode, frozenset(one.actors + one.recipients), one.factuality].append(one)
    ranked = sorted(
        alike.values(), key=lambda many: (-len({origin[one.report] for one in many}), many[0].type, many[0].id)
    )
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(style="bold green", no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_column(style="dim", no_wrap=True, justify="right")
    for every in ranked[:MOST]:
        one = every[0]
        days = [day for e in every for day in (e.earliest, e.latest) if day]
        where = ", ".join(dict.fromkeys(place for e in every for place in e.places))
        who = " → ".join(filter(None, (", ".join(one.actors), ", ".join(one.recipients))))
        told = Text(visible(f"“{one.trigger}”  {who}"))
        details = " · ".join(filter(None, (where, between(min(days), max(days)) if days else "", one.mode)))
        told.append(f"  {visible(details)}" if details else "", style="dim")
        if one.factuality != "happened":
            told.append(f"  {one.factuality}", style="yellow")
        carried = f"{many(len({e.report for e in every}), 'report')}, {many(len({origin[e.report] for e in every}), 'origin')}"
        grid.add_row("  " + short(one.id), one.type, told, carried)
    if len(ranked) > MOST:
        grid.add_row("", "", Text(f"… and {len(ranked) - MOST} more: --format json has all", style="dim"), "")
    return grid


def _claims(claims: Sequence[Claim], story: Story) -> RenderableType:
    """Field by field each value, in the words of the first report that has it, with who asserts it and who carries it."""
    from rich.table import Table
    from rich.text import Text

    from onrecord.views.cli.visible import visible
    from onrecord.views.present.wording import FIELDS

    known = {one.id: one for one in story.reports}
    order = {field: number for number, field in enumerate(FIELDS)}
    alike: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for one in claims:
        alike[one.field, one.of or ""][f"{one.bound} {one.value}"].append(one)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    for style in ("bold", "cyan", "dim"):
        grid.add_column(style=style, ratio=1)
    for (field, of), values in sorted(alike.items(), key=lambda pair: (order.get(pair[0][0], len(order)), pair[0])):
        name = f"{FIELDS.get(field, field.replace('_', ' '))}{f' ({of})' if of else ''}"
        for every in sorted(values.values(), key=lambda many: (-_origins(many, known), many[0].value)):
            who = "; ".join(dict.fromkeys(_who(one) for one in every))
            outlets = ", ".join(dict.fromkeys(known[one.report].outlet or short(one.report) for one in every))
            told = (
                Text(visible(_value(every[0]))),
                Text(visible(who)),
                Text(visible(f"{many(_origins(every, known), 'origin')}: {outlets}")),
            )
            grid.add_row("  " + visible(name), *told)
            name = ""
    return grid


def _origins(claims: Sequence[Claim], known: Mapping[str, Report]) -> int:
    return len({known[one.report].origin or one.report for one in claims})


def _value(one: Claim) -> str:
    from onrecord.views.present.wording import clipped

    words = clipped(one.words, 70)
    return f"{one.value} (corrected; the text has “{words}”)" if one.was else words or one.value


def _who(one: Claim) -> str:
    from onrecord.views.present.naming import label
    from onrecord.views.present.wording import FORMS, THE_REPORT

    if one.form == "report":
        return THE_REPORT
    name = one.claimant or " ".join((one.source or "").split()).strip(" ,;:")
    return label(name, one.form) if name else FORMS[one.form] or "nobody named"
