"""Packed files that are small and say that they hold much."""

from struct import pack

BEGINS, LISTED, ENDS = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
ENDS_64, WHERE_64 = b"PK\x06\x06", b"PK\x06\x07"


def packed_with(parts, more=b""):
    """A packed file that lists so many empty parts, each with this said beside it."""
    first = pack("<4s5H3L2H", BEGINS, 20, 0, 0, 0, 0x21, 0, 0, 0, 1, 0) + b"a"
    told = (0, 0x21, 0, 0, 0, 1, len(more), 0, 0, 0, 0, 0)
    listed = (pack("<4s4B2H2H3L5H2L", LISTED, 20, 0, 20, 0, 0, 0, *told) + b"a" + more) * parts
    at = len(first) + len(listed)
    return (
        first
        + listed
        + pack("<4sQ2H2L4Q", ENDS_64, 44, 45, 45, 0, 0, parts, parts, len(listed), len(first))
        + pack("<4sLQL", WHERE_64, 0, at, 1)
        + pack("<4s4H2LH", ENDS, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    )


# What is said beside a part may be thousands of things that say nothing: each moves all the others.
NOTHINGS = pack("<HH", 2, 0) * 16_383
EMPTY_PARTS = packed_with(200_000)
MUCH_BESIDE = packed_with(140, NOTHINGS)
