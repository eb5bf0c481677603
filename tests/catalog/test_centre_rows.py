"""A centre's programs, payers and sites: what loads, and what is said of a cell that does not."""

from datetime import date

import pytest
from centre_tables import PAYER_PLANS, PAYERS, PROGRAMS, SITES, THERAPISTS, loaded, refused

from carechoice.catalog.in_use import catalog

OF_EACH_PLAN = PAYERS.replace("First payer,,", "First payer,Gold,") + (
    "First payer,Bronze,in network,in network,,,,290,,\n"
)


def test_ours_come_without_a_centre():
    own = catalog().own
    assert not any([own.sites, own.programs, own.therapists, own.payers, own.payer_plans])
    assert dict(own.coverages) == {}


def test_a_program_of_four_days_of_four_hours_has_16_hours_a_week(tmp_path):
    program = loaded(tmp_path / "own").own.programs["day_program"]
    assert (program.days, program.days_per_week) == ("mon_tue_wed_thu", 4)
    assert program.hours_per_week == 16
    assert program.languages == ("English", "Spanish")
    assert program.hours_filled == (("group", 12), ("education", 4))
    assert program.closed_on_holidays is True


@pytest.mark.parametrize(
    "cell", ["English/Spanish", "English; Spanish", "English and Spanish", "English & Spanish"]
)
def test_each_language_counts_by_itself_whatever_stands_between_them(tmp_path, cell):
    rows = PROGRAMS.replace("English, Spanish", cell)
    program = loaded(tmp_path / "own", programs=rows).own.programs["day_program"]
    assert program.languages == ("English", "Spanish")


def test_start_dates_are_days_in_order(tmp_path):
    program = loaded(tmp_path / "own").own.programs["evening_program"]
    assert program.start_dates == (date(2027, 1, 4), date(2027, 2, 1))
    assert program.place == "online"


def test_a_payers_rates_hold_for_its_plans_and_a_plans_terms_for_it_alone(tmp_path):
    own = loaded(tmp_path / "own").own
    assert list(own.coverages) == ["first_payer", "first_payer_silver", "second_payer"]
    assert own.agreed("first_payer_silver").rate_usd("therapy", 60) == 131.5
    assert own.agreed("first_payer_silver").rate_usd("iop", 60) == 310
    assert own.agreed("second_payer").rate_usd("therapy", 30) is None
    assert own.terms("first_payer_silver").deductible_usd == 1500
    assert own.terms("first_payer") is None


def test_terms_of_all_plans_are_no_plan_to_pick_where_each_plan_has_its_own_amounts(tmp_path):
    """Such a pick would have no amount: whoever has the payer has one of its plans."""
    terms = PAYER_PLANS.replace("First payer,Silver", "First payer,")
    own = loaded(tmp_path / "own", payers=OF_EACH_PLAN, payer_plans=terms).own
    assert list(own.coverages) == ["first_payer_gold", "first_payer_bronze", "second_payer"]
    assert own.agreed("first_payer_bronze").rate_usd("iop", 60) == 290
    assert own.terms("first_payer_bronze").deductible_usd == 1500


def test_a_percentage_may_have_its_sign_and_a_day_of_every_year_a_year(tmp_path):
    rows = PAYER_PLANS.replace(",70,", ",70%,").replace("07-01", "2027-07-01")
    plan = loaded(tmp_path / "own", payer_plans=rows).own.payer_plans["first_payer_silver"]
    assert (plan.plan_pays_percent, plan.plan_year_start) == (70, "07-01")


def test_a_row_with_a_key_of_its_own_keeps_its_links_when_it_gets_another_name(tmp_path):
    with_keys = THERAPISTS.replace("session_minutes", "key,session_minutes")
    rows = with_keys.replace("\n45", "\nshort,45").replace("\n60", "\nlong,60")
    assert list(loaded(tmp_path / "own", therapists=rows).own.therapists) == ["short", "long"]


