"""One line on a plan's terms -> what it says the patient owes.

It reads what public plan files, summaries of benefits and verifications of benefits say, such as
"$35 copay/visit, deductible does not apply" or "30% AD". Each word must be one it knows, those of a
label too, so a condition it does not know is never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from carechoice.documents.terms.owed import LineTerms, NotUnderstoodError
from carechoice.documents.terms.parts import EITHERS_SHARE_PERCENT, parts_of
from carechoice.documents.terms.services import OTHER_LEVEL
from carechoice.documents.terms.tidy import tidy
from carechoice.documents.terms.words import (
    OF_SERVICE,
    Service,
    end_of_label_of_both,
    label_of,
    tokens,
)

_SENTENCE_END, _CLAUSE_END = re.compile(r"[;.] +"), re.compile(r"[;.,] +")
_COMMA_BEFORE_SERVICE = re.compile(rf", +(?={OF_SERVICE})", re.IGNORECASE | re.ASCII)
# A form has each of the two in a field with its name before it.
_IN_FIELDS = re.compile(
    r"co-?pay(?:ment)? \$0(?:\.00)?[;,] co-?ins(?:urance)? [0-9]", re.IGNORECASE | re.ASCII
)
_JOINING_WORD = re.compile(r"\b(?:and|plus|then|with)\b|[+&]", re.IGNORECASE)
# How a line names each network, what tells that terms stand there, and what parts those of both.
_PROVIDERS = r"(?: providers?)?\b\)?"
_BESIDE_AMOUNT = r"(?=:? ?[$0-9])"
_IN = re.compile(
    rf"\(?\b(?:in[- ]net(?:work)?|inn|i/n|in{_BESIDE_AMOUNT}){_PROVIDERS}", re.IGNORECASE | re.ASCII
)
_OUT = re.compile(
    r"\(?\b(?:out[- ]of[- ]net(?:work)?|oon|o/n|non[- ]?(?:network|participating)"
    rf"|out{_BESIDE_AMOUNT}){_PROVIDERS}",
    re.IGNORECASE | re.ASCII,
)
_TERMS = re.compile(r"[$%]|no charge|not covered|no coverage", re.IGNORECASE)
_AND = r"(?:[;,/.]| and\b| [–—-])"
_AT_END, _AT_START = re.compile(rf"{_AND} *\Z"), re.compile(rf" *{_AND} *")
_NEXT_AMOUNT = re.compile(r" +(?=[$0-9])", re.ASCII)
_IS = " :=–—-,"
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?) ?%", re.ASCII)
_SAYS_WHOSE = re.compile(r"\b(?:you|member|patient|pt|plan|cover|co-?ins|paid)", re.IGNORECASE)
# What parts the terms of two services in one line, and the name of another level of care.
_BEFORE_SERVICE = re.compile(
    rf" *(?:\t|\||(?<= )(?://?|--?)(?= )) *(?={OF_SERVICE}[$0-9])", re.IGNORECASE | re.ASCII
)
_OF_OTHER_LEVEL = re.compile(rf"{OTHER_LEVEL}(?: ?[:=] ?| [-–—] | (?=[$0-9]))", re.IGNORECASE)


def read_services(text: str) -> tuple[LineTerms, ...]:
    """The terms that ``text`` states, one a service that it tells apart. Raises NotUnderstoodError.

    Of one that tells none apart there is one, whose service is what its label says, or None.

    A copayment and a coinsurance may stand side by side if they agree on the deductible. A lone
    percentage below 50 is the patient's share, as a coinsurance of 50 is; of more the line has to
    say whose it is. Of two shares that make up the whole, "70/30", the larger stands first and is
    the plan's. Cells of a table must say the same: which of them is the one in network is not known
    here.
    """
    line = _BEFORE_SERVICE.sub(_semicolon_behind_terms, text.strip(" \t\n|"))
    cells = [_cell(tidy(cell)) for cell in re.split(r"[\t|]", line)]
    if len(set(cells)) > 1:
        raise NotUnderstoodError(tidy(text), "cells")
    return cells[0]


def _semicolon_behind_terms(between: re.Match[str]) -> str:
    """A semicolon where terms of a service stand before the name of another one."""
    return "; " if _TERMS.search(between.string[: between.start()]) else between[0]


def _cell(line: str) -> tuple[LineTerms, ...]:
    """What a cell says; what stands below the label of a service is as good as a line."""
    if of_each := _terms_of_each_network(line):
        inside, outside = of_each
        inside = _of_better_network(inside, outside)
        _check_says_terms_alone(tidy(outside))
        return _of_a_plan(_cell(tidy(inside))) if "%" in outside else _cell(tidy(inside))
    if end_of_both := end_of_label_of_both(line):
        return _of_both(line, end_of_both)
    end = _CLAUSE_END if _COMMA_BEFORE_SERVICE.search(line) else _SENTENCE_END
    parts = end.split(line)
    if len(own := _of_own_levels(parts)) < len(parts):
        line, parts = "; ".join(own), own
    below = _by_label(parts)
    said = tuple(dict.fromkeys(terms for part in below for terms in _below_one_label(part)))
    if len({terms.service for terms in said}) < len(said):
        raise NotUnderstoodError(line)
    return said or _below_one_label(line)


def _of_better_network(inside: str, outside: str) -> str:
    """The terms in network; nobody owes a larger share of them than out of it.

    Where a bare share is the larger one of the two, and more than half, it is the plan's.
    """
    shares = _PERCENT.findall(inside), _PERCENT.findall(outside)
    if not (len(shares[0]) == len(shares[1]) == 1) or _SAYS_WHOSE.search(inside + outside):
        return inside
    own, others = (float(each) for (each,) in shares)
    if own > others:
        if own <= EITHERS_SHARE_PERCENT:
            raise NotUnderstoodError(inside, "who_pays")
        return _PERCENT.sub(r"covered at \1%", inside)
    return inside


def _of_own_levels(parts: list[str]) -> list[str]:
    """The parts without those on other levels of care, where a service's own name follows each."""
    is_other = [bool(_OF_OTHER_LEVEL.match(part)) for part in parts]
    begins = [
        bool(label_of(part).service) or other for part, other in zip(parts, is_other, strict=True)
    ]
    if all(begins) and not all(is_other):
        for part, other in zip(parts, is_other, strict=True):
            if other:
                _check_says_terms_alone(_OF_OTHER_LEVEL.sub("", part, count=1))
        return [part for part, other in zip(parts, is_other, strict=True) if not other]
    return parts


