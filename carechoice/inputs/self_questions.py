"""Questions a person can answer about themselves. No link or file holds the answers."""

from __future__ import annotations

from collections.abc import Mapping

from carechoice.language.sentences import say

# How sure they are: four questions.
SURE = ("options", "matters", "support", "feeling")
# Whether they feel safe now.
SAFE = "assess_safe"


def sure_key(question: str) -> str:
    """The key of the answer to one of the questions of how sure the person is."""
    return f"sure_{question}"


def answers_about_oneself(key: str) -> Mapping[str, str]:
    """What can be answered to the question with this key, each with what the person reads."""
    if key == SAFE:
        return {answer: say(f"assess.answer.{answer}") for answer in ("safe", "worried")}
    return {answer: say(answer) for answer in ("yes", "no")}
