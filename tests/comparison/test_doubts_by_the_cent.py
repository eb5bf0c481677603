"""Two amounts that a doubt sets against each other are shown so that they differ."""

import re
from datetime import date

import pytest
from scenarios import comparison, warnings

TODAY = date(2027, 1, 4)
CHARGED = {"network": "oon", "therapy_charge_usd": 300, "iop_charge_per_day_usd": 600}


@pytest.mark.parametrize(
    ("inputs", "more", "less"),
    [
        ({"therapy_price_usd": 26.60}, "$27", "$26.60"),
        ({"iop_copay_per_day_usd": 255.20}, "$255.20", "$255"),
        ({**CHARGED, "therapy_charge_usd": 129.80}, "$130.23", "$129.80"),
        ({**CHARGED, "iop_charge_per_day_usd": 254.90}, "$255", "$254.90"),
        ({"deductible_met_usd": 1886.40, "oop_met_usd": 1886.40}, "$1,886.40", "$1,886"),
        ({"oop_met_usd": 4000.30}, "$4,000.30", "$4,000"),
        ({"deductible_met_usd": 100.40, "oop_met_usd": 100}, "$100.40", "$100"),
        ({"deductible_usd": 4000.40}, "$4,000.40", "$4,000"),
        # The most the law allows for plan years that start in 2027.
        ({"oop_max_usd": 12000.40}, "$12,000.40", "$12,000"),
    ],
)
def test_amounts_that_differ_by_cents_are_told_with_their_cents(inputs, more, less):
    (told,) = warnings(comparison(**inputs), TODAY)
    assert set(re.findall(r"\$\d+(?:,\d{3})*(?:\.\d\d)?", told)) == {more, less}


def test_whole_dollars_stay_whole():
    (told,) = warnings(comparison(therapy_copay_usd=500, therapy_price_usd=130), TODAY)
    assert "($500)" in told
    assert "($130)" in told
