"""A link of which not all can be used: what cannot is named, and the page begins with the rest."""

import pytest
from page_reader import asked, components, opened

from carechoice.catalog.in_use import catalog


@pytest.mark.parametrize(
    "bad",
    [
        {"unknown": "1"},
        {"iop_weeks": "99"},
        {"iop_weeks": "6.5"},
        {"iop_hours_per_week": "many"},
        {"iop_weeks": ["5", "6"]},
        {"plan": "golden", "start_date": "soon", "network": ""},
    ],
)
def test_a_link_with_unusable_values_names_them_and_takes_the_defaults(bad):
    app = opened("sources.py", therapy_sessions="10", **bad)
    (line,) = app.info
    rows = catalog().parameters
    assert all((rows[name].label if name in rows else name) in line.value for name in bad)
    assert rows["therapy_sessions"].label not in line.value
    sessions_alone = asked(therapy_sessions="10")
    (address,) = components(app, "address")
    assert asked(**dict(address["query"])) == sessions_alone


def test_names_that_a_mail_has_spoiled_are_read_as_meant():
    app = opened("sources.py", **{"therapy_sessions": "10", "amp;iop_weeks": "6", "amp;": ""})
    assert not app.info
    (address,) = components(app, "address")
    assert asked(**dict(address["query"])) == asked(therapy_sessions="10", iop_weeks="6")
