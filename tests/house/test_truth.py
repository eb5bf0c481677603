"""Every number is sourced, and no source is there for nothing."""

import re

import pytest

from carechoice.catalog import catalog

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
    ):
        yield from table.values()
    yield from data.plan_terms


def test_every_row_names_a_source_and_says_how_sure_it_is():
    for row in sourced():
        assert row.source
        assert set(row.source) <= catalog().sources.keys()
        assert row.basis in ("published", "derived", "assumed")


def test_what_others_only_quote_counts_as_assumed():
    quoted = {
        key for key, row in catalog().sources.items() if "quot" in f"{row.publisher} {row.title}"
    }
    assert quoted
    for row in sourced():
        if set(row.source) & quoted:
            assert row.basis == "assumed", row


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


def test_examples_in_dollars_in_the_help_are_worked_out_right():
    """On a $255 day at 80 %: 204 and 51; 3 x 255 = 765; 24 x 50 = 1,200; 1,000 - 600 = 400."""
    helps = {key: row.help for key, row in catalog().parameters.items()}
    assert {"$255", "$204", "$51"} <= set(re.findall(r"\$[\d,]*\d", helps["plan_pays_percent"]))
    assert 255 * 0.8 == 204
    assert "$765" in helps["iop_price_per_day_usd"]
    assert 3 * 255 == 765
    assert "$1,200" in helps["iop_copay_per_day_usd"]
    assert 24 * 50 == 1200
    assert "leaves $400" in helps["deductible_met_usd"]


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
