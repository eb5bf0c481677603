"""What stands beside an amount and may change it is told with it, and the amount is asked."""

import pytest
from hospital_file import as_json, row, tall, wide

FORMS = pytest.mark.parametrize("form", [tall, wide, as_json])
PAYER = ("Payer One", "PPO")
IOP = "HCPCS S9480"


def line(description, codes, printed, **fields):
    return row(description, codes, (*PAYER, {"negotiated_dollar": "310", **printed}), **fields)


@FORMS
@pytest.mark.parametrize(
    ("description", "printed", "condition"),
    [
        # So CMS's own example prints a price that goes down with the days.
        ("IOP, per diem, days 1-3", {}, "IOP, per diem, days 1-3"),
        ("IOP, per diem, days 6+", {}, "IOP, per diem, days 6+"),
        ("IOP", {"notes": "First 5 days; $250 thereafter"}, "First 5 days; $250 thereafter"),
        ("IOP", {"notes": "visits: 1-10 visits"}, "visits: 1-10 visits"),
        ("IOP", {"notes": "each additional day"}, "each additional day"),
        ("IOP", {"notes": "Up to $310"}, "Up to $310"),
        ("IOP", {"notes": "Lesser of charges or $310"}, "Lesser of charges or $310"),
        ("IOP", {"notes": "Only if authorized"}, "Only if authorized"),
        ("IOP", {"notes": "less 2% sequestration"}, "less 2% sequestration"),
        ("IOP", {"notes": "additional 5% discount"}, "additional 5% discount"),
        ("IOP", {"notes": "Multiple rates apply"}, "Multiple rates apply"),
        ("IOP", {"notes": "Not separately payable"}, "Not separately payable"),
        ("IOP", {"notes": "Included in per diem"}, "Included in per diem"),
        ("IOP", {"notes": "Excludes drugs"}, "Excludes drugs"),
        # A note with a word that we do not know may say anything.
        ("IOP", {"notes": "Weekend program"}, "Weekend program"),
        (
            "IOP",
            {"notes": "Facility rate, professionals bill"},
            "Facility rate, professionals bill",
        ),
        ("IOP", {"methodology": "grouper"}, "grouper"),
        ("IOP NO SHOW", {}, "IOP NO SHOW"),
        ("IOP FAMILY SESSION", {}, "IOP FAMILY SESSION"),
        ("IOP ADD'L HOUR", {}, "IOP ADD'L HOUR"),
        ("IOP", {"notes": "valid through 12/31/2024"}, "valid through 12/31/2024"),
        ("IOP", {"notes": "average of what was paid"}, "average of what was paid"),
        ("IOP", {"negotiated_algorithm": "$310, then $250"}, "$310, then $250"),
    ],
)
def test_a_step_a_limit_or_a_rule_is_told_beside_the_amount(
    said, form, description, printed, condition
):
    (rate,), left_out = said(form([line(description, IOP, printed)]))
    assert (rate.price_usd, rate.condition, left_out) == (310, condition, [])


@FORMS
@pytest.mark.parametrize(
    "printed",
    [
        {"notes": "There were zero instances of the item in the 15 months prior to posting"},
        {"notes": "No services performed during 15-month lookback period."},
        {"notes": "110% of the Medicare fee schedule."},
        {"notes": "Payer One Commercial Fee Schedule"},
        {"negotiated_percentage": "61", "methodology": "percent of total billed charges"},
        {"notes": "APC - Medicare Packaging Rules [HCPCS] ( 516.00*1.06 ) Term Line 27"},
        {"negotiated_algorithm": "Per Diem", "methodology": "per diem"},
        {"negotiated_algorithm": "N/A"},
    ],
)
def test_what_says_where_the_amount_is_from_changes_nothing(said, form, printed):
    (rate,), _ = said(form([line("IOP", IOP, printed)]))
    assert (rate.condition, rate.unit) == ("", "day")


@FORMS
@pytest.mark.parametrize(
    ("modifiers", "condition"),
    [
        ("95", ""),
        ("gt", ""),
        ("HE | HF", ""),
        # A shorter session, a group, a technical part, one that we do not know.
        ("52", "52"),
        ("95 | HQ", "95 | HQ"),
        ("TC", "TC"),
        ("-L | ON", "L | ON"),
    ],
)
def test_a_modifier_changes_nothing_only_where_it_is_known_not_to(said, form, modifiers, condition):
    (rate,), _ = said(form([line("Psychotherapy", "CPT 90834", {}, modifiers=modifiers)]))
    assert rate.condition == condition


@FORMS
@pytest.mark.parametrize(("code", "condition"), [("S9480-HF", ""), ("S9480-HQ", "HQ")])
def test_so_does_a_modifier_behind_its_code(said, form, code, condition):
    (rate,), _ = said(form([line("IOP", f"HCPCS {code}", {})]))
    assert rate.condition == condition


@pytest.mark.parametrize(("setting", "condition"), [("both", ""), ("", ""), ("IP", "ip")])
def test_a_setting_in_other_words_is_told_beside_the_amount(said, setting, condition):
    (rate,), _ = said(tall([line("IOP", IOP, {}, setting=setting)]))
    assert rate.condition == condition


def test_into_a_workbook_such_an_amount_is_not_written_and_stands_in_the_note(centre):
    steps = [
        line("IOP, per diem, days 1-3", IOP, {}),
        row("IOP, per diem", IOP, ("Payer Two", "HMO", "290")),
    ]
    _, told = centre.take(tall(steps))
    first, second = centre.payers()
    assert (first[7], second[7]) == (None, 290)
    assert (
        "Program day ($), not written: $310 a day, HCPCS S9480, row 4, beside it “IOP, per diem, "
        "days 1-3”. What stands beside the amount may change it"
    ) in first[10]
    assert any(each.startswith("Not written, rows: 1. What stands beside") for each in told)


@FORMS
@pytest.mark.parametrize(
    ("description", "code", "condition"),
    [
        ("Psychotherapy 30 minutes", "CPT 90837", "Psychotherapy 30 minutes"),
        ("Psychotherapy 60 min", "CPT 90832", "Psychotherapy 60 min"),
        ("Prolonged psychotherapy, 90 min", "CPT 90837", "Prolonged psychotherapy, 90 min"),
        ("Couples therapy 60 min", "CPT 90837", "Couples therapy 60 min"),
        ("MULTIFAMILY", "CPT 90837", "MULTIFAMILY"),
        ("Psychotherapy 53+ minutes", "CPT 90837", ""),
        ("PSYTX 38-52 MIN", "CPT 90834", ""),
        ("Psytx pt&/family 60 minutes", "CPT 90837", ""),
    ],
)
def test_a_session_of_another_length_or_with_others_is_told_beside_the_amount(
    said, form, description, code, condition
):
    """By its code a session has 16-37, 38-52, or 53 minutes or more."""
    (rate,), left_out = said(form([line(description, code, {})]))
    assert (rate.price_usd, rate.condition, left_out) == (310, condition, [])
