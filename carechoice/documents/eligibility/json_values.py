"""Values of JSON that may be of any kind, as text, as a list or as an object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def list_of(value: Any) -> list[Any]:
    """A list as it is; what is no list as the only one of its list, and nothing as none."""
    return value if isinstance(value, list) else [value] if value else []


def mapping_of(value: Any) -> Mapping[str, Any]:
    """An object as it is; anything else as one that says nothing."""
    return value if isinstance(value, Mapping) else {}


def text_of(value: Any) -> str:
    """A text or a number as text; anything else says nothing."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if isinstance(value, str) else str(value) if is_number else ""
