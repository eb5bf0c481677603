"""Lines that say that a plan has not approved care, or does not any more."""

from __future__ import annotations

import re

_ASKED = (
    r"(?:auth\b|authori[sz]\w*|pre-?auth\w*|pre-?cert\w*|approval\b|requests?\b|appeals?\b"
    r"|peer[- ]to[- ]peer\b|p2p\b)"
)
_CARE = (
    r"(?:iop|intensive out[- ]?patient|(?:psycho)?therapy|counseling|programs?|sessions?|visits?"
    r"|days?|care|treatment)\b"
)
_REFUSED = (
    r"(?:denied|denials?|denies|declined|rejected|refused|revoked|non-?certified"
    r"|not (?:approved|granted|authori[sz]ed|certified))\b"
)
_LAPSED = r"(?:expired|lapsed|pend(?:ed|ing))\b"
# What can happen, or did not, says nothing of what has been answered.
_BETWEEN = (
    r"(?:(?!\b(?:if|unless|without|lack|failure|not|never|no|may|can|could|might|would)\b)"
    r"[^.;$%]){0,40}?"
)
_NO_SUCH = (
    r"(?!\W{0,3}(?:no|none|n/?a|0)\b|[^.;:=?]{0,20}[:=?] ?(?:no|none|n/?a|0)\b"
    r"| (?:if|unless|without|w/o|only if)\b)"
)
_NOT_APPROVED = re.compile(
    rf"\b{_ASKED}{_BETWEEN}\b(?:{_REFUSED}|{_LAPSED}){_NO_SUCH}"
    rf"|\b(?:{_REFUSED}|{_LAPSED}){_NO_SUCH}{_BETWEEN}\b{_ASKED}{_NO_SUCH}"
    rf"|\b{_CARE}{_BETWEEN}\b{_REFUSED}{_NO_SUCH}"
    rf"|\b{_REFUSED}{_NO_SUCH}{_BETWEEN}\b{_CARE}",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;]")
_IN_SOME_CASE = re.compile(
    r"\b(?:if|unless|when(?:ever)?|without|w/o|failure|in case)\b"
    r"|\b(?:no|not|never|any|zero) (?:\w+ ){0,3}\Z",
    re.IGNORECASE,
)
_REFUSAL = re.compile(rf"\b(?:{_REFUSED}|{_LAPSED})", re.IGNORECASE)


def is_not_approved(line: str) -> bool:
    """Whether it says so, and not of some case only, or that nothing was refused."""
    for said in _NOT_APPROVED.finditer(line):
        refusal = _REFUSAL.search(line, said.start())
        before = _CLAUSE_END.split(line[: refusal.start()])[-1] if refusal else ""
        if not _IN_SOME_CASE.search(before):
            return True
    return False
