"""What helps staff who walk a client through a page: what to say, to ask back and to keep even."""

from __future__ import annotations

from carechoice.catalog import catalog
from carechoice.words import say

KINDS = ("say", "teach_back", "balance")
# What is said on a page that has no sentences of its own.
ANY_PAGE = "any"


def help_for(page: str) -> list[str]:
    """What to say, a question that shows whether it was clear, and a reminder to stay even."""
    own = page if f"together.{page}.say" in catalog().sentences else ANY_PAGE
    return [say(f"together.{kind}", sentence=say(f"together.{own}.{kind}")) for kind in KINDS]
