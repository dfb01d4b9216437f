"""How long a connection is waited for, and how much of a request's head is taken: uvicorn's protocol over h11, with an end to every wait.

uvicorn ends a connection that has been idle between two requests, and no other: one that says nothing, says its head or its body a byte at a
time, or does not take its answer would be held for ever. Each of these waits has an end here, told as 408 (RFC 9110, section 15.5.9) where an
answer can still be given; a head that is too large is 431 (RFC 6585, section 5).
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from onrecord.views.web.faults import LARGE_HEAD, Fault, FaultAnswer
from onrecord.views.web.guard import HEADERS
from onrecord.views.web.proxies import Network, within

HEAD_WITHIN: Final = (
    20.0  # seconds from the opening of a connection, or the first byte of a request, to the end of its head
)
BODY_WITHIN: Final = 600.0  # seconds of a whole body: 24 MB at 40 KB a second
BODY_PAUSE: Final = 60.0  # seconds between two pieces of a body
TAKEN_WITHIN: Final = 60.0  # seconds in which nothing of an answer is taken
CONNECTIONS: Final = 768  # at once: a process may have 1024 files open by most systems' defaults
OF_ONE: Final = 384  # of them from one address that is no proxy of ours: an office of sixty browsers, and never all

SLOW: Final = Fault(408, "The request did not come in time", "Send it again, in one go.")
CROWDED: Final = Fault(503, "Too many connections are open here", "Try again in a few seconds.")
BROKEN: Final = Fault(400, "This is no request of HTTP", "Ask with a browser, or as /openapi.json describes.")


class Patient(H11Protocol):
    """One connection of a client, and the waits for it. `proxies`: who may hold as many as there are, since they ask for others."""

    proxies: tuple[Network, ...] = ()
    _wait: asyncio.TimerHandle | None = None
    _untaken: asyncio.TimerHandle | None = None
    _began: float | None = None  # when the body under way began to come

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn narrows it so
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS or self._of_one() > OF_ONE:
            self._end(CROWDED)
        else:
            self._after(HEAD_WITHIN, self._late)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._await(heard=True)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._await(heard=bool(self.conn.trailing_data[0]))

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        self._taken()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._untaken = self.loop.call_later(TAKEN_WITHIN, self.transport.abort)

    def resume_writing(self) -> None:
        self._taken()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  uvicorn's name of it
        """Answers what h11 cannot read: 431 where it is too large, else 400."""
        error = sys.exception()  # uvicorn calls this where it has caught it
        large = isinstance(error, h11.RemoteProtocolError) and error.error_status_hint == LARGE_HEAD.status
        self._end(LARGE_HEAD if large and self._head_awaited() else BROKEN)

    def _of_one(self) -> int:
        """How many connections its address has here; 0 for a proxy's."""
        if self.client is None or within(self.client[0], self.proxies):
            return 0
        every = (one.client for one in self.connections if isinstance(one, Patient))
        return sum(client is not None and client[0] == self.client[0] for client in every)

    # ------------------------------------------------------------------ the waits

    def _head_awaited(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _await(self, *, heard: bool) -> None:
        """Sets the wait that holds now. `heard`: something of the client has come, or lies here unread."""
        theirs = self.conn.their_state
        if theirs is h11.SEND_BODY:
            self._began = self._began or self.loop.time()
            self._after(min(BODY_PAUSE, max(0.0, self._began + BODY_WITHIN - self.loop.time())), self._late)
        elif theirs is h11.IDLE and heard:
            if self._wait is None or self._began is not None:  # one wait for the whole head, however often a byte comes
                self._began = None
                self._after(HEAD_WITHIN, self._late)
        else:
            self._stop()

    def _after(self, seconds: float, what: Callable[[], object]) -> None:
        if self._wait is not None:
            self._wait.cancel()
        self._wait = self.loop.call_later(seconds, what)

    def _stop(self) -> None:
        self._began = None
        if self._wait is not None:
            self._wait.cancel()
            self._wait = None

    def _taken(self) -> None:
        if self._untaken is not None:
            self._untaken.cancel()
            self._untaken = None

    def _late(self) -> None:
        if self._began is not None and self.flow.read_paused and self.loop.time() < self._began + BODY_WITHIN:
            self._after(BODY_PAUSE, self._late)  # it is we who do not read: the client may be as quick as can be
        else:
            self._end(SLOW)

    def _end(self, fault: Fault) -> None:
        """Tells the fault, where no answer has begun, and closes the connection."""
        self._stop()
        if self.transport.is_closing():
            return
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            self._tell(fault)
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True  # what is being made of it has nobody to go to
            self.cycle.message_event.set()
        self.transport.close()

    def _tell(self, fault: Fault) -> None:
        body = json.dumps(FaultAnswer(fault).json(), separators=(",", ":")).encode()
        head: dict[str, Any] = {
            "content-type": "application/json", "content-length": str(len(body)), "connection": "close", "cache-control": "no-store", **HEADERS,
        }  # fmt: skip
        if fault is CROWDED:
            head["retry-after"] = "5"
        answer = h11.Response(
            status_code=fault.status, headers=list(head.items()), reason=HTTPStatus(fault.status).phrase.encode()
        )
        for event in (answer, h11.Data(data=body), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")


def patient(proxies: tuple[Network, ...]) -> type[Patient]:
    """The protocol of a server behind such proxies."""
    return type("Patient", (Patient,), {"proxies": proxies})
