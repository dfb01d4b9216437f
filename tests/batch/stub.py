"""A process that reads, as the true one, but with a reader that loads nothing; words of a report tell it to fail."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
from pathlib import Path

from onrecord.batch.child import serve
from onrecord.errors import WeightsError
from onrecord.values.findings import Credit, Moment
from onrecord.values.problem import Problem
from onrecord.values.record import ArticleHead, Reader, Record


def read(article, settings):
    if "CRASH" in article.text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "RAISE" in article.text:
        raise KeyError("a fault of ours")
    if article.text.startswith("ONCE "):  # a kill from outside, at the worst moment
        mark = Path(article.text.removeprefix("ONCE "))
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    if "HANG" in article.text:
        time.sleep(60)
    if "DAMAGED" in os.environ.get("STUB", ""):
        raise WeightsError("the weights are damaged: get them again")
    time.sleep(float(os.environ.get("STUB_SECONDS", "0")))
    print("a library that prints", flush=True)
    head = ArticleHead(
        "sha256:" + hashlib.sha256(article.text.encode("utf-8", "replace")).hexdigest(),
        article.text,
        key=article.key,
        url=article.url,
        outlet=Credit(article.outlet) if article.outlet else None,
        published=Moment(article.published, "given" if article.published else "unknown"),
    )
    problems = article.problems or (() if article.text else (Problem(article.key or "?", "stub", "empty", "None."),))
    return Record(Reader("stub"), head, problems=problems)


if __name__ == "__main__":
    try:
        sys.exit(serve(read))
    except BrokenPipeError:
        sys.exit(0)
