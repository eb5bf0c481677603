"""A token bucket: so much at once, and from then on so much a second."""

from __future__ import annotations

from collections import OrderedDict
from ipaddress import IPv6Address, ip_address, ip_network

# Of more addresses than these, the one that has been quiet for longest is forgotten.
MOST_ADDRESSES = 10_000
# All of these belong to one customer.
BITS_OF_A_CUSTOMER = 64


class Buckets:
    """A bucket for each address: it holds ``at_once``, and ``per_second`` flows in."""

    def __init__(self, *, per_second: float, at_once: float) -> None:
        self._per_second = per_second
        self._at_once = at_once
        # How much is in it, and as of when.
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str, *, now: float, count: float = 1) -> float:
        """Take an amount out and return 0; or return the seconds until there is enough."""
        held, since = self._held.pop(address, (self._at_once, now))
        held = min(held + (now - since) * self._per_second, self._at_once)
        is_there = held >= min(count, self._at_once)
        self._held[address] = (held - count if is_there else held, now)
        if len(self._held) > MOST_ADDRESSES:
            self._held.popitem(last=False)
        return 0 if is_there else (count - held) / self._per_second


def counted_as(host: str) -> str:
    """The address that a client is counted under; nothing for one on this machine.

    A proxy on this machine that does not say whom it asks for would be everybody.
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return counted_as(str(address.ipv4_mapped))
        if not address.is_loopback:
            network = ip_network((int(address), BITS_OF_A_CUSTOMER), strict=False)
            return str(network)
    return "" if address.is_loopback else host
