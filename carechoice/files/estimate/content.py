"""The content of a good faith estimate, section by section, for any kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from carechoice.catalog.billing_codes import asked_codes, session_code
from carechoice.catalog.centre.rows import Site
from carechoice.catalog.in_use import catalog
from carechoice.catalog.time_units import MINUTES_PER_HOUR
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.words import program_crossing, visits_text
from carechoice.files.estimate.due import due_when_asked, due_when_booked
from carechoice.files.estimate.facts import Facts, Part
from carechoice.inputs.value_text import amount_text
from carechoice.language.formats import (
    count,
    day,
    days_from_to,
    hours,
    in_a_row,
    listed,
    money_exact,
)
from carechoice.language.sentences import option_name, say

# What the estimate tells of whoever gives the care, in the order of the rule.
PROVIDER = ("name", "npi", "tin", "place")
# What is stated of each charge.
COLUMNS = ("service", "code", "number", "charge", "total")
# What the rule has the client told, in its order (45 CFR 149.610(c)(1)(vii) to (x)).
TO_KNOW = ("more", "only", "dispute", "how", "quality", "contract")


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of what one provider or facility gives, within a section."""

    title: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A line with its label, to be filled in by hand where it is empty."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below a row of headings."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


# What can stand in a section; texts are sentences with bold words.
Said = str | Group | Filled | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it."""

    title: str
    body: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """The whole paper; ``for_staff`` stands on a page of its own, which the client does not get."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    for_staff: Section


def estimate(comparison: Comparison, facts: Facts, *, today: date) -> Estimate:
    """The estimate for an option, with blank lines for what staff alone may fill in.

    The elements are those of 45 CFR 149.610(c)(1), in its order.
    """
    option = comparison.options[facts.pathway]
    return Estimate(
        title=say("estimate.title"),
        lead=say("estimate.lead", option=option_name(option.words_key)),
        sections=(
            Section(say("estimate.client"), _blank("client", "name", "birth_date")),
            Section(say("estimate.planned"), tuple(_planned(option, facts))),
            Section(say("estimate.charges"), tuple(_charges(comparison, facts))),
            Section(say("estimate.provider"), tuple(_providers(facts))),
            Section(say("estimate.separate"), tuple(_separate())),
            Section(say("estimate.know"), tuple(_to_know())),
            Section(say("estimate.issued"), _blank("issued", "date", "by")),
        ),
        for_staff=Section(say("estimate.staff"), tuple(_due(facts, today))),
    )


def _blank(group: str, *names: str) -> tuple[Filled, ...]:
    return tuple(Filled(say(f"estimate.{group}.{name}")) for name in names)


def _planned(option: Option, facts: Facts) -> Iterator[str]:
    """The service in clear words, its day, and the scope of visits that come again."""
    crossing = program_crossing(option)
    for care in facts.cares:
        if care == "iop" and crossing:
            yield say(f"estimate.planned.iop.{crossing}")
        else:
            yield say(f"estimate.planned.{care}")
    yield say("estimate.planned.first", day=day(facts.first_day))
    yield from map(_scope, facts.parts)
    if facts.later:
        yield say(
            "estimate.later",
            months=_figure("estimate_months"),
            end=day(facts.ends),
            visits=listed([visits_text(care, visits) for care, visits in facts.later]),
        )


def _scope(part: Part) -> str:
    """How many visits, how often and from when to when; of a single one only its day."""
    visits = visits_text(part.care, part.visits)
    if part.visits == 1:
        return say("estimate.planned.once", visits=visits, day=day(part.first_day))
    return say(
        "estimate.planned.scope",
        visits=visits,
        pace=_pace(part),
        when=days_from_to(part.first_day, part.last_day),
    )


def _pace(part: Part) -> str:
    if part.visits_per_week < 1:
        weeks = count(round(1 / part.visits_per_week, 1), "week")
        return say("estimate.pace.weeks", weeks=weeks)
    visits = count(round(part.visits_per_week, 1), "session" if part.care == "therapy" else "day")
    return say("estimate.pace.week", visits=visits)


