"""Whose address a request has, where it came through proxies: what a proxy of ours says of it, and nothing that anybody else does.

Each proxy writes the address that it was asked from at the end of X-Forwarded-For, so only the end can be believed: it is read backwards for as
long as those who wrote it are trusted, and the first that is not is who asks. A sender can put what it likes before that.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence

from onrecord.errors import SettingsError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def networks(told: Iterable[str]) -> tuple[Network, ...]:
    """The addresses and networks (CIDR) of lists with commas. Raises SettingsError for what is none."""
    every = [one.strip() for some in told for one in some.split(",") if one.strip()]
    try:
        return tuple(ipaddress.ip_network(one, strict=False) for one in every)
    except ValueError as error:
        raise SettingsError(
            f"--trusted-proxy takes addresses and networks, not names: {error} (give e.g. 127.0.0.1 or 10.0.0.0/8)"
        ) from error


def asker(peer: str, forwarded: Sequence[str], trusted: tuple[Network, ...]) -> str:
    """The address of who asks. `peer`: whom the connection is with; `forwarded`: the X-Forwarded-For headers, in their order. Without trust in
    the peer it is the peer; where a trusted proxy wrote what is no address, that proxy."""
    hop = _address(peer)
    if hop is None or not within(peer, trusted):
        return str(hop or peer)
    for told in reversed([one for header in forwarded for one in header.split(",")][-50:]):
        before = _address(told.strip())
        if before is None:
            break
        hop = before
        if not within(str(hop), trusted):
            break
    return str(hop)


def within(address: str, some: tuple[Network, ...]) -> bool:
    """Whether an address is one of those networks'; what is no address, is not."""
    one = _address(address)
    return one is not None and any(one in network for network in some)


def _address(told: str) -> Address | None:
    """The address that is told, with or without a port; of IPv4 inside IPv6 the IPv4."""
    if told.startswith("["):
        told = told[1:].partition("]")[0]
    elif told.count(":") == 1:
        told = told.partition(":")[0]
    try:
        found = ipaddress.ip_address(told)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
