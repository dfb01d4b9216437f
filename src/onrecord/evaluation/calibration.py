"""How far the confidence of a record's findings can be taken at its word, and the curves that make it so.

    python -m onrecord.evaluation.calibration --shared ../shared [--limit 40] [--keep RAW.jsonl] [--records RAW.jsonl] [--write]

Reads development sets with raw scores (`Settings(calibrated=False)`), tells which findings are right (`calibration_samples`), and prints, field
by field, the expected calibration error of the raw scores, that of the calibrated ones (five folds by article: each is scored by curves that
did not see it), and precision at coverage. With `--write` it writes the curves of every field whose raw error is over 0.05 to
`knowledge/confidence.json`, the pictures `docs/pictures/calibration-*.svg` and the tables in `docs/codebook/confidence.md`: run it
again whenever weights or rules have changed. `--keep` keeps the raw records, `--records` takes them instead of reading.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import defaultdict
from dataclasses import replace
from hashlib import md5, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from onrecord.errors import OnrecordError, SourceError
from onrecord.evaluation import calibration_fit as fit
from onrecord.evaluation.calibration_picture import drawn
from onrecord.evaluation.calibration_samples import FIELDS
from onrecord.evaluation.gold import Document, kept, read_texts
from onrecord.knowledge.confidence import FILE
from onrecord.pipeline import reader
from onrecord.settings import Settings, from_environment
from onrecord.values.wire import dumps

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from onrecord.evaluation.calibration_samples import Sample
    from onrecord.knowledge.confidence import Curve
    from onrecord.values.record import Record

SETS: Final = {
    "attribution": ("polnear_dev",),
    "event": tuple(f"real_events_{letter}" for letter in "abcdef"),
    "place": ("lgl_dev", "gwn", "geovirus_dev"),
    "time": ("timebank", "aquaint", "meantime_dev"),
}
LABELS: Final = Path(__file__).parents[1] / "training/labels/held_out.jsonl"
STORIES: Final = ("news_cluster", "ecbplus", "basil_dev", "wikiref220", "fakes_dev")
HELD_OUT: Final = 120
"""Of 1000 stories of events, those that training never sees: as `training.corpus` has it, a test keeps both alike."""
ENOUGH: Final = 0.05
"""The calibration error up to which raw scores are left as they are."""
LONGEST: Final = 6000
PAGE, PICTURES = Path("docs/codebook/confidence.md"), Path("docs/pictures")
BEGIN, END = "<!-- measured: python -m onrecord.evaluation.calibration --write -->", "<!-- end -->"


def part(key: str) -> int:
    """A number in 0 … 999 that depends on the key alone."""
    return int(md5(key.encode(), usedforsecurity=False).hexdigest(), 16) % 1000


def documents(gold: Path, field: str, limit: int) -> list[Document]:
    """So many documents of each set (twice as many of an only one), those that training holds out first; of events, which stories train, those alone,
    and articles with sentences that we labelled and training never saw."""
    if field == "event":
        given = _held_out(gold)
        return (given + _ours(gold, {document.text for document in given}))[: limit * 4]
    each, out = (limit if len(SETS[field]) > 1 else limit * 2), []
    for name in SETS[field]:
        rows = [row for row in _rows(gold / f"{name}.jsonl.gz") if len(row["text"]) <= LONGEST]
        out += sorted(rows, key=lambda row: (part(row["key"]), row["key"]))[:each]
    return [_document(row) for row in out]


def samples(field: str, pairs: Sequence[tuple[Document, Record]]) -> list[Sample]:
    """Every finding of the field in these records, with its raw score."""
    return [one for document, record in pairs for one in FIELDS[field](document, record)]


def told(field: str, found: Sequence[Sample], *, mended: bool) -> str:
    """A field's figures as Markdown: errors, and precision at coverage of the scores that records carry."""
    crossed = fit.crossed(field, found) if mended else list(found)
    right = 100 * sum(s.right for s in found) / max(1, len(found))
    rows = fit.at_coverage(crossed)
    errors = f"calibration error {fit.error(found):.3f} raw, {fit.error(crossed):.3f} as records carry it."
    return "\n".join(
        (
            f"**{field}**: {len(found):,} findings in {len({s.article for s in found})} articles, {right:.1f} % right; {errors}",
            "",
            "| kept | " + " | ".join(f"{100 * share:.0f} %" for share, _, _ in rows) + " |",
            "|---|" + "---|" * len(rows),
            "| from a confidence of | " + " | ".join(f"{cut:.2f}" for _, cut, _ in rows) + " |",
            "| right, % | " + " | ".join(f"{precision:.1f}" for _, _, precision in rows) + " |",
        )
    )


def run(field: str, pairs: Sequence[tuple[Document, Record]]) -> tuple[str, Mapping[str, Curve], str]:
    """A field measured: its figures, its curves (none where raw scores will do), its picture."""
    found = samples(field, pairs)
    mended = fit.error(found) > ENOUGH
    crossed = fit.crossed(field, found) if mended else found
    picture = drawn(field, fit.reliability(found), fit.reliability(crossed), fit.at_coverage(crossed))
    return told(field, found, mended=mended), fit.fitted(field, found) if mended else {}, picture