def _of_both(line: str, end: int) -> tuple[LineTerms, ...]:
    """What stands behind a label of both services, said of each of them."""
    said = _below_one_label(line[end:])
    if any(each.service for each in said):
        raise NotUnderstoodError(line)
    return tuple(replace(each, service=name) for name in get_args(Service) for each in said)


def _of_a_plan(said: Sequence[LineTerms]) -> tuple[LineTerms, ...]:
    """Beside the share that is owed out of network stands what is owed in network, and no price."""
    return tuple(replace(each, may_be_price=False) for each in said)


def _check_says_terms_alone(outside: str) -> None:
    """What is out of network is let go once it says nothing but that, whoever pays it."""
    try:
        _below_one_label(outside)
    except NotUnderstoodError as error:
        is_known = all(token.kind != "unknown" for token in tokens(outside))
        if not (is_known and error.reason == "who_pays"):
            raise


def _by_label(parts: Sequence[str]) -> list[str]:
    """The parts below each label of a service; nothing where one may be for several of them.

    That is one before the first label and one at the end, such as "deductible does not apply". The
    first label may be one of care in general, "Mental health outpatient: ", before a program's.
    """
    labels = [label_of(part).service for part in parts]
    named = [label for label in labels if label]
    is_general = bool(parts and not labels[0] and label_of(parts[0]).end)
    if len(named) + is_general < 2 or not ((labels[0] or is_general) and labels[-1]):
        return []
    below: list[str] = []
    for part, label in zip(parts, labels, strict=True):
        if label or not below:
            below.append(part)
        else:
            below[-1] += f"; {part}"
    return below


def _below_one_label(line: str) -> tuple[LineTerms, ...]:
    label = label_of(line)
    if ":" in line and ":" not in line[: label.end]:
        raise NotUnderstoodError(line.partition(":")[0].strip())
    body = line[label.end :]
    found = [_of_service(said, body, line) for said in _by_service(list(parts_of(body)), line)]
    if label.service and any(each.service not in (None, label.service) for each in found):
        raise NotUnderstoodError(line)
    return tuple(
        replace(
            each,
            service=each.service or label.service,
            in_network_only=each.in_network_only or label.in_network,
        )
        for each in found
    )


