"""The training run: seeded, resumable, and fitted to a given time: the learning rate falls to nothing when the time is up."""

from __future__ import annotations

import logging
import random
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from tokenizers import Tokenizer

from onrecord.learned.pieces import LONGEST
from onrecord.training.batches import batches
from onrecord.training.corpus import load
from onrecord.training.encoder import BASE_INNER, HEAD, INNER
from onrecord.training.examples import Window, documents, window
from onrecord.training.losses import WEIGHTS, losses
from onrecord.training.model import Network
from onrecord.training.slimming import slim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

log = logging.getLogger(__name__)

SNAPSHOTS = (0.12, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 1.0)  # of the time, when averaged weights are kept
EMA = 0.99
WARMUP, FLOOR = 0.04, 0.02  # of the time, of the rate
KEPT_EVERY = 240.0  # seconds between resumable checkpoints


@dataclass(frozen=True)
class Plan:
    """One run: `minutes` of training in all; `pieces` in a batch; rates at their peak."""

    gold: Path
    base: Path
    tokenizer: Path
    out: Path
    silver: Path | None = None
    minutes: float = 60
    pieces: int = 2304
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    dropout: float = 0.1
    frozen: int = 0
    seed: int = 1
    stage: str = "main"  # whose shares of the data
    start: Path | None = None  # averaged weights of an earlier run
    limit: int = 0  # of texts, for a smoke run


def tokenizer(path: Path) -> Tokenizer:
    """The tokenizer, without its truncation and padding."""
    out = Tokenizer.from_file(str(path))
    out.no_truncation()
    out.no_padding()
    return out


def rate(progress: float) -> float:
    """Share of the peak learning rate: linear up, then linear down."""
    if progress < WARMUP:
        return max(progress / WARMUP, 0.01)
    return max(FLOOR, (1 - progress) / (1 - WARMUP))


def beginning(plan: Plan, windows: Sequence[Window]) -> dict[str, Any]:
    """The state to start from: an earlier run's averaged weights or the base encoder's, slimmed where they are wider than ours."""
    if plan.start:
        state = torch.load(plan.start, weights_only=True)
        state = state.get("ema", state)
    else:
        wide = Network(inner=BASE_INNER)
        wide.encoder.load_bert(plan.base)
        state = wide.state_dict()
    if len(state["encoder.layers.0.up.bias"]) != INNER:
        state = slim(state, windows, INNER)
    return {k: v for k, v in state.items() if not k.startswith("words.") or plan.start}