OF_PROGRAMS = [
    ("400", "$400", "price_per_day_usd: '$400' has a currency sign. Write 400."),
    ("400", "400 USD", "price_per_day_usd: '400 USD' has a currency sign. Write 400."),
    ("400", '"400,50"', "price_per_day_usd: '400,50' has a comma. Write 400.50."),
    ("400", '"1,400"', "price_per_day_usd: '1,400' has a comma. Write 1400."),
    ("400", "-400", "price_per_day_usd: '-400' is below 0. Write a number from 0 on."),
    ("400", "380-420", "price_per_day_usd: '380-420' is more than one number. Write one of them."),
    (
        "400",
        "ask",
        "price_per_day_usd: 'ask' is not a number. Write one in digits, such as 3 or 3.5.",
    ),
    (
        ",4,6,",
        ",4 hours,6,",
        "hours_per_day: '4 hours' has a word next to the number. Write 4, if 'hours' is what this "
        "column counts in.",
    ),
    (",09:00,", ",9 am,", "starts_at: '9 am' is a time on a 12-hour clock. Write 09:00 instead."),
    (
        ",17:30,",
        ",5:30 p.m.,",
        "starts_at: '5:30 p.m.' is a time on a 12-hour clock. Write 17:30 instead.",
    ),
    (
        ",17:30,",
        ",noon,",
        "starts_at: 'noon' is not a time of day. Write hours and minutes, such as 17:30.",
    ),
    (
        "Mon Wed Thu",
        "Mon Wed Sat",
        "days: 'Mon Wed Sat' names no days from Monday to Friday, each once. Write them such as "
        "Mon, Wed, Fri.",
    ),
    (
        "Mon Wed Thu",
        "3x a week",
        "days: '3x a week' names no days from Monday to Friday, each once. Write them such as "
        "Mon, Wed, Fri.",
    ),
    ("Mon Wed Thu", "any", "days: write the days of the program, such as Mon, Wed, Fri."),
    (
        "2027-01-04",
        "01/04/2027",
        "start_dates: '01/04/2027' could be either day. Write 2027-01-04 or 2027-04-01.",
    ),
    (
        "2027-01-04",
        "1/25/2027",
        "start_dates: '1/25/2027' is not written year-month-day. Write 2027-01-25.",
    ),
    (
        "2027-01-04",
        "in January",
        "start_dates: 'in January' is not written year-month-day. Write a day such as 2027-01-31.",
    ),
    (
        "2027-01-04",
        "2027-02-30",
        "start_dates: '2027-02-30' is not a day of the calendar. Correct it.",
    ),
    (",yes,", ",Y,", "closed_on_holidays: 'Y' is neither yes nor no. Write yes or no."),
    (",online,", ",both,", "place: 'both' is neither. Write in person or online."),
    (
        "group: 12",
        "group",
        "hours_filled: 'group' is no service with its hours a week. Write such as group: 6.",
    ),
    (
        "education: 4",
        "group: 4",
        "hours_filled: 'group: 12, group: 4' names a service twice. Write its hours together.",
    ),
    (
        "Day program",
        "Day [program](https://example.org)",
        "name: 'Day [program](https://example.org)' has a [ that pages would not show. Leave it "
        "out.",
    ),
    ("Day program", "!", "name: '!' has no letter. Write a name with one."),
    (
        "Day program",
        "D" * 61,
        f"name: '{'D' * 20}' and so on has 61 characters. Shorten it to 60 at most.",
    ),
]


@pytest.mark.parametrize(("was", "written", "said"), OF_PROGRAMS)
def test_a_cell_of_a_program_that_cannot_be_read_is_named_with_what_to_write(
    tmp_path, was, written, said
):
    (problem,) = refused(tmp_path / "own", programs=PROGRAMS.replace(was, written, 1))
    place, _, told = problem.partition(", column ")
    assert place in ("programs.csv, row 2", "programs.csv, row 3")
    assert told == said


