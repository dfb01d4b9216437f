"""Sessions that nobody uses end before their time. When each was last used is known to this process alone: a page that is looked at writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock
from typing import Final

from onrecord.ledger.users import Session

IDLE: Final = timedelta(hours=2)
KEPT: Final = 1000  # sessions that are remembered before those that have ended are swept out


class Idle:
    """When each session was last used. May be asked from several threads. A server that was begun anew knows of no use since the login: it asks
    for another login sooner rather than later."""

    def __init__(self, clock: Callable[[], str]) -> None:
        self._clock, self._lock = clock, Lock()
        self._last: dict[str, datetime] = {}

    def still(self, session: Session) -> bool:
        """Whether the session was used within IDLE before now; if so, it is used now."""
        now = datetime.fromisoformat(self._clock())
        with self._lock:
            last = self._last.get(session.csrf) or datetime.fromisoformat(session.made_at)
            if now - last > IDLE:
                self._last.pop(session.csrf, None)  # and its login is longer ago still
                return False
            self._last[session.csrf] = max(now, last)
            if len(self._last) > KEPT:
                self._last = {key: one for key, one in self._last.items() if now - one <= IDLE}
        return True
