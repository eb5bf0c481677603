"""What the server answers at a page's address, at others, and to the plain form."""

from urllib.parse import urlencode, urljoin

import pytest
from early_reader import EarlyPage
from scenarios import TODAY

from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import open_link, query_pairs
from carechoice.language.sentences import say
from carechoice.ui import pages

PATHS = ["/", *(f"/{page}" for page in pages.PAGES if page != pages.FIRST)]


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv(clock.VARIABLE, TODAY.isoformat())


def scenario(query):
    return open_link(query_pairs(query), today=TODAY).scenario


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_answered_with_the_answer_and_the_frameworks_page_below(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert '<div id="early" aria-busy="true"' in answer.text
    assert '<div id="root"></div>' in answer.text
    assert answer.text.count('rel="stylesheet"') == 1
    assert client.head(path).status_code == 200


def test_no_numbers_are_stored_on_the_way_or_found_by_a_search(client):
    with_numbers, start = client.get("/bill?plan=medicare"), client.get("/bill")
    for answer in (with_numbers, start):
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers
        assert "last-modified" not in answer.headers
    assert with_numbers.headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in start.headers


@pytest.mark.parametrize(
    ("path", "home"),
    [("/nothing", "./"), ("/compare", "./"), ("/index.html", "./"), ("/some/where/else", "../../")],
)
def test_an_unknown_address_is_answered_as_such_with_a_way_back(client, path, home):
    answer = client.get(path)
    assert answer.status_code == 404
    assert say("missing.title") in answer.text
    assert f'href="{home}"' in answer.text
    assert urljoin(f"http://host{path}", home) == "http://host/"
    assert "tel:988" in answer.text


def sent(client, query="", page="bill", **changed):
    """Where the form leads that was filled from a page's query, with these fields changed."""
    shown = scenario(query)
    form = {"page": page, "was": urlencode(shown.to_short_query())}
    filled = {name: shown.to_query()[name] for name in ("plan", "iop_weeks", "deductible_usd")}
    answer = client.get("/api/form", params=form | filled | changed, follow_redirects=False)
    assert answer.status_code == 303
    path, _, after = answer.headers["location"].partition("?")
    return path, after


def test_a_form_with_a_change_leads_to_the_same_page_with_it(client):
    path, after = sent(client, "plan=medicare", iop_weeks="6")
    assert path == "../bill"
    assert scenario(after) == scenario("plan=medicare&iop_weeks=6")


def test_a_form_without_a_change_leads_to_the_same_numbers_and_makes_none_the_persons(client):
    for query in ("", "plan=high_deductible&iop_weeks=6", "iop_price_per_day_usd=255"):
        _, after = sent(client, query)
        assert scenario(after) == scenario(query)


def test_a_plan_that_is_chosen_brings_its_numbers_and_numbers_typed_with_it_count(client):
    """Medicare's deductible is $283, and not the $1,886 that the form held before."""
    _, after = sent(client, plan="medicare")
    assert scenario(after).plan.deductible_usd == 283
    _, typed = sent(client, plan="medicare", deductible_usd="500")
    assert scenario(typed).plan.deductible_usd == 500
    assert scenario(typed).origins.filled_by == "medicare"


def test_what_was_typed_and_cannot_be_goes_along_so_that_the_page_says_why(client):
    _, after = sent(client, "plan=medicare", iop_weeks="99")
    assert "iop_weeks=99" in after
    (problem,) = open_link(query_pairs(after), today=TODAY).problems
    assert problem.field == "iop_weeks"


@pytest.mark.parametrize(
    ("typed", "deductible"), [("$2,500", 2500), ("2.500,00", 2500), (" 250 ", 250)]
)
def test_a_number_is_read_as_people_write_it(client, typed, deductible):
    _, after = sent(client, deductible_usd=typed)
    assert scenario(after).plan.deductible_usd == deductible


@pytest.mark.parametrize("typed", ["$1,886", "1886.00", "1886 "])
def test_the_same_number_written_another_way_is_no_change(client, typed):
    _, after = sent(client, deductible_usd=typed)
    assert scenario(after) == scenario("")


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("iop_weeks", "99", "Type a number from 1 to 26, in steps of 1."),
        ("iop_weeks", "", "Type a number from 1 to 26, in steps of 1."),
        ("deductible_usd", "2.500", "We cannot tell which number this is."),
        ("start_date", "2040-01-02", "Pick a day from January 1, 2026 to December 31, 2031."),
        ("therapy_price_usd", '"><b>', "We cannot tell which number this is."),
    ],
)
def test_what_the_form_refuses_stands_in_it_as_typed_with_the_reason(client, field, typed, says):
    path, after = sent(client, "plan=medicare", **{field: typed})
    assert scenario(after).but(said=()) == scenario("plan=medicare").but(said=())
    page = EarlyPage(client.get(f"/{path.removeprefix('../')}?{after}").text)
    assert page.fields[field] == typed
    assert says in " ".join(page.said_of(field))
    refused = [held["name"] for held, _ in page.every("input", **{"aria-invalid": "true"})]
    assert refused == [field]


@pytest.mark.parametrize("mark", ["shown=framed", "sliders=ordinary"])
def test_a_form_leads_to_a_page_in_a_frame_or_with_ordinary_sliders_as_it_stood_there(client, mark):
    form = {"page": "bill", "was": f"iop_weeks=6&{mark}", "iop_weeks": "9"}
    answer = client.get("/api/form", params=form, follow_redirects=False)
    path, _, query = answer.headers["location"].partition("?")
    assert path == "../bill"
    assert "iop_weeks=9" in query
    assert query.endswith(f"&{mark}")


@pytest.mark.parametrize("page", ["compare", "", "nowhere", "//elsewhere.example"])
def test_a_form_leads_to_no_address_but_a_pages(client, page):
    path, _ = sent(client, page=page)
    assert path == "../"


def test_a_form_that_is_far_too_long_is_refused(client):
    assert client.get("/api/form", params={"was": "x" * 9000}).status_code == 414
