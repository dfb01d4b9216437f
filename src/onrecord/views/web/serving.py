"""Runs the pages of a ledger until it is stopped."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

import uvicorn
from anyio import to_thread

from onrecord.errors import OnrecordError, SettingsError
from onrecord.keeping.ledger import Ledger
from onrecord.views.web.allocation import THREADS, settled, spare
from onrecord.views.web.application import application
from onrecord.views.web.guard import LARGEST_HEAD
from onrecord.views.web.options import Options
from onrecord.views.web.pages.desk import desk
from onrecord.views.web.patience import Patient, patient
from onrecord.views.web.site import Site

KEPT_OPEN: Final = 75  # seconds of a connection without a request: longer than people read and than proxies keep theirs (60), which must close first
# However uvicorn was installed: its other protocol (httptools) knows no limit of a head, and nothing here speaks WebSocket.
HELD: Final[dict[str, Any]] = {"http": Patient, "ws": "none", "h11_max_incomplete_event_size": LARGEST_HEAD}
ENDING: Final = 20  # seconds for answers under way when the server is stopped


def address(host: str, port: int) -> str:
    """Where a browser finds the desk."""
    shown = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host  # noqa: S104  a comparison
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"


def serve(ledger: Ledger, options: Options, told: Callable[[str], object] = lambda line: None) -> None:
    """Serves until interrupted; port 0 takes any that is free. Raises SettingsError where changes need a login and nobody could log in, or the
    port cannot be had."""
    if options.needs_login and not ledger.users.any():
        raise SettingsError(
            "changes need a login here, and this ledger has no users: add one with `onrecord user add NAME`, then serve again"
        )
    listening = _listening(options)
    spare()
    made = application(ledger, options)
    ledger.settle()
    threading.Thread(target=warm, args=(made.state.site,), daemon=True).start()
    config = uvicorn.Config(
        made, log_level="warning", proxy_headers=False, server_header=False, access_log=False, timeout_keep_alive=KEPT_OPEN, timeout_graceful_shutdown=ENDING,
        **HELD | {"http": patient(options.proxies)},
    )  # fmt: skip
    told(address(options.host, listening.getsockname()[1]))
    _Server(config).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that answers with so many threads at once."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        await super().startup(sockets)


def _listening(options: Options) -> socket.socket:
    try:
        return socket.create_server(
            (options.host, options.port), family=socket.AF_INET6 if ":" in options.host else socket.AF_INET, backlog=128
        )
    except (OSError, OverflowError) as error:
        raise SettingsError(
            f"port {options.port} of {options.host} cannot be had ({error}): give another with --port or --host"
        ) from error


def warm(site: Site) -> None:
    """Compares the newest stories before anybody asks. What cannot be compared says so when it is asked for."""
    with suppress(OnrecordError):
        desk(site, 1)
    settled("pages")
