"""Every error has one shape: {"error": {"status", "message", "remedy"}}; people see the same three things on a page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any, Final

from onrecord.errors import LedgerBusy, NotInLedger, OnrecordError

TOO_LARGE: Final = 413
RETRY_SECONDS: Final = 5
"""After so long a busy ledger is asked again."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong, and what to do about it."""

    status: int
    message: str
    remedy: str

    @property
    def title(self) -> str:
        return HTTPStatus(self.status).phrase


@dataclass(frozen=True, slots=True)
class FaultAnswer:
    """The JSON of an error."""

    error: Fault

    def json(self) -> dict[str, Any]:
        return asdict(self)


LARGE_HEAD: Final = Fault(
    431, "The request's head is too large", "Ask with a shorter address, fewer cookies and fewer headers."
)


class Refusal(OnrecordError):
    """A page cannot be given. `headers` go with the answer."""

    def __init__(self, status: int, message: str, remedy: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(f"{message}: {remedy}")
        self.fault, self.headers = Fault(status, message, remedy), headers or {}


def of_error(error: OnrecordError) -> Fault:
    """The fault that one of our errors tells; its message is cut where the remedy begins."""
    if isinstance(error, Refusal):
        return error.fault
    said, _, remedy = str(error).partition(": ")
    if isinstance(error, LedgerBusy):
        return Fault(503, said, "Try again in a few seconds; nothing was lost.")
    status = 404 if isinstance(error, NotInLedger) else 400
    return Fault(status, said, remedy or "Go back, and change what was asked.")


def headers_of(error: OnrecordError) -> dict[str, str] | None:
    """The headers that go with the answer (RFC 9110: Retry-After in seconds)."""
    if isinstance(error, Refusal):
        return error.headers
    return {"Retry-After": str(RETRY_SECONDS)} if isinstance(error, LedgerBusy) else None


def of_status(status: int, detail: str) -> Fault:
    """The fault of an HTTP error that the framework raised."""
    remedies = {
        404: "The pages are: the desk (/), /search, /meetings, /map, /sources, /codebook, /read; the addresses are in /openapi.json.",
        405: "A page is read with GET; what changes the ledger is sent by the forms on the pages.",
        TOO_LARGE: "Split it into its articles, or use `onrecord add` for an archive.",
    }
    messages = {404: "There is no such page", 405: "This address does not take that"}
    return Fault(status, messages.get(status, detail), remedies.get(status, "Check the address and what was sent."))
