"""A process that reads, seen from outside: started, asked one article at a time, ended when it takes too long."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from onrecord.batch.frames import LENGTHS, packed, size_of
from onrecord.errors import BatchError
from onrecord.sources.pieces import Piece, fields_of

if TYPE_CHECKING:
    from onrecord.batch.job import Job

LOADING: Final = 900.0  # seconds: a busy machine takes long to load, and a process that loads is no article's fault


class Ended(Exception):
    """The process ended before it answered. `late`: it was ended for having taken too long; `how`: in words."""

    def __init__(self, how: str, *, late: bool = False) -> None:
        super().__init__(how)
        self.how, self.late = how, late


class Supervised:
    """One process that reads. Use from one thread; `end` may come from any."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.asked = 0
        self._waiting = b""
        self._process = subprocess.Popen(  # noqa: S603  this very Python, and a module of ours
            job.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("ONRECORD_TRACE") else subprocess.DEVNULL,
            env=_environment(job),
            start_new_session=True,
        )

    def load(self) -> None:
        """Waits until it is ready. Raises BatchError where it cannot be (weights are missing, say), Ended where it was ended."""
        head, _ = self._exchange(packed(self.job.to_json()), LOADING)
        if "fault" in head:
            self.end()
            raise BatchError(f"the reader cannot be loaded: {head['fault']}")

    def ask(self, piece: Piece) -> tuple[dict[str, Any], bytes]:
        """(what is told of it, the record's line) of one article. Raises Ended."""
        self.asked += 1
        return self._exchange(packed(fields_of(piece), piece.data), self.job.seconds)

    def end(self) -> None:
        """Ends the process at once."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Ends it and lets go of the pipes."""
        self.end()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _exchange(self, message: bytes, seconds: float) -> tuple[dict[str, Any], bytes]:
        deadline = time.monotonic() + seconds
        sink = self._process.stdin
        try:
            if sink is not None:
                sink.write(message)
                sink.flush()
            head, data = size_of(self._take(LENGTHS.size, deadline, seconds))
            return json.loads(self._take(head, deadline, seconds)), self._take(data, deadline, seconds)
        except BrokenPipeError:
            raise Ended(self._how()) from None

    def _take(self, size: int, deadline: float, seconds: float) -> bytes:
        """So many bytes of the answer."""
        pipe = self._process.stdout
        if pipe is None:
            raise Ended("it has no output")
        parts, number = [self._waiting], len(self._waiting)
        while number < size:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([pipe], [], [], left)[0]:
                self.end()
                raise Ended(f"it took longer than {seconds:g} seconds", late=True)
            if not (part := os.read(pipe.fileno(), 1 << 20)):
                raise Ended(self._how())
            parts.append(part)
            number += len(part)
        whole = b"".join(parts)
        self._waiting = whole[size:]
        return whole[:size]

    def _how(self) -> str:
        status = self._process.wait()
        if status >= 0:
            return f"the process that read it ended with status {status}"
        try:
            return f"the process that read it was ended by {signal.Signals(-status).name}"
        except ValueError:
            return f"the process that read it was ended by signal {-status}"


def _environment(job: Job) -> dict[str, str]:
    """This environment, with where this process finds its modules; libraries of arithmetic take the threads of the settings and no more."""
    threads = str(job.settings.threads)
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    path = os.pathsep.join(dict.fromkeys(entry for entry in sys.path if entry))
    return {**dict.fromkeys(names, threads), **os.environ, "PYTHONPATH": path}
