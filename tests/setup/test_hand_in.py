"""Staff hand a workbook in on a page: it is checked, shown and used, by who has the secret only."""

import html
import re

import pytest
from centre_tables import centre_folder
from filled_workbook import content, filled
from starlette.applications import Starlette
from starlette.testclient import TestClient

from carechoice.catalog.in_use import catalog
from carechoice.language.sentences import say
from carechoice.setup.hand_in_route import MOST_BODY_BYTES, TRIES_AT_ONCE, hand_in_route
from carechoice.web.addresses import FOR_STAFF
from carechoice.web.lifetime.start_line import start_lines
from carechoice.web.limits.settings import Limits
from carechoice.web.middleware import middleware

OURS = "correct horse battery staple"


@pytest.fixture
def folder(tmp_path):
    return centre_folder(tmp_path / "own")


@pytest.fixture
def staff(folder):
    """Somebody at a server whose operator has set the secret."""
    return visitor({"CARECHOICE_STAFF_SECRET": OURS, "CARECHOICE_DATA": str(folder)})


def visitor(environment):
    layers = middleware(base_path="", allowed_origins=[], catalog=catalog, limits=Limits())
    return TestClient(Starlette(routes=[hand_in_route(environment)], middleware=layers))


def workbook(change=lambda _: None):
    book = filled()
    change(book)
    return content(book)


def hand_in(staff, made, secret=OURS, name="ours.xlsx"):
    return staff.post(FOR_STAFF, data={"secret": secret}, files={"workbook": (name, made)})


def use(staff, looked_at, secret=OURS):
    return staff.post(FOR_STAFF, files=[], data={**hidden(looked_at), "secret": secret})


def hidden(answer):
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', answer.text)
    return {name: html.unescape(value) for name, value in found}


def lines(answer):
    return [html.unescape(line) for line in re.findall(r"<li>(.*?)</li>", answer.text)]


def files_of(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def dearer(book):
    book["Programs"]["H3"] = 450


def cheaper(book):
    book["Programs"]["H3"] = 350


def dollars(book):
    book["Programs"]["H3"] = "$400"


def test_without_a_secret_there_is_no_such_page():
    assert visitor({}).get(FOR_STAFF).status_code == 404
    assert hand_in(visitor({}), workbook()).status_code == 404


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"CARECHOICE_STAFF_SECRET": "short", "CARECHOICE_DATA": "x"}, "24 characters or more"),
        (
            # As an older podman-compose hands on what compose.yaml says.
            {"CARECHOICE_STAFF_SECRET": "${CARECHOICE_STAFF_SECRET:?}", "CARECHOICE_DATA": "x"},
            "is the name of a variable and no secret",
        ),
        (
            {"CARECHOICE_STAFF_SECRET": "$(CARECHOICE_STAFF_SECRET)", "CARECHOICE_DATA": "x"},
            "is the name of a variable and no secret",
        ),
        (
            {"CARECHOICE_STAFF_SECRET": "$CARECHOICE_STAFF_SECRET", "CARECHOICE_DATA": "x"},
            "is the name of a variable and no secret",
        ),
        # A byte that is no UTF-8, and what nobody can type.
        *(
            ({"CARECHOICE_STAFF_SECRET": f"{OURS}{sign}", "CARECHOICE_DATA": "x"}, "staff can type")
            for sign in ("\udcff", "\n", "\x00")
        ),
        ({"CARECHOICE_STAFF_SECRET": OURS}, "Name its folder in CARECHOICE_DATA, too."),
    ],
)
def test_a_secret_that_can_be_guessed_or_not_be_typed_or_has_no_folder_stops_the_start(
    environment, said
):
    with pytest.raises(SystemExit, match=said):
        hand_in_route(environment)


def test_the_log_does_not_say_the_secret():
    own = {"CARECHOICE_STAFF_SECRET": OURS, "CARECHOICE_DATA": "own"}
    (line,) = start_lines(catalog(), own, None)
    assert "CARECHOICE_STAFF_SECRET=(not shown)" in line
    assert OURS not in line


def test_the_page_asks_for_a_workbook_and_is_kept_by_nobody(staff):
    answer = staff.get(FOR_STAFF)
    assert answer.status_code == 200
    assert say("hand_in.lead") in html.unescape(answer.text)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex"
    # Our other pages name nobody: a browser would send the form as from nowhere, and be refused.
    assert '<meta name="referrer" content="same-origin">' in answer.text


def test_an_empty_workbook_is_there_to_take_and_says_nothing_of_the_centre(staff):
    page = html.unescape(staff.get(FOR_STAFF).text)
    assert f'<a href="?empty" download="ours.xlsx">{say("hand_in.empty")}</a>' in page
    (told,) = lines(hand_in(staff, staff.get(f"{FOR_STAFF}?empty").content))
    assert told.startswith("no row is filled in.")
    assert visitor({}).get(f"{FOR_STAFF}?empty").status_code == 404


