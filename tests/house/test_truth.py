"""Every number is sourced, and no source is there for nothing."""

import re

import pytest

from carechoice.catalog.in_use import catalog

NUMBER = re.compile(r"\d[\d,.]*")


def sourced():
    data = catalog()
    for table in (
        data.parameters,
        data.prices,
        data.figures,
        data.levels,
        data.services,
        data.features,
        data.topics,
        data.aspects,
        data.research,
        data.recourses,
        data.crisis,
        data.glossary,
        data.weeks,
        data.real_plans,
        data.billing_codes,
    ):
        yield from table.values()
    yield from data.plan_terms


def test_every_row_names_a_source_and_says_how_sure_it_is():
    for row in sourced():
        assert row.source
        assert set(row.source) <= catalog().sources.keys()
        assert row.basis in ("published", "derived", "quoted", "assumed")


def test_what_others_only_quote_counts_as_second_hand_or_as_our_own_choice():
    quoted = {
        key for key, row in catalog().sources.items() if "quot" in f"{row.publisher} {row.title}"
    }
    assert quoted
    for row in sourced():
        if set(row.source) <= quoted or "as quoted" in row.note:
            assert row.basis in ("quoted", "assumed"), row
        if row.basis == "quoted":
            assert set(row.source) & quoted, row
            assert "quote" in row.note.lower(), row


def test_our_own_choices_count_as_assumed():
    for row in sourced():
        if row.source == ("ours",):
            assert row.basis == "assumed", row


def test_sources_that_others_publish_have_an_address():
    without = {key for key, row in catalog().sources.items() if not row.url}
    assert without == {"seed_article", "dose_response", "ours"}


def test_listed_prices_and_default_prices_are_one():
    data = catalog()
    therapy, iop = data.parameters["therapy_price_usd"], data.parameters["iop_price_per_day_usd"]
    for row, price in (
        (therapy, data.price("negotiated", "therapy", 60)),
        (iop, data.price("negotiated", "iop", 60)),
    ):
        assert (row.low, float(row.default), row.high) == (price.low, price.typical, price.high)


@pytest.mark.parametrize("key", ["iop", "php"])
def test_level_thresholds_are_medicares(key):
    assert catalog().levels[key].minimum_hours_per_week == {"iop": 9, "php": 20}[key]


def amounts(field):
    """The numbers of the example in an input's help, in order."""
    example = catalog().parameters[field].help.split("Example:")[1]
    return [float(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", example)]


def test_examples_in_dollars_in_the_help_are_worked_out_right():
    price, share, plan, you = amounts("plan_pays_percent")
    assert (plan, you) == (price * share / 100, price * (100 - share) / 100)
    days, price, week = amounts("iop_price_per_day_usd")
    assert week == days * price
    copay, days, cost = amounts("iop_copay_per_day_usd")[:3]
    assert cost == copay * days
    paid, deductible, left = amounts("deductible_met_usd")[:3]
    assert left == deductible - paid
    maximum, paid, most = amounts("oop_max_usd")
    assert most == maximum - paid
    deductible, copays, total = amounts("oop_met_usd")
    assert total == deductible + copays


def test_a_link_to_a_store_of_files_goes_to_one_version_of_them():
    stores = [str(row.url) for row in catalog().sources.values() if "github.com" in str(row.url)]
    assert stores
    assert [url for url in stores if not re.search(r"/(blob|tree)/[0-9a-f]{40}\b", url)] == []


def test_every_source_is_used():
    used = {key for row in sourced() for key in row.source}
    assert used == set(catalog().sources)


@pytest.mark.parametrize(
    "field",
    [
        "plan_pays_percent",
        "deductible_usd",
        "deductible_met_usd",
        "oop_max_usd",
        "oop_met_usd",
        "therapy_copay_usd",
        "iop_copay_per_day_usd",
    ],
)
def test_every_insurance_word_is_explained_with_an_example_in_dollars(field):
    assert "Example" in catalog().parameters[field].help
    assert "$" in catalog().parameters[field].help
