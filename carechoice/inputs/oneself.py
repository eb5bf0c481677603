"""What a person can answer about themselves. It stays in the visit: no link or file holds it."""

from __future__ import annotations

# How sure they are: four questions.
SURE = ("options", "matters", "support", "feeling")
# Whether they feel safe now.
SAFE = "assess_safe"


def sure_key(question: str) -> str:
    """The key of the answer to one of the questions of how sure the person is."""
    return f"sure_{question}"