def test_the_button_that_uses_a_workbook_stands_above_what_would_change(staff):
    """Another workbook is given in a fold below, so that one secret is asked for in view."""
    page = hand_in(staff, workbook(dearer)).text
    assert page.index(say("hand_in.use")) < page.index("<li>") < page.index("<details")
    assert page.count('name="secret"') == 2
    assert page.rindex('name="secret"') > page.index("<details")


def test_a_mistake_is_told_with_sheet_row_and_column_and_cannot_be_used(staff, folder):
    before = files_of(folder)
    answer = hand_in(staff, workbook(dollars))
    assert lines(answer) == [
        "Programs, row 3, column H (Price a day ($)): '$400' has a currency sign. Write 400."
    ]
    assert not hidden(answer)
    assert files_of(folder) == before


def test_what_would_change_is_shown_in_dollars_and_nothing_changes(staff, folder):
    before = files_of(folder)
    answer = hand_in(staff, workbook(dearer))
    assert any("(was $400" in line for line in lines(answer))
    assert files_of(folder) == before


def test_what_was_looked_at_is_used_whole_and_the_folder_of_before_is_kept(staff, folder):
    before = files_of(folder)
    answer = use(staff, hand_in(staff, workbook(dearer)))
    assert say("hand_in.in_place") in answer.text
    assert "450" in (folder / "programs.csv").read_text(encoding="utf-8")
    assert files_of(folder.with_name("own.before")) == before
    assert {each.name for each in folder.parent.iterdir()} == {"own", "own.before"}


def test_what_somebody_else_has_put_in_place_meanwhile_is_not_replaced_unseen(staff, folder):
    looked_at = hand_in(staff, workbook(cheaper))
    use(staff, hand_in(staff, workbook(dearer)))
    answer = use(staff, looked_at)
    assert lines(answer) == [say("hand_in.changed")]
    assert "450" in (folder / "programs.csv").read_text(encoding="utf-8")
    again = use(staff, hand_in(staff, workbook(cheaper)))
    assert say("hand_in.in_place") in again.text


def test_a_form_that_a_browser_sends_again_does_not_bring_old_numbers_back(staff, folder):
    dear = hand_in(staff, workbook(dearer))
    use(staff, dear)
    use(staff, hand_in(staff, workbook(cheaper)))
    assert lines(use(staff, dear)) == [say("hand_in.changed")]
    assert "350" in (folder / "programs.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("secret", ["", OURS[:-1], OURS + "x", "é"])
def test_without_the_secret_nothing_is_told_of_a_workbook_and_nothing_changes(
    staff, folder, secret
):
    before = files_of(folder)
    looked_at = hand_in(staff, workbook(dearer))
    for answer in (hand_in(staff, workbook(dollars), secret), use(staff, looked_at, secret)):
        assert answer.status_code == 403
        assert lines(answer) == [say("hand_in.wrong")]
    assert files_of(folder) == before


def test_a_secret_is_tried_so_often_and_then_waits(staff):
    for _ in range(TRIES_AT_ONCE):
        assert hand_in(staff, b"", "wrong").status_code == 403
    assert hand_in(staff, workbook()).status_code == 429


@pytest.mark.parametrize(
    ("made", "said"),
    [(b"", "this file is empty"), (b"%PDF-1.7", "this is a PDF, not a workbook")],
)
def test_what_is_no_workbook_is_said_to_be_none(staff, made, said):
    (line,) = lines(hand_in(staff, made))
    assert line.startswith(said)


def test_what_is_far_too_large_or_holds_no_workbook_is_not_read(staff):
    assert hand_in(staff, b"x" * MOST_BODY_BYTES).status_code == 413
    assert staff.post(FOR_STAFF, data={"secret": OURS}).status_code == 400
    assert staff.post(FOR_STAFF, data={"secret": OURS, "looked_at": "?"}).status_code == 400
    assert staff.post(FOR_STAFF, content=b"x").status_code in (400, 403)


def test_a_folder_that_the_server_cannot_write_to_is_said(staff, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    looked_at = hand_in(staff, workbook(dearer))
    monkeypatch.setattr("carechoice.setup.hand_in.put_in_place", refuse)
    assert lines(use(staff, looked_at)) == [say("hand_in.no_disk", why="Permission denied")]


def test_a_page_of_someone_else_can_send_no_workbook(staff):
    headers = {"Origin": "https://other.example.org"}
    answer = staff.post(FOR_STAFF, data={"secret": OURS}, headers=headers)
    assert answer.status_code == 403
    assert say("hand_in.wrong") not in answer.text
