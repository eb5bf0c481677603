"""Files that say it in another way than CMS's form has it: read right, or left out by name."""

import json
from dataclasses import replace

import pytest
from hospital_file import ABOUT, TITLE, as_json, row, tall, wide

from carechoice.price_files.opened import read_price_file
from carechoice.price_files.rate import About, RefusedError

FORMS = pytest.mark.parametrize("form", [tall, wide, as_json])
CSV = pytest.mark.parametrize("form", [tall, wide])
ONE = ("Payer One", "PPO", "114.50")
IOP = row("IOP, evening", "RC 0905, HCPCS S9480", ONE)
ABOUT_A = About("Hospital A", "2026-04-01", "3.0.0")


@pytest.fixture
def about(tmp_path):
    """What a file says of itself, once it has been read to its end."""

    def read(content):
        file = tmp_path / "prices"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return [each for each in read_price_file(file) if isinstance(each, About)][-1]

    return read


def with_kind(line, kind, code):
    """The same line with one code whose kind has blanks in its name."""
    return replace(line, codes=((kind, code),))


@FORMS
@pytest.mark.parametrize(
    ("kind", "code", "service"),
    [
        ("Revenue Code", "0905", "program"),
        ("Rev_Code", "905", "program"),
        ("REVCODE", "0906", "program"),
        ("UB Revenue", "0905", "program"),
        ("UB-04 RC", "0905", "program"),
        ("HCPCS Level II", "S9480", "program"),
        ("hcpc", "H0015", "program"),
        ("HCPS", "H0015", "program"),
        ("HCPCS_CPT", "90834", "therapy_45"),
        ("CPT®", "90837", "therapy_60"),
        ("cpt(r)", "90832", "therapy_30"),
    ],
)
def test_the_name_of_a_kind_of_code_is_known_in_other_spellings(said, form, kind, code, service):
    (rate,), left_out = said(form([with_kind(IOP, kind, code)]))
    assert (rate.service, left_out) == (service, [])


@FORMS
@pytest.mark.parametrize("kind", ["MS-DRG", "R-DRG", "TRIS-DRG", "ARC", "LOCAL", "CDM", "APC", ""])
def test_other_kinds_stay_other_kinds(said, form, kind):
    rates, (left_out,) = said(form([with_kind(IOP, kind, "905")]))
    assert (rates, left_out.reason) == ([], "other_kind_of_code")


@FORMS
def test_a_residential_day_is_none_of_a_program_also_where_its_revenue_code_is_spelt_out(
    said, form
):
    line = replace(IOP, codes=(("HCPCS", "H2036"), ("Revenue_Code", "1002")))
    rates, (left_out,) = said(form([line]))
    assert (rates, left_out.reason) == ([], "other_level")


@FORMS
@pytest.mark.parametrize(
    ("kind", "code", "billed_as"),
    [
        ("RC", '="0905"', "RC 0905"),
        ("RC", "'0905", "RC 0905"),
        ("RC", "REV 0905", "RC 0905"),
        ("RC", "RC0905", "RC 0905"),
        ("HCPCS", "HCPCS S9480", "HCPCS S9480"),
        ("CPT", "CPT® 90834", "CPT 90834"),
        ("HCPCS", "\u200bS9480\xa0", "HCPCS S9480"),
    ],
)
def test_a_code_is_known_without_what_stands_around_it(said, form, kind, code, billed_as):
    (rate,), _ = said(form([with_kind(IOP, kind, code)]))
    assert (rate.price_usd, rate.billed_as) == (114.5, billed_as)


@FORMS
def test_a_low_line_ends_a_word_in_the_name_of_a_group_session(said, form):
    (rate,), _ = said(form([row("MH_IOP_GROUP", "RC 0905, CPT 90853", ONE)]))
    assert rate.service == "program_group"


def test_blanks_that_nobody_sees_do_not_count_in_headings(said):
    text = wide([IOP]).replace("description", "\u200bdescription\xa0").replace("|1", "|\xa01")
    assert len(said(text)[0]) == 1


def test_brackets_that_belong_to_the_name_of_a_payer_stay(said):
    line = row("IOP", "HCPCS S9480", ("Payer [CA]", "[PPO] A", "310"))
    (rate,), _ = said(wide([line]))
    assert (rate.payer, rate.plan) == ("Payer [CA]", "[PPO] A")


