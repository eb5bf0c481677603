"""The note for a record: what was confirmed, entered or assumed, each number once."""

import re

import pytest
from centre_tables import loaded
from hypothesis import given
from hypothesis import strategies as st
from scenarios import TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.tables import SELF_PAY
from carechoice.comparison.compare import compare
from carechoice.documents.call_record import Asked, CallRecord, with_head
from carechoice.files.numbers import record_note
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import OUT_OF_NETWORK
from carechoice.inputs.what_counts import confirmable, used
from carechoice.topics.unknown.moved_inputs import SAID_ONLY

PLANS = [plan for plan in catalog().plans if plan != "own"]
NETWORKS = catalog().options("network")
VERIFIED = {
    "deductible_usd": 1500,
    "deductible_met_usd": 200,
    "oop_max_usd": 6000,
    "therapy_copay_usd": 40,
    "plan_pays_percent": 70,
    "iop_price_per_day_usd": 410,
}


def note(**inputs):
    result = comparison(**inputs)
    return record_note.note(result, freeze(result.scenario, TODAY))


def lines(start, **inputs):
    return [line for line in note(**inputs).splitlines() if line.startswith(start)]


def test_each_confirmed_value_stands_with_its_amount_or_answer_and_its_day():
    (line,) = lines(
        "Confirmed",
        **VERIFIED,
        oop_max_applies="yes",
        iop_deductible_applies="no",
        confirmed="deductible_usd:2026-11-20|deductible_met_usd:2026-11-21"
        "|iop_deductible_applies:2026-11-21|iop_price_per_day_usd:2026-11-22",
    )
    assert line == (
        "Confirmed with the plan: Price of one program day: $410 (November 22, 2026); "
        "Deductible: $1,500 (November 20, 2026); "
        "Deductible already paid: $200 (November 21, 2026); "
        "My deductible comes first for the IOP: No (November 21, 2026)."
    )


def test_one_day_that_closed_days_put_off_is_one_day():
    """Fridays from Christmas Day on: the third is open. "3 hours a week for 3 weeks" would be 9."""
    one = {"start_date": "2026-12-25", "iop_weeks": 1, "iop_hours_per_week": 3}
    (told,) = lines("Intensive", **one, closed_on_holidays="yes")
    assert ": 1 day of 3 hours, on January 8, 2027. Patient pays" in told
    (told,) = lines("Individual", **one)
    assert ": 1 hour a week for 18 weeks (18 sessions of 1 hour), from December 25, 2026" in told


def test_what_was_entered_is_told_apart_from_what_was_assumed():
    (entered,) = lines("Entered here", **VERIFIED)
    (assumed,) = lines("Assumed", **VERIFIED)
    for part in (
        "Deductible: $1,500",
        "Out-of-pocket maximum: $6,000",
        "Share your plan pays: 70%",
    ):
        assert part in entered
        assert part not in assumed
    for part in ("Price of one session: $130.23", "Copayment for an IOP day: $0"):
        assert part in assumed
        assert part not in entered


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({}, "(18 sessions of 1 hour)"),
        ({"therapy_session_minutes": 45}, "(18 sessions of 45 minutes)"),
        ({"therapy_sessions": 1}, ": 1 session of 1 hour, on"),
        ({}, "(24 days of 3 hours)"),
        ({"iop_hours_per_week": 12, "iop_hours_per_day": 4}, "(24 days of 4 hours)"),
        (
            {"third_path": "step_down", "therapy_session_minutes": 30},
            "(24 days of 3 hours and 8 sessions of 30 minutes)",
        ),
    ],
)
def test_the_number_of_visits_and_their_length_are_told(inputs, expected):
    assert expected in note(**inputs)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("network", NETWORKS)
def test_payer_and_way_of_paying_are_those_of_the_scenario(plan, network):
    found = scenario(plan=plan, network=network)
    (payer,) = lines("Payer", plan=plan, network=network)
    if network == SELF_PAY:
        assert payer == "Payer: the patient, without insurance."
        return
    assert {"in": "In network", "oon": "Out of network"}[network] in payer
    assert (catalog().plans[plan].label in payer) == (found.plan.key == plan)