def _by_service(parts: Sequence[LineTerms | None], line: str) -> list[list[LineTerms]]:
    """What is said of each service; what stands beside the name of one may be of another."""
    said = list(dict.fromkeys(filter(None, parts)))
    services = {each.service for each in said}
    if services <= {None} or len(said) == 1:
        return [said]
    if None in services:
        raise NotUnderstoodError(line)
    named = [service for service in get_args(Service) if service in services]
    return [[each for each in said if each.service == service] for service in named]


def _of_service(said: Sequence[LineTerms], body: str, line: str) -> LineTerms:
    # A share of the rest says nothing without the copayment that leaves it.
    terms = said[0] if len(said) == 1 and not said[0].share_of_rest else None
    if len(said) == 2:
        terms = _joined(*said, body=body) or _joined(*reversed(said), body=body)
    if terms is None:
        raise NotUnderstoodError(line)
    return terms


def _joined(copay: LineTerms, coinsurance: LineTerms, *, body: str) -> LineTerms | None:
    """Both as one, if the first is a copayment alone and the second a coinsurance alone.

    With a slash between them, or where the copayment is nothing, they may as well be two columns of
    a table, one in network and one out of it, unless a word joins them.
    """
    if copay.copay_usd is None or copay.coinsurance_percent is not None or copay.copay_first:
        return None
    if coinsurance.copay_usd is not None or coinsurance.coinsurance_percent is None:
        return None
    # A share of nothing is one whether or not the deductible is waived for it, too.
    is_waived = not coinsurance.coinsurance_percent and coinsurance.deductible_applies is False
    if is_waived and copay.deductible_applies is None:
        copay = replace(copay, deductible_applies=False)
    if not copay.copay_usd and copay.deductible_applies is None and _IN_FIELDS.search(body):
        return replace(coinsurance, service=coinsurance.service or copay.service)
    if copay.deductible_applies != coinsurance.deductible_applies:
        return None
    if len({copay.service, coinsurance.service} - {None}) > 1:
        return None
    may_be_columns = not copay.copay_usd or any(
        token.kind == "separator" and token.text.strip() in ("/", "-", "–", "—")
        for token in tokens(body)
    )
    if coinsurance.coinsurance_percent and may_be_columns and not _JOINING_WORD.search(body):
        raise NotUnderstoodError(body, "cells")
    return replace(
        copay,
        may_be_price=copay.may_be_price and not _JOINING_WORD.search(body),
        coinsurance_percent=coinsurance.coinsurance_percent,
        service=copay.service or coinsurance.service,
        share_of_rest=coinsurance.share_of_rest,
        in_network_only=copay.in_network_only or coinsurance.in_network_only,
    )


def _terms_of_each_network(line: str) -> tuple[str, str] | None:
    """The terms in network with their label, and those out of it; None of a line with one of them.

    "In-network: $30 copay; out-of-network: 40%" and "$30 copay in network / 40% out of network" are
    told apart. Those in network say so: "Therapy: In-network: $30 copay".
    """
    inside, outside = list(_IN.finditer(line)), list(_OUT.finditer(line))
    if len(inside) != 1 or len(outside) != 1:
        return None
    first, second = sorted((*inside, *outside), key=re.Match.start)
    parts = line[: first.start()], line[first.end() : second.start()], line[second.end() :]
    label, one, other = (
        _below_networks(*parts)
        or _before_networks(*parts)
        or _around_networks(*parts)
        or ("", "", "")
    )
    if not (_TERMS.search(one) and _TERMS.search(other)):
        return None
    own, others = (one, other) if first is inside[0] else (other, one)
    return f"{label}In-network: {own}", others


def _below_networks(head: str, between: str, tail: str) -> tuple[str, str, str] | None:
    """The label, and the terms that follow each network."""
    end = _AT_END.search(between)
    if _TERMS.search(head) or not (end or between.endswith(" ")):
        return None
    return head, between[: end.start() if end else None].strip(_IS), tail.strip(_IS)


def _around_networks(head: str, between: str, tail: str) -> tuple[str, str, str] | None:
    """The label, and the terms before the first network and behind the second."""
    label, colon, terms = head.rpartition(":")
    if not re.fullmatch(r" *[;,.] *", between):
        return None
    return f"{label}{colon} " if colon else "", terms.strip(_IS), tail.strip(_IS)


def _before_networks(head: str, between: str, tail: str) -> tuple[str, str, str] | None:
    """The label, and the terms that stand before each network."""
    start = _AT_START.match(between) or _NEXT_AMOUNT.match(between)
    label, colon, terms = head.rpartition(":")
    if tail or not start:
        return None
    return f"{label}{colon} " if colon else "", terms.strip(_IS), between[start.end() :].strip(_IS)