def test_notes_on_a_payer_without_a_plan_say_the_unit_too(said):
    line = row("IOP", "HCPCS H0015", ("A", "", {"negotiated_dollar": "60", "notes": "Paid hourly"}))
    (rate,), _ = said(wide([line]).replace("|A||", "|A|").replace("|A|\r", "|A\r"))
    # The last heading, additional_payer_notes|A|, has lost its empty plan as well.
    assert (rate.payer, rate.plan, rate.unit) == ("A", "", "hour")


def test_a_payer_of_a_wide_file_without_a_column_of_dollars_is_left_out_by_its_reason(said):
    share = ("A", "PPO", {"negotiated_percentage": "61"})
    text = wide([row("IOP", "HCPCS S9480", share)]).replace("|negotiated_dollar", "|other")
    rates, (left_out,) = said(text)
    # Columns A to I are before the payers': J has what is no charge, K the share.
    assert (rates, left_out.reason, left_out.place_in_file) == ([], "percent", "row 4, column K")


def test_headings_may_have_blanks_for_low_lines_and_for_bars(said):
    text = tall([IOP]).replace("code|", "Code ").replace("|type", " Type")
    for name in ("payer_name", "plan_name", "standard_charge", "negotiated_dollar"):
        text = text.replace(name, name.replace("_", " ").title())
    (rate,), left_out = said(text)
    assert (rate.payer, rate.plan, rate.price_usd, left_out) == ("Payer One", "PPO", 114.5, [])


def test_a_code_whose_kind_has_no_column_may_be_that_of_another_service(said):
    rates, (left_out,) = said(tall([IOP]).replace("code|2|type", "kind"))
    assert (rates, left_out.reason, left_out.billed_as) == ([], "other_service", "RC 0905")


@CSV
def test_of_two_columns_with_the_same_heading_none_is_taken(said, form):
    """In the wide file names that differ in capitals and low lines only are the same payer's."""
    text = form([IOP]).replace("negotiated_percentage", "negotiated_dollar")
    rates, (left_out,) = said(
        text.replace("Payer One|PPO|negotiated_dollar", "PAYER_ONE|ppo|negotiated_dollar", 1)
    )
    assert (rates, left_out.reason) == ([], "same_heading")


def test_what_is_said_of_a_payer_is_of_the_payer_whatever_the_capitals_in_the_heading(said):
    """Dollars of a payer who pays a share, by a heading that is spelt otherwise."""
    share = {"negotiated_dollar": "61", "methodology": "percent of total billed charges"}
    text = wide([row("IOP", "HCPCS S9480", ("Blue Cross", "PPO", share))])
    rates, (left_out,) = said(
        text.replace("Blue Cross|PPO|methodology", "BLUE_CROSS|ppo|methodology")
    )
    assert (rates, left_out.reason) == ([], "percent")


@pytest.mark.parametrize(
    ("form", "here", "there"),
    [
        (wide, "Payer One|PPO|negotiated_dollar", "negotiated_dollar|Payer One|PPO"),
        (wide, "Payer One|PPO|negotiated_dollar", "Payer One|PPO"),
        (tall, "payer_name", "payer"),
        (tall, "negotiated_dollar", "negotiated_rate"),
    ],
)
def test_an_amount_under_a_heading_that_the_form_lacks_is_told(said, form, here, there):
    """It would be untrue to say that the hospital's own price stands there only."""
    rates, left_out = said(form([IOP]).replace(here, there))
    assert not rates
    assert "unknown_column" in {each.reason for each in left_out}
    assert "list_price" not in {each.reason for each in left_out}


@CSV
def test_a_row_in_which_a_quotation_mark_is_never_closed_is_named(said, form):
    """It takes all that follows to the end of the file, and with it the amounts."""
    text = form([row("Tray 3", "CDM 7001", ONE), IOP]).replace("Tray 3", '"Tray 3')
    rates, (left_out,) = said(text.replace('"IOP, evening"', "IOP"))
    assert (rates, left_out.reason, left_out.billed_as) == ([], "run_together", "RC 0905")
    assert left_out.place_in_file == "row 4"


def test_a_quotation_mark_that_a_later_row_closes_is_named_and_what_follows_is_read(said):
    lines = [row("Tray 3", "CDM 7001", ONE), IOP, row("End", "CDM 2", ONE), IOP]
    text = tall(lines).replace("Tray 3", '"Tray 3').replace("End", 'End"')
    (rate,), (left_out,) = said(text.replace('"IOP, evening"', "IOP", 1))
    assert (rate.place_in_file, left_out.place_in_file) == ("row 5", "row 4")