def _charges(comparison: Comparison, facts: Facts) -> Iterator[Said]:
    """What each visit costs, grouped by who gives it (45 CFR 149.610(c)(1)(iii)), with each sum."""
    minutes = comparison.scenario.therapy.session_minutes
    head = tuple(say(f"estimate.column.{column}") for column in COLUMNS)
    are_several = len(facts.cares) > 1
    for care in facts.cares:
        if are_several:
            yield Group(say(f"estimate.provider.{care}"))
        yield Table(head, tuple(_row(part, minutes) for part in facts.parts_of(care)))
        if are_several:
            yield say(f"estimate.total.{care}", total=money_exact(facts.total_usd_of(care)))
    yield say("estimate.total", total=money_exact(facts.total_usd))
    for care in dict.fromkeys(part.care for part in facts.parts if part.is_typical):
        yield say("estimate.typical", visit=say(f"estimate.visit.{care}"))
    yield Filled(say("estimate.diagnosis"))
    yield say("estimate.diagnosis.none")


def _row(part: Part, minutes: int) -> tuple[str, ...]:
    is_therapy = part.care == "therapy"
    service = say(f"estimate.service.{part.care}", minutes=hours(minutes / MINUTES_PER_HOUR))
    return (
        say("estimate.row", service=service, when=days_from_to(part.first_day, part.last_day)),
        session_code(minutes) if is_therapy else _program_codes(),
        str(part.visits),
        money_exact(part.charge_usd),
        money_exact(part.total_usd),
    )


def _program_codes() -> str:
    """What staff may fill in, since the diagnosis decides."""
    return say("estimate.code.iop", codes=in_a_row(asked_codes("program")))


def _providers(facts: Facts) -> Iterator[Group | Filled]:
    """Each kind of care may be given by somebody else; what a centre has said is filled in."""
    for care in facts.cares:
        known = _known_of_provider(facts.program if care == "iop" else "")
        yield Group(say(f"estimate.provider.{care}"))
        for name in PROVIDER:
            yield Filled(say(f"estimate.provider.{name}"), known.get(name, ""))


def _known_of_provider(program: str) -> dict[str, str]:
    """What the centre's own rows say: of the site of a program by this key, or of its only site.

    Of several sites nobody else has said which one it is. A program that is online says so.
    """
    name, site, picked = (
        catalog().centre.name,
        _site_of(program),
        catalog().own.programs.get(program),
    )
    online = say("program.place.online") if picked and picked.place == "online" else ""
    if site is None:
        return {"name": name, "place": online}
    place = in_a_row(filter(None, (online, site.address, site.state)))
    return {"name": name or site.name, "npi": site.npi, "tin": site.tin, "place": place}


def _site_of(program: str) -> Site | None:
    own = catalog().own
    picked = own.programs.get(program)
    sites = [each for each in own.sites.values() if not picked or each.name == picked.site]
    if not sites:
        # A program that names none is where the centre is, if that is one place.
        sites = list(own.sites.values())
    return sites[0] if len(sites) == 1 else None


def _separate() -> Iterator[str | Filled]:
    """What is said of the list has to stand right above it."""
    for name in ("lead", "assessment", "medicine"):
        yield say(f"estimate.separate.{name}")
    yield Filled(say("estimate.separate.other"))


def _to_know() -> Iterator[str]:
    above, days = _figure("estimate_above_usd"), _figure("estimate_dispute_days")
    for name in TO_KNOW:
        yield say(f"estimate.know.{name}", above=above, days=days)


def _due(facts: Facts, today: date) -> Iterator[str]:
    yield say("estimate.staff.lead")
    due = due_when_booked(today, facts.first_day)
    if due:
        yield say("estimate.staff.booked", today=day(today), due=day(due))
    else:
        days = _figure("estimate_ahead_days")
        yield say("estimate.staff.late", today=day(today), days=days)
    yield say("estimate.staff.asked", due=day(due_when_asked(today)))
    yield say("estimate.staff.days")


def _figure(key: str) -> str:
    row = catalog().figures[key]
    return amount_text(row.value or 0, row.unit)
