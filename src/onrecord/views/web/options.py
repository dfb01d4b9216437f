"""What a server of pages is told once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.views.web.proxies import Network

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Options:
    """`host` and `port`: where it listens; `author`: whose name stands under judgements of who has not logged in; `login`: changes need a
    login; `secure`: cookies go over TLS only; `names`: further host names under which it may be asked; `proxies`:
    networks whose X-Forwarded-For is believed."""

    host: str = "127.0.0.1"
    port: int = 8600
    author: str = "desk"
    login: bool = False
    secure: bool = False
    names: tuple[str, ...] = ()
    proxies: tuple[Network, ...] = ()

    @property
    def open(self) -> bool:
        """Whether others than this machine can ask: then nothing changes without a login."""
        return self.host not in LOOPBACK

    @property
    def needs_login(self) -> bool:
        return self.login or self.open

    @property
    def known_hosts(self) -> frozenset[str] | None:
        """The names in a Host header that are answered (others: a page elsewhere that points its own name at us); None for all."""
        if self.host in ("0.0.0.0", "::") and not self.names:  # noqa: S104  a comparison, no binding
            return None
        return LOOPBACK | {name.casefold() for name in (self.host, *self.names)}
