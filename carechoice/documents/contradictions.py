"""What a paper says, put together: answers that differ are set against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from carechoice.catalog.answers import Document
from carechoice.documents.limits.values import FAMILY_FIELDS, FIELDS
from carechoice.documents.paper import Ask, Field, Found, Paper, Value, Why
from carechoice.documents.terms.values import IOP_INPUTS, THERAPY_INPUTS, ServiceInputs

_SERVICES = (THERAPY_INPUTS, IOP_INPUTS)
_LIMITS = (*FIELDS.values(), *FAMILY_FIELDS.values())
_ByField = Mapping[Field, Sequence[Found]]
# An answer of a paper: where it stands, and its words.
_Answer = tuple[str, str]


def paper_of(document: Document, said: Sequence[Found | Ask]) -> Paper:
    """The paper that says this; values that differ for one input are set against each other.

    What only some of the answers that differ say is asked. Two rows of one service are most often
    for two networks: the share of one does not go with the copayment of the other. What all of them
    say alike holds. Care that has terms in one answer and is not covered in another has neither.
    """
    by_field: dict[Field, list[Found]] = {}
    for each in said:
        if isinstance(each, Found):
            by_field.setdefault(each.field, []).append(each)
    distinct = [_distinct(values) for values in by_field.values()]
    disputed = set(_disputed(by_field))
    sure = [values[0] for values in distinct if len(values) == 1]
    impossible = set(_more_met_than_limits(sure))
    disputed |= impossible
    asked = (_unless_used(each, disputed, impossible) for each in said)
    return Paper(
        document,
        tuple(each for each in sure if each.field not in disputed),
        tuple(dict.fromkeys(filter(None, asked))),
        tuple(tuple(values) for values in distinct if len(values) > 1),
    )


def _unless_used(
    said: Found | Ask, disputed: Collection[Field], impossible: Collection[Field]
) -> Ask | None:
    if isinstance(said, Ask):
        return said
    if said.field not in disputed:
        return None
    why: Why = "not_understood" if said.field in impossible else "differing"
    return Ask(why, said.field, said.words, said.place, said.cell)


def _more_met_than_limits(found: Sequence[Found]) -> Iterator[Field]:
    """Each limit, and what is met of it, where that is more: one of the two is another's."""
    values = {each.field: each.value for each in found}
    for total, met in _LIMITS:
        limit, paid = values.get(total), values.get(met)
        if isinstance(limit, float | int) and isinstance(paid, float | int) and paid > limit:
            yield from (total, met)


def _disputed(by_field: _ByField) -> Iterator[Field]:
    """The inputs with one value, which stands in some only of the answers that differ."""
    for inputs in _SERVICES:
        yield from _disputed_terms(by_field, inputs)
    for total, met in _LIMITS:
        if _differ(by_field, total) and _is_of_some(by_field, met, [total]):
            yield met


def _disputed_terms(by_field: _ByField, inputs: ServiceInputs) -> Iterator[Field]:
    found = [field for field in inputs.fields if field in by_field]
    differing = [field for field in found if _differ(by_field, field)]
    if inputs.not_covered in found and len(found) > 1:
        differing = found
    for field in found:
        if _is_of_some(by_field, field, differing):
            yield field


def _differ(by_field: _ByField, field: Field) -> bool:
    return len(_distinct(by_field.get(field, ()))) > 1


def _is_of_some(by_field: _ByField, field: Field, others: Iterable[Field]) -> bool:
    """Whether the one value of a field is in some only of the answers that say the others."""
    of_others = {answer for other in others for answer in _answers(by_field.get(other, ()))}
    is_in_all = of_others <= _answers(by_field.get(field, ()))
    return not (is_in_all or _differ(by_field, field))


def _answers(found: Iterable[Found]) -> set[_Answer]:
    return {(each.place, each.words) for each in found}


def _distinct(values: Iterable[Found]) -> list[Found]:
    """Of those that say the same the first, which stands for all."""
    first: dict[Value, Found] = {}
    for each in values:
        first.setdefault(each.value, each)
    return list(first.values())