def _held_out(gold: Path) -> list[Document]:
    """The labelled articles of the stories held out; of one text all its sentences, from whichever set."""
    story = {
        row["key"]: f"{name}/{at}"
        for name in STORIES
        for row in _rows(gold / f"{name}.jsonl.gz")
        if (at := _story(row)) is not None
    }
    rows = [row for name in SETS["event"] for row in _rows(gold / f"{name}.jsonl")]
    home: dict[str, str] = {}
    for row in rows:
        source = str(row.get("source", ""))
        told = story.get(row["key"]) or story.get(source.split("/", 1)[-1])
        home.setdefault(
            row["text"], told or ("ecb" + source.split("/")[1].split("_", 1)[0] if "ecb" in source else row["key"])
        )
    out: dict[str, Document] = {}
    for row in sorted(rows, key=lambda row: (part(home[row["text"]]), row["text"])):
        if part(home[row["text"]]) < HELD_OUT and row["text"] not in out and len(row["text"]) <= LONGEST:
            out[row["text"]] = _document(row)
    return list(out.values())


def _ours(gold: Path, known: Container[str]) -> list[Document]:
    """Articles with sentences of `training/labels/held_out.jsonl`, in order of their hashes; a text that has changed, or is `known`, is left out."""
    sentences: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for line in _rows(LABELS):
        sentences[line["set"], line["key"]].append(line)
    out = []
    for name in sorted({name for name, _ in sentences}):
        path = gold / f"{name}.jsonl.gz"
        for row in _rows(path) if path.exists() else ():
            lines = sentences.get((name, row["key"]), [])
            digest = sha256(row["text"].encode()).hexdigest()
            if lines and lines[0]["sha256"] == digest and row["text"] not in known and len(row["text"]) <= LONGEST:
                out.append((digest, _document({**row, "gold": {"sentences": lines}})))
    return [document for _, document in sorted(out, key=lambda pair: pair[0])]


def _story(row: Mapping[str, Any]) -> Any:
    inner = row.get("gold")
    inner = inner if isinstance(inner, dict) else {}
    return next(
        (v for name in ("story", "weak_story", "topic") if (v := row.get(name) or inner.get(name)) is not None), None
    )


def _document(row: Mapping[str, Any]) -> Document:
    return Document(row["key"], row["text"], row.get("published"), row.get("outlet"), dict(row["gold"]))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    except (OSError, EOFError, ValueError) as error:
        raise SourceError(f"{path} cannot be read: {error}: name the folder that holds gold/ with --shared") from error


def _read(
    wanted: Mapping[str, Sequence[Document]], settings: Settings, records: Path | None
) -> dict[str, list[tuple[Document, Record]]]:
    """The documents of each field with their raw records: those of a file, or read now; each text once."""
    known = {record.article.text: record for record in kept(records)} if records else {}
    pairs: dict[str, list[tuple[Document, Record]]] = defaultdict(list)
    for field, every in wanted.items():
        for document in every:
            if document.text not in known and records is None:
                (known[document.text],) = read_texts([document], settings)
            if document.text in known:
                pairs[field].append((document, known[document.text]))
    return pairs


def _keep(path: Path, pairs: Mapping[str, Sequence[tuple[Document, Record]]]) -> None:
    records = {record.article.text: record for every in pairs.values() for _, record in every}
    path.write_text("".join(dumps(record) + "\n" for record in records.values()), encoding="utf-8")


def write(measured: Mapping[str, tuple[str, Mapping[str, Curve], str]], note: str) -> None:
    """The curves into the package; pictures and tables into `docs/`, where the work is done in a checkout."""
    curves = {field: curves for field, (_, curves, _) in measured.items() if curves}
    FILE.write_text(json.dumps({"note": note, "curves": curves}, indent=1) + "\n", encoding="utf-8")
    for field, (_, _, picture) in measured.items() if PICTURES.is_dir() else ():
        (PICTURES / f"calibration-{field}.svg").write_text(picture, encoding="utf-8")
    if PAGE.exists():
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        tables = "\n\n".join(
            f"{text}\n\n![{field}](../pictures/calibration-{field}.svg)" for field, (text, _, _) in measured.items()
        )
        PAGE.write_text(f"{before}{BEGIN}\n{note}\n\n{tables}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0; 2 for a file that cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m onrecord.evaluation.calibration",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with gold/")
    parser.add_argument("--limit", type=int, default=40, help="documents a set")
    parser.add_argument(
        "--only", action="append", default=[], choices=[*FIELDS], help="this field alone (may be repeated)"
    )
    parser.add_argument("--keep", type=Path, help="keep the raw records here (JSON lines)")
    parser.add_argument("--records", type=Path, help="raw records kept earlier, instead of reading")
    parser.add_argument(
        "--write", action="store_true", help="write the curves, the pictures and the tables of the page"
    )
    args = parser.parse_args(words)
    settings = replace(from_environment(), calibrated=False)
    fields = args.only or [*FIELDS]
    try:
        wanted = {field: documents(args.shared / "gold", field, args.limit) for field in fields}
        pairs = _read(wanted, settings, args.records)
        if args.keep:
            _keep(args.keep, pairs)
    except OnrecordError as error:
        sys.stderr.write(f"calibration: {error}\n")
        return 2
    measured = {field: run(field, pairs[field]) for field in fields if pairs[field]}
    weights = (reader(settings).weights or "no weights").removeprefix("sha256:")[:16]
    note = f"Fitted with the weights {weights} on {sum(map(len, pairs.values()))} articles of the development sets."
    sys.stdout.write("\n\n".join((note, *(text for text, _, _ in measured.values()))) + "\n")
    if args.write:
        write(measured, note)
    return 0


if __name__ == "__main__":
    sys.exit(main())