@pytest.mark.parametrize(
    ("table", "rows", "said"),
    [
        (
            "programs",
            PROGRAMS.replace(",North,", ",West,"),
            "programs.csv, row 'day_program', column site: there is no 'West' among the sites. "
            "Write one of North, South.",
        ),
        (
            "programs",
            PROGRAMS.replace("group: 12", "yoga: 12"),
            "programs.csv, row 'day_program', column hours_filled: there is no 'yoga' among the "
            "services. Write one of one to one, group, family, education, medication, "
            "peer support, relapse prevention, crisis support, around the clock.",
        ),
        (
            "programs",
            PROGRAMS.replace("group: 12", "group: 10"),
            "programs.csv, row 'day_program', column hours_filled: the services fill 14 hours a "
            "week, and the days have 16. Write hours that add up to 16.",
        ),
        (
            "programs",
            PROGRAMS.replace("Evening program", "day Program"),
            "programs.csv, row 3, column name: 'day_program' stands there twice.",
        ),
        (
            "programs",
            PROGRAMS.replace(",3,8,", ",3,30,"),
            "programs.csv, row 'evening_program', column weeks: '30' cannot be used: it must lie "
            "between 1 and 26.",
        ),
        (
            "programs",
            PROGRAMS.replace(",17:30,3,8,", ",17:30,9,8,"),
            "programs.csv, row 'evening_program', column hours_per_day: '9' cannot be used: it "
            "must lie between 1 and 8.",
        ),
        (
            "programs",
            PROGRAMS.replace("Mon Wed Thu,17:30,3,", "Mon Wed,17:30,1,"),
            "programs.csv, row 'evening_program', column hours_per_day: the hours of a week: '2' "
            "cannot be used: it must lie between 3 and 30.",
        ),
        (
            "therapists",
            THERAPISTS.replace("45", "50"),
            "therapists.csv, row '50', column session_minutes: '50' cannot be used: ",
        ),
        (
            "payers",
            PAYERS.replace("131.50", "13150"),
            "payers.csv, row 'first_payer', column therapy_60_usd: '13150' cannot be used: it "
            "must lie between 0 and 1000.",
        ),
        (
            "payers",
            PAYERS.replace(",in network,out of network,", ",in network,OON,").replace("OON", "?"),
            "payers.csv, row 3, column program_network: '?' says nothing. Write what holds, or "
            "leave the cell empty.",
        ),
        (
            "payer_plans",
            PAYER_PLANS.replace("First payer", "Third payer"),
            "payer_plans.csv, row 'third_payer_silver', column payer: there is no 'Third payer' "
            "among the payers. Write one of First payer, Second payer.",
        ),
        (
            "payers",
            OF_EACH_PLAN,
            "payer_plans.csv, row 'first_payer_silver', column plan: there is no 'Silver' among "
            "the plans of 'First payer' that have amounts. Write one of Gold, Bronze, or add it to "
            "the payers.",
        ),
        (
            "payer_plans",
            PAYER_PLANS.replace(",70,", ",70/30,"),
            "payer_plans.csv, row 2, column plan_pays_percent: '70/30' is more than one number. "
            "Write one of them.",
        ),
        (
            "payer_plans",
            PAYER_PLANS.replace(",1500,5000,", ",0,0,"),
            "payer_plans.csv, row 2, column oop_max_usd: '0' would leave nothing to pay. If there "
            "is none: Leave the cell empty, and with each client of this plan set that it "
            "has no maximum.",
        ),
        (
            "payer_plans",
            PAYER_PLANS.replace("07-01", "July 1"),
            "payer_plans.csv, row 2, column plan_year_start: 'July 1' is not a day of every year. "
            "Write month-day, such as 07-01.",
        ),
        (
            "sites",
            SITES.replace("1234567893", "1234567890"),
            "sites.csv, row 2, column npi: '1234567890' is not an NPI. Write its ten digits as the "
            "NPI registry has them.",
        ),
        (
            "sites",
            SITES.replace("12-3456789", "123"),
            "sites.csv, row 2, column tin: '123' is not a tax number. Write nine digits, such as "
            "12-3456789.",
        ),
        (
            "sites",
            SITES.replace(",MA,", ",Mass,"),
            "sites.csv, row 2, column state: 'Mass' is not a state. Write its two letters, such as "
            "MA.",
        ),
    ],
)
def test_what_does_not_fit_is_named_with_its_file_its_row_and_what_to_write(
    tmp_path, table, rows, said
):
    problems = refused(tmp_path / "own", **{table: rows})
    assert len(problems) == 1
    assert problems[0].startswith(said)


def test_what_choices_offer_is_listed_once_however_large_the_centre_is(tmp_path):
    """A page asks for it for each of its choices, at every run."""
    centre = loaded(tmp_path / "own")
    for field in ("payer", "program", "third_path", "plan"):
        assert centre.options(field) is centre.options(field)
    assert centre.own.coverages is centre.own.coverages
