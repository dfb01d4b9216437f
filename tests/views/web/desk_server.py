"""A desk that is served on a free port of this machine, and a browser to look at it with."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from onrecord.keeping.ledger import Ledger
from onrecord.views.web.application import application
from onrecord.views.web.options import Options
from onrecord.views.web.serving import HELD

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = "no Chromium is installed here (Debian: apt-get install chromium): the browser's tests are left out"


@contextmanager
def served(ledger: Ledger, wrapped: Callable[[Any], Any] = lambda app: app, **options: object) -> Iterator[str]:
    """The address of a running desk, without a slash at its end. `wrapped`: what stands between the desk and who asks."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = wrapped(application(ledger, Options(port=port, author="Ada", **options)))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", **HELD))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    for _ in range(400):
        if server.started:
            break
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        running.join(10)
