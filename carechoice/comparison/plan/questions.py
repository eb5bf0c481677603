"""What to ask a plan for a term, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.catalog.billing_codes import THERAPY, asked_codes, session_code
from carechoice.catalog.in_use import catalog
from carechoice.catalog.inputs import Role
from carechoice.catalog.rows import CARES, Care
from carechoice.comparison.visits.carried_over import CARRIES_OVER, may_be_carried_over
from carechoice.inputs.coverage import has_deductible, has_plan, is_covered, limit_field, network_of
from carechoice.inputs.paid_by_law import is_paid_as_in_network
from carechoice.inputs.scenario import IN_NETWORK, OUT_OF_NETWORK, Scenario, field_of
from carechoice.inputs.standing import is_known
from carechoice.inputs.what_counts import example_behind, is_in_use
from carechoice.language.formats import either, listed
from carechoice.language.sentences import say


def question(field: str, scenario: Scenario) -> str:
    """What to ask the plan for a term or a price."""
    is_first = field == "plan_pays_percent" and not has_deductible(scenario)
    return as_asked(f"ask.{field}.first" if is_first else f"ask.{field}", scenario)


def as_asked(key: str, scenario: Scenario) -> str:
    """The question, in the form for this plan where there is one, with the codes to read out."""
    plan = example_behind(scenario)
    return say(
        _of_plan(plan, key),
        code=session_code(scenario.therapy.session_minutes),
        codes=listed([code for service in THERAPY for code in asked_codes(service)]),
        day=_program(plan, "code.program.day"),
        program=_program(plan, "code.program.whole"),
        approved=_program(plan, "code.program.approved"),
    )


def _program(plan: str, key: str) -> str:
    """The program in a question, with the codes it is billed with."""
    return say(
        _of_plan(plan, key),
        codes=either(asked_codes("program")),
        revenue_codes=either(asked_codes("program", ("revenue",))),
    )


def _of_plan(plan: str, key: str) -> str:
    """The sentence for an example plan, where it has one of its own."""
    own = f"{key}.{plan}"
    return own if own in catalog().words else key


def in_any_case(scenario: Scenario) -> Iterator[str]:
    """What to ask the plan in any case of the care that it is to pay for, by keys.

    Of care that it does not cover only that is asked, until the plan has said so.
    """
    out_of_network, in_network = _paid_in(OUT_OF_NETWORK, scenario), _paid_in(IN_NETWORK, scenario)
    is_by_law = is_paid_as_in_network(scenario)
    if out_of_network:
        yield "ask.general.out"
    if out_of_network and is_by_law:
        yield _about("ask.general.network", out_of_network)
    if unsure := _without_answer("not_covered", scenario):
        yield _about("ask.general.covered", unsure)
    if is_covered(scenario, "iop"):
        yield "ask.general.approval"
    if unlimited := _not_given("visit_limit", [*in_network, *out_of_network], scenario):
        yield _about("ask.general.limit", unlimited)
    if in_network:
        yield _about("ask.general.network", in_network)
    if out_of_network and not is_by_law:
        yield "ask.general.superbill"


def paid_without_insurance(scenario: Scenario) -> list[Care]:
    """The kinds of care whose price is the provider's to tell, and not the plan's."""
    return [care for care in CARES if not is_covered(scenario, care)]


def _paid_in(way: str, scenario: Scenario) -> list[Care]:
    """The kinds of care that a plan pays a part of in this way."""
    return [
        care for care in CARES if is_covered(scenario, care) and network_of(scenario, care) == way
    ]


def _without_answer(role: Role, scenario: Scenario) -> list[Care]:
    """The kinds of care that a plan is to pay for and has not told this term of."""
    answers, fields = dict(scenario.origins.confirmed), catalog().inputs.by_care(role)
    return [care for care in CARES if has_plan(scenario, care) and fields[care] not in answers]


def _not_given(role: Role, cares: Sequence[Care], scenario: Scenario) -> list[Care]:
    """Those of these kinds of care that nobody has given this term of."""
    fields = catalog().inputs.by_care(role)
    return [care for care in CARES if care in cares and fields[care] not in scenario.given]


def _about(key: str, cares: Sequence[Care]) -> str:
    """The key of what is asked about both kinds of care, or about the only one."""
    return key if len(cares) == len(CARES) else f"{key}.{cares[0]}"


def asked_without_dollars(scenario: Scenario) -> list[str]:
    """What to ask the plan for terms that may count, but that no count of plans speaks of."""
    limits = (limit_field(name, is_other=True) for name in ("deductible_usd", "oop_max_usd"))
    open_terms = [
        each for each in limits if is_in_use(each, scenario) and not is_known(each, scenario)
    ]
    if may_be_carried_over(scenario):
        open_terms.append(CARRIES_OVER)
    return [question(each, scenario) for each in open_terms]


def with_all_there_may_be(scenario: Scenario) -> Scenario:
    """The scenario with terms that have more to ask for, before anybody knows that there are any.

    A share of its own has its percent, and a deductible that carries over what was paid late.
    """
    of_own = {field_of("own_share", care): True for care in CARES}
    return scenario.but(**of_own, **{CARRIES_OVER: True})