class Run:
    """The state of a run: network, optimizer, averaged weights, seconds spent."""

    def __init__(self, plan: Plan, windows: Sequence[Window]) -> None:
        self.plan = plan
        random.seed(plan.seed)
        np.random.seed(plan.seed)  # noqa: NPY002
        torch.manual_seed(plan.seed)
        state = beginning(plan, windows)
        heads = state["encoder.layers.0.out.weight"].shape[1] // HEAD
        self.network = Network(plan.dropout, plan.frozen, heads=heads)
        self.network.load_state_dict(state, strict=False)
        self.network.encoder.freeze()
        groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = defaultdict(list)
        for name, p in self.network.named_parameters():
            if p.requires_grad:
                fresh = not name.startswith("encoder.") or name == "encoder.features"
                groups[fresh, p.ndim > 1].append(p)
        self.optimizer = torch.optim.AdamW(
            [{"params": ps, "weight_decay": 0.01 if matrix else 0.0, "peak": plan.head_rate if fresh else plan.encoder_rate, "lr": 0.0}
             for (fresh, matrix), ps in groups.items()],
            betas=(0.9, 0.98), foreach=True,
        )  # fmt: skip
        self.ema = {k: v.detach().clone() for k, v in self.network.state_dict().items()}
        self.spent, self.steps, self.seen = 0.0, 0, 0

    def save(self, path: Path) -> None:
        """Everything that `resume` needs."""
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), "ema": self.ema,
                 "spent": self.spent, "steps": self.steps, "seen": self.seen}  # fmt: skip
        temporary = path.with_suffix(".tmp")
        torch.save(state, temporary)
        temporary.replace(path)

    def resume(self, path: Path) -> None:
        """Goes on where `save` left off; batches are drawn afresh with another seed."""
        state: dict[str, Any] = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.ema = state["ema"]
        self.spent, self.steps, self.seen = state["spent"], state["steps"], state["seen"]

    def step(self, batch: list[Any]) -> dict[str, float]:
        """One update; gives each term of the loss."""
        progress = self.spent / (self.plan.minutes * 60)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * rate(progress)
        terms = losses(self.network, batch)
        loss = torch.stack([WEIGHTS[name] * term for name, term in terms.items()]).sum()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_([p for p in self.network.parameters() if p.requires_grad], 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.steps += 1
        self.seen += sum(len(w.ids) for w in batch)
        averaged(self.ema, self.network.state_dict(), self.steps)
        return {name: float(term.detach()) for name, term in terms.items()} | {"loss": float(loss.detach())}


def averaged(average: dict[str, Any], state: Mapping[str, Any], steps: int) -> None:
    """Moves the average towards the state, quickly at first; word embeddings stand still."""
    keep = min(EMA, (1 + steps) / (10 + steps))
    names = [k for k in average if k != "encoder.words.weight" and state[k].is_floating_point()]
    torch._foreach_lerp_([average[k] for k in names], [state[k] for k in names], 1 - keep)


def spent(out: Path) -> float:
    """Seconds that the run in `out` has had."""
    last = out / "last.pt"
    return float(torch.load(last, weights_only=True, mmap=True)["spent"]) if last.exists() else 0.0


def train(plan: Plan, *, resume: bool = False) -> Path:
    """Trains until the time is up and gives the path of the averaged weights. Progress goes to the screen and to the log."""
    plan.out.mkdir(parents=True, exist_ok=True)
    last = plan.out / "last.pt"
    corpus = load(plan.gold, plan.silver, plan.seed)
    texts = corpus.texts
    if plan.limit:
        texts = random.Random(plan.seed).sample(texts, plan.limit)
    cut = tokenizer(plan.tokenizer)
    read = [one for text in texts for one in documents(cut, text)]
    log.info("%d texts, %d pieces", len(read), sum(len(d.pieces) for d in read))
    sample = [window(d, 0, min(len(d.pieces), LONGEST)) for d in read[:: max(1, len(read) // 200)]]
    run = Run(plan, sample)
    if resume and last.exists():
        run.resume(last)
    run.network.train()
    total, sums, count = plan.minutes * 60, defaultdict[str, float](float), 0
    marks = [m for m in SNAPSHOTS if m > run.spent / total]
    began, kept = time.monotonic() - run.spent, time.monotonic()
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:.0f}%"), TimeRemainingColumn()
    )
    with bar:
        task = bar.add_task("training", total=total)
        for batch in batches(read, plan.pieces, plan.seed + run.steps, plan.stage):
            for name, value in run.step(batch).items():
                sums[name] += value
            count += 1
            run.spent = time.monotonic() - began
            bar.update(task, completed=run.spent)
            if count == 25:  # steps a line
                told = " ".join(f"{k} {v / count:.4f}" for k, v in sums.items())
                log.info(
                    "step %d %.1f%% %d pieces %.0f/s %s",
                    run.steps,
                    100 * run.spent / total,
                    run.seen,
                    run.seen / run.spent,
                    told,
                )
                sums.clear()
                count = 0
            if marks and run.spent >= marks[0] * total:
                torch.save(run.ema, plan.out / f"ema-{round(100 * marks.pop(0)):03d}.pt")
            if time.monotonic() - kept > KEPT_EVERY:
                run.save(last)
                kept = time.monotonic()
            if run.spent >= total:
                break
    run.save(last)
    final = plan.out / "ema-100.pt"
    torch.save(run.ema, final)
    return final