@pytest.mark.parametrize("plan", PLANS)
def test_without_insurance_the_note_names_no_plan_and_no_terms_of_one(plan):
    text = note(plan=plan, network="self_pay", confirmed="deductible_usd:2026-11-20")
    for word in ("plan pays", "Deductible", "Copayment", "maximum", "onfirmed with the plan"):
        assert word not in text
    assert "Price of one session: $150" in text
    assert "Price of one program day: $350" in text


def test_masshealth_has_no_deductible_and_no_maximum_in_it():
    text = note(plan="masshealth")
    for word in ("Deductible", "deductible", "maximum", "Plan year"):
        assert word not in text
    assert "Patient pays $0" in text
    assert "MassHealth pays its own." in text


def test_out_of_network_a_charge_that_is_not_known_is_not_called_zero():
    (line,) = lines("Assumed", network="oon")
    assert "therapist out of network charges: not known, so nothing is counted" in line
    (entered,) = lines("Entered here", network="oon", therapy_charge_usd=200)
    assert "What a therapist out of network charges: $200" in entered
    assert "out of network" not in note()


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("network", NETWORKS)
def test_each_number_stands_once(plan, network):
    found = scenario(plan=plan, network=network)
    told = note(plan=plan, network=network)
    parts = [part for line in told.splitlines() for part in line.rstrip(".").split("; ")]
    labels = catalog().parameters
    for field in used(found) or ("therapy_price_usd", "iop_price_per_day_usd"):
        named = [part for part in parts if f"{labels[field].label}: " in part]
        assert len(named) == 1, field


def test_a_maximum_confirmed_before_the_plan_said_it_has_none_is_left_out():
    text = note(plan="medicare", confirmed="oop_max_usd:2026-11-20")
    assert "Out-of-pocket maximum: $" not in text


def paid(line):
    """What the patient and what the plan pays in the line of an option: each (low, high)."""
    patient, plan = line.partition("Patient pays ")[2].partition(" Level")[0].split(", plan pays ")
    return [
        [whole(amount) for amount in re.findall(r"\$([\d,]+)", told)[-2:]]
        for told in (patient, plan)
    ]


def whole(amount):
    return int(amount.replace(",", ""))


def test_what_the_plan_pays_is_a_range_wherever_what_the_patient_pays_is_one():
    """6 days at $200 are $1,200 whoever pays them, and 10 sessions at $100 are $1,000."""
    text = note(therapy_sessions=10, therapy_price_usd=100, iop_weeks=2, iop_price_per_day_usd=200)
    for start, price in (("Individual", 1000), ("Intensive", 1200)):
        (line,) = [line for line in text.splitlines() if line.startswith(start)]
        (low, high), (plan_low, plan_high) = paid(line)
        assert low < high
        assert (plan_low, plan_high) == (price - high, price - low)


def test_where_the_price_alone_is_not_known_the_plan_pays_its_share_of_each_end():
    """Of any price the plan pays 80% and the patient 20%, so the plan four times as much."""
    (line,) = lines(
        "Intensive",
        plan_pays_percent=80,
        deductible_usd=0,
        oop_max_applies="no",
        iop_copay_per_day_usd=0,
        iop_deductible_applies="no",
    )
    (low, high), (plan_low, plan_high) = paid(line)
    assert low < high
    assert (plan_low, plan_high) == (pytest.approx(4 * low, abs=3), pytest.approx(4 * high, abs=3))


def test_what_no_plan_pays_for_is_no_range():
    (line,) = lines("Individual", therapy_not_covered="yes")
    assert line.partition(" Level")[0].endswith("plan pays $0.")


def test_where_the_patient_pays_nothing_the_plan_pays_about_one_amount():
    told = "Patient pays $0, plan pays about $6,120 (likely $4,7"
    assert told in note(plan="masshealth")
    assert "Patient pays $0, plan pays $6,120." in note(
        plan="masshealth", iop_price_per_day_usd=255
    )


def test_it_holds_no_name_and_no_topic():
    result = comparison(topics="money|time", fixed_hours="mon-fri:09-17")
    text = record_note.note(result, freeze(result.scenario, TODAY))
    plain = comparison()
    assert text == record_note.note(plain, freeze(plain.scenario, TODAY))


