"""`onrecord correct`: judges a value of a record: it is right, it is another, it is not so, one is missing."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from onrecord.errors import LedgerError
from onrecord.views.cli import intake, ledgers
from onrecord.views.cli.ledgers import brief, judged, many, short

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from onrecord.keeping.ledger import Ledger
    from onrecord.ledger.judgements import Judgement
    from onrecord.ledger.reviewed import Correction, Reviewed, Target

# The parts of a record, as they are listed.
ORDER = ("events", "attributions", "quantities", "times", "actors", "places", "disagreements")
HELP = "accept, correct or reject a value of a record"
DESCRIPTION = """\
Keeps a judgement on a value, with who, why and when. What was read is never rewritten: views go by the corrections that stand, and
`onrecord undo` takes one back.

  onrecord correct r69268e21                                what can be judged, and what was
  onrecord correct r69268e21 --section events --words met   only that, of the events, in which the word stands
  onrecord correct r69268e21 e1.duration PT40M --why '…'    it is another value
  onrecord correct r69268e21 e1.duration --accept --why '…' it is right
  onrecord correct r69268e21 e1.actors.1 --reject --why '…' it is not so
  onrecord correct r69268e21 e1.fields.killed --insert '{"value": 3, "start": 10, "end": 15}' --why '…'

ID is that of a report (r…), or of an event, attribution or disagreement in it (e…, v…, d…), in which PATH then begins: e61ff6584 duration.
VALUE is words or a number; where an object stands ({"start": 10, "end": 20}), JSON: what it names is changed, the rest stays. Offsets are code
points. Paths count in the record as it was read; docs/correcting.md tells more.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("path", nargs="?", metavar="PATH")
    parser.add_argument("value", nargs="?", metavar="VALUE")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--accept", action="store_true", help="it is right as it stands")
    how.add_argument("--reject", action="store_true", help="it is not so")
    how.add_argument("--insert", metavar="JSON", help="one more member of the list at PATH")
    parser.add_argument("--why", "--reason", metavar="REASON", help="why: it is kept with the judgement")
    parser.add_argument(
        "--author",
        metavar="NAME",
        default=os.environ.get("ONRECORD_AUTHOR"),
        help="who judges (default: ONRECORD_AUTHOR)",
    )
    parser.add_argument(
        "--section", choices=tuple(ORDER), help="list only what can be judged in this part of the record"
    )
    parser.add_argument(
        "--words", metavar="WORDS", help="list only what has these words in its value, its evidence or its name"
    )
    parser.add_argument("--limit", type=intake.whole, default=40, metavar="N", help="list the first N (default: 40)")
    parser.add_argument("--dated", metavar="DATE", help="when it was judged, if that was not now, ISO 8601")
    ledgers.arguments(parser, as_of=True)


def run(args: argparse.Namespace) -> int:
    with ledgers.opened(args) as ledger:
        report, path = _where(ledger, args.id, args.path)
        if path is None or (args.value is None and not (args.accept or args.reject or args.insert)):
            return _listed(args, ledger.reviewed(report, as_of=args.as_of), path)
        made = _judged(ledger, args, report, path)
    ledgers.done(args, made)
    return 0


def _where(ledger: Ledger, id: str, path: str | None) -> tuple[str, str | None]:
    report, local = ledger.locate(id)
    return report, f"{local}.{path}" if local and path else local or path


def _judged(ledger: Ledger, args: argparse.Namespace, report: str, path: str) -> Judgement:
    if args.value is not None and (args.accept or args.reject or args.insert):
        raise LedgerError("give a VALUE, or --accept, --reject or --insert, not both")
    if not args.why:
        raise LedgerError("why? Give --why REASON: it is kept with the judgement")
    who: dict[str, Any] = {"author": ledgers.author(args), "why": args.why, "dated": args.dated}
    if args.accept:
        return ledger.accept(report, path, **who)
    if args.reject:
        return ledger.reject(report, path, **who)
    if args.insert:
        return ledger.insert(report, path, _json(args.insert), **who)
    return ledger.correct_words(report, path, args.value, **who)


def _json(words: str) -> Any:
    try:
        return json.loads(words)
    except (ValueError, RecursionError) as error:
        raise LedgerError(
            f'--insert takes JSON, such as \'{{"value": 3, "start": 10, "end": 15}}\': {error}'
        ) from error


def _listed(args: argparse.Namespace, view: Reviewed, path: str | None) -> int:
    head, _, rest = (path or "").partition(".")
    inside = (f"{path}.", f"{head}.fields.{rest}.") if path else ("",)
    every = [one for one in view.targets() if f"{one.path}.".startswith(inside)]
    if path and not every:
        raise LedgerError(f"nothing can be judged at {path}: `onrecord correct {short(view.report)}` lists what can")
    sections = {one.id: name for name in ORDER for one in getattr(view.record, name)}
    targets = [one for one in every if _wanted(args, one, sections)]
    order = {name: n for n, name in enumerate(ORDER)}
    targets.sort(key=lambda one: order[sections.get(one.path.partition(".")[0], "events")])

    def lines() -> Iterator[str]:
        shown = targets[: args.limit]
        width = max((len(one.path) for one in shown), default=0)
        for one in shown:
            yield f"{one.path:<{width}}  {_value(one)}  {one.label}"
        if not targets:
            yield f"nothing of the {many(len(every), 'value')} of {short(view.report)} meets this: leave --section or --words out"
        elif len(targets) > len(shown):
            yield f"… and {many(len(targets) - len(shown), 'more value')} ({_counted(targets, sections)}): --limit {len(targets)} shows all, --section and --words narrow it"
        corrections = [one for one in view.corrections if f"{one.path}.".startswith(inside)]
        yield f"{many(len(corrections), 'correction')} of {path or short(view.report)}"
        yield from (_correction(one) for one in corrections)

    told = {
        "report": view.report,
        "record": view.record_id,
        "targets": [asdict(one) for one in targets],
        "corrections": [asdict(one) for one in view.corrections],
    }
    ledgers.said(args, told, lines())
    return 0


def _wanted(args: argparse.Namespace, one: Target, sections: dict[str, str]) -> bool:
    if args.section and sections.get(one.path.partition(".")[0]) != args.section:
        return False
    words = f"{one.path} {one.label} {one.words} {brief(one.value)}".casefold()
    return all(word in words for word in (args.words or "").casefold().split())


def _counted(targets: list[Target], sections: dict[str, str]) -> str:
    """`events 34, attributions 51`: how many of each part."""
    held = Counter(sections.get(one.path.partition(".")[0], "events") for one in targets)
    return ", ".join(f"{name} {held[name]:,}" for name in ORDER if held[name])


def _value(one: Target) -> str:
    words = brief(one.value)
    if words.startswith(("{", "[")) or isinstance(one.value, dict) and "actor" in one.value:
        words = f"“{one.words}”"
    return words if len(words) <= 40 else words[:40] + "…"


def _correction(one: Correction) -> str:
    state = "" if one.state == "stands" else f"  ({one.state}{f': {one.because}' if one.because else ''})"
    return f"{short(one.judgement.id)}  {judged(one.judgement)}{state}"