@CSV
def test_whose_file_it_is_is_told_in_whatever_order_the_rows_above_stand(about, form):
    names, values, *rest = form([IOP]).splitlines(keepends=True)
    assert about("".join([values, names, *rest])) == ABOUT_A
    assert about("".join([names, "\r\n", values, *rest])) == ABOUT_A
    by_row = [f"{name},{value}\r\n" for name, value in zip(TITLE, ABOUT, strict=True)]
    assert about("".join([*by_row, *rest])) == ABOUT_A


def test_what_no_row_says_of_the_file_is_not_made_up_of_titles_or_headings(about):
    names, _, *rest = tall([IOP]).splitlines(keepends=True)
    assert about("".join([names, *rest])) == About()
    assert about("".join(["Prices of 2026\r\n", names, *rest])) == About()


def test_whose_file_it_is_is_told_also_where_it_stands_behind_the_charges(about):
    whole = json.loads(as_json([IOP]))
    charges = {"standard_charge_information": whole.pop("standard_charge_information")}
    assert about(json.dumps(charges | whole)) == ABOUT_A
    day = {"last_updated_on": whole.pop("last_updated_on")}
    assert about(json.dumps(whole | charges | day)) == ABOUT_A


def test_the_name_of_a_hospital_in_signs_of_windows_is_whole(about):
    text = json.dumps(json.loads(as_json([IOP])), ensure_ascii=False)
    assert about(text.replace("Hospital A", "Café É").encode("cp1252")).hospital == "Café É"


def pieces_of(lines):
    whole = json.loads(as_json(lines))
    return whole, whole.pop("standard_charge_information")


@pytest.mark.parametrize(
    "joined",
    [
        lambda head, items: json.dumps(items),
        lambda head, items: "\n".join(map(json.dumps, items)),
        lambda head, items: "\r\n".join(json.dumps(item, indent=1) for item in items),
        lambda head, items: "\n".join(map(json.dumps, [head, *items])),
        lambda head, items: "\n".join(
            json.dumps(head | {"standard_charge_information": [item]}) for item in items
        ),
        lambda head, items: json.dumps(
            [head | {"standard_charge_information": [item]} for item in items]
        ),
    ],
)
def test_charges_in_json_are_found_in_a_list_or_one_after_the_other(said, joined):
    lines = [IOP, row("Psychotherapy", "CPT 90834", ("B", "HMO", "98"))]
    rates, left_out = said(joined(*pieces_of(lines)))
    assert [(rate.payer, rate.price_usd) for rate in rates] == [("Payer One", 114.5), ("B", 98)]
    assert not left_out


def test_json_of_something_else_one_after_the_other_has_no_charges(said):
    with pytest.raises(RefusedError) as refused:
        said('{"in_network": []}\n{"in_network": []}')
    assert refused.value.reason == "no_charges"


def test_the_parts_of_an_item_may_stand_in_any_order_and_without_a_list_around_one(said):
    whole, (item,) = pieces_of([IOP])
    (charge,) = item["standard_charges"]
    (payer,) = charge["payers_information"]
    alone = {"standard_charges": charge | {"payers_information": payer}}
    item = alone | {name: item[name] for name in ("code_information", "description")}
    (rate,), _ = said(json.dumps({"standard_charge_information": [item]} | whole))
    assert (rate.payer, rate.price_usd, rate.unit) == ("Payer One", 114.5, "day")


@FORMS
def test_what_version_3_prints_of_amounts_allowed_so_far_is_no_rate(said, form):
    """A median of what was allowed is no agreed amount; the share beside it is left out."""
    line = row("IOP", "HCPCS S9480", ("A", "PPO", {"negotiated_percentage": "61"}))
    text = form([line])
    if form is as_json:
        allowed = '"median_amount": 402.1, "10th_percentile": 200, "count": "1 through 10"'
        text = text.replace('"payer_name"', f'{allowed}, "payer_name"')
    else:
        head, about_it, headings, cells = text.split("\r\n")[:4]
        allowed = [f"{name}|A|PPO" for name in ("median_amount", "10th_percentile", "count")]
        text = "\r\n".join(
            [head, about_it, ",".join([headings, *allowed]), f"{cells},402.1,200,1 through 10"]
        )
    rates, (left_out,) = said(text)
    assert (rates, left_out.reason) == ([], "percent")