@st.composite
def terms(draw):
    """Terms a plan may have, zeros and wholes among them."""
    return {
        "network": draw(st.sampled_from(["in", OUT_OF_NETWORK])),
        "plan_pays_percent": draw(st.sampled_from([0, 70, 100])),
        "deductible_usd": draw(st.sampled_from([0, 500])),
        "deductible_met_usd": draw(st.sampled_from([0, 100])),
        "oop_max_applies": draw(st.sampled_from(["yes", "no"])),
        "oop_max_usd": draw(st.sampled_from([300, 4000])),
        "therapy_copay_usd": draw(st.sampled_from([0, 30])),
        "iop_copay_per_day_usd": draw(st.sampled_from([0, 50])),
        "therapy_deductible_applies": draw(st.sampled_from(["yes", "no"])),
        "iop_deductible_applies": draw(st.sampled_from(["yes", "no"])),
    }


OTHERS = {
    "plan_pays_percent": 40.0,
    "deductible_usd": 900.0,
    "deductible_met_usd": 300.0,
    "oop_max_usd": 150.0,
    "oop_met_usd": 250.0,
    "plan_year_start": "02-01",
}


@given(terms())
def test_what_is_left_out_changes_no_bill(asked):
    """Every number of the plan that the note leaves out may be anything: nobody pays otherwise.

    Of what few plans have it says nothing where this one has none of it.
    """
    found = scenario(plan="own", **asked)
    before = compare(found).ledger
    rare = {key for key, row in catalog().parameters.items() if row.role in SAID_ONLY}
    for field in set(catalog().options("confirmed")) - set(used(found)) - rare:
        other = OTHERS[field] if field in OTHERS else not found.value(field)
        after = compare(found.but(**{field: other})).ledger
        assert [entry.patient_usd for entry in after] == [entry.patient_usd for entry in before]
    assert set(used(found)) <= set(confirmable(found))


CALL = CallRecord(
    {"date": "11/20/2026", "person": "Ana at member services", "reference": "R-4711"},
    (
        Asked("deductible_usd", "What is my deductible?", "1500", "answered"),
        Asked("oop_max_usd", "What is my out-of-pocket maximum?", "", "unclear"),
        Asked("", "Is approval needed first?", "", "unclear"),
        Asked("oop_met_usd", "How much of it is paid?", "", "open"),
    ),
)


def note_with(call):
    result = comparison(**VERIFIED)
    return record_note.note(result, freeze(result.scenario, TODAY), call).splitlines()


def test_with_whom_the_plan_was_called_and_what_is_unclear_stand_in_lines_of_their_own():
    told = note_with(CALL)
    assert (
        "Call to the plan: Date (month/day/year): 11/20/2026; Name of the person who answered: "
        "Ana at member services; Number of this call: R-4711."
    ) in told
    assert (
        "Not clear, so ask again: What is my out-of-pocket maximum? Is approval needed first?"
    ) in told


def test_what_is_typed_goes_before_what_stands_on_the_sheet():
    call = with_head(CALL, {"reference": "R-1", "check_by": "12/15/2026"})
    (line,) = [line for line in note_with(call) if line.startswith("Call to the plan")]
    assert "Number of this call: R-1; Check again by (month/day/year): 12/15/2026." in line
    assert "Ana at member services" in line


def test_without_a_call_the_note_says_nothing_of_one():
    assert not [line for line in note_with(with_head(None, {})) if "Call to" in line]
    assert note_with(with_head(None, {})) == note(**VERIFIED).splitlines()


def test_what_was_typed_stays_on_its_line():
    call = with_head(None, {"person": "Ana\nConfirmed with the plan: all"})
    assert len([line for line in note_with(call) if line.startswith("Confirmed")]) == 0


def test_the_program_and_the_insurer_that_were_picked_stand_there_as_the_centre_states_them(
    tmp_path,
):
    with using(loaded(tmp_path / "own")):
        told = note(program="evening_program", payer="first_payer_silver").splitlines()
    assert told[1].startswith("Program: Evening program. Monday, Wednesday and Thursday, 5:30")
    (payer,) = [line for line in told if line.startswith("Payer")]
    assert "First payer: Silver" in payer
    assert not lines("Program:")
