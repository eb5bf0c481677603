"""A centre's logo: which pictures are shown, and what is said of others."""

from dataclasses import replace

import pytest
from centre_tables import centre_folder
from early_reader import EarlyPage
from logo_picture import picture
from page_reader import opened
from scenarios import TODAY
from starlette.applications import Starlette
from starlette.testclient import TestClient

from carechoice.catalog.centre.centre import Centre
from carechoice.catalog.centre.logo import Logo
from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load
from carechoice.language.everywhere import who_shows_it
from carechoice.language.sentences import as_text, say
from carechoice.present import sources as presented_sources
from carechoice.ui import state
from carechoice.ui.assets import component_file
from carechoice.web.early.content import page_content
from carechoice.web.early.document import document
from carechoice.web.static import assets


def own(folder, content, line="Our house,logo.png"):
    centre_folder(folder, centre=f"name,logo\n{line}\n")
    if content is not None:
        (folder / "logo.png").write_bytes(content)
    return [folder, DEFAULT_FOLDER]


def test_a_png_beside_the_data_is_the_logo(tmp_path):
    assert load(own(tmp_path / "own", picture())).own.logo == Logo(picture(), 200, 100)
    assert load([DEFAULT_FOLDER]).own.logo is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no 'logo.png' in "),
        (b"", "the file is not a complete PNG picture. Save it as PNG again."),
        (picture()[:20], "the file is not a complete PNG picture"),
        (picture()[:-1], "the file is not a complete PNG picture"),
        (picture().replace(b"IDAT", b"IDAT!"), "the file is not a complete PNG picture"),
        (b"<svg onload='alert(1)'/>", "the file is not a complete PNG picture"),
        (b"\xff\xd8\xff\xe0JFIF", "the file is not a complete PNG picture"),
        (picture(more=b"a" * 200_000), "the picture has 200 kB. Save it with 200 kB at most."),
        (picture(4000, 100), "the picture is 4000 x 100 pixels. Save it with 32 to 2000 each way."),
        (picture(16, 16), "the picture is 16 x 16 pixels."),
    ],
)
def test_what_cannot_be_shown_is_said_with_its_place(tmp_path, content, said):
    with pytest.raises(BadDataError) as caught:
        load(own(tmp_path / "own", content))
    (problem,) = caught.value.problems
    assert problem.startswith(f"centre.csv, row 2, column logo: {said}")


def test_a_logo_without_a_name_says_nothing_to_those_who_do_not_see_it(tmp_path):
    with pytest.raises(BadDataError) as caught:
        load(own(tmp_path / "own", picture(), line=",logo.png"))
    assert "Fill in the name." in caught.value.problems[0]


def with_logo(**centre):
    """The catalog of a centre with a logo, and with more of its settings."""
    own = replace(catalog().own, logo=Logo.of(picture()))
    return replace(catalog(), centre=Centre(name="Our house", **centre), own=own)


def shown_to_staff(app, data):
    app.session_state[state.CATALOG] = data
    app.session_state[state.IS_SERVED] = False
    app.run()
    assert not app.exception
    return app


def alternatives(app):
    return [each.alt for shown in app.get("image") for each in shown.proto.imgs]


def test_it_stands_at_the_foot_of_a_page_and_is_read_out_as_the_name():
    app = opened()
    assert not app.get("image")
    assert alternatives(shown_to_staff(app, with_logo())) == ["Our house"]


def test_a_presentation_begins_with_it_beside_that_the_centre_may_sell_what_it_shows():
    app = opened(mode="present")
    assert not app.get("image")
    assert say("footer.interest") not in [text.value for text in app.markdown]
    shown_to_staff(app, with_logo())
    assert alternatives(app) == ["Our house"]
    with using(with_logo()):
        sentence = who_shows_it()
        assert presented_sources.last_words()[-1] == sentence
    assert as_text(sentence).startswith("Shown by Our house")
    assert sentence in [text.value for text in app.markdown]


def test_before_a_page_is_live_it_has_the_room_that_it_will_take():
    with using(with_logo()):
        foot, first = page_before("compare"), page_before("compare", "mode=present")
    for page in (foot, first):
        held = [held for held, _ in page.every("img")]
        sizes = {(each["width"], each["height"], each["alt"]) for each in held}
        # 200 by 100 pixels in a room of 240 by 48.
        assert sizes == {("96", "48", "Our house")}
    (beside,) = first.texts("div", class_="st-key-presents")
    assert beside.startswith("Shown by Our house")
    assert beside.endswith(say("footer.interest"))
    assert page_before("compare").every("img") == []


def test_its_room_does_not_hang_on_the_picture_having_come():
    """The framework's script for pictures comes late, and all below would move by 60 pixels."""
    with using(with_logo()):
        marks = {each.get("class") for each, _ in page_before("compare").every("div")}
    assert "st-key-centre_logo" in marks
    assert "has(img)" not in component_file("centre_mark.css")


def page_before(key, query=""):
    return EarlyPage(document(page_content(key, query, today=TODAY)))


def test_a_name_on_its_colour_stands_where_there_is_no_logo():
    named = replace(catalog(), centre=Centre(name="A & B", color="#F2C14E", text_color="#222222"))
    with using(named):
        html = document(page_content("compare", "", today=TODAY))
    assert "--centre: #F2C14E; --centreText: #222222;" in html
    assert EarlyPage(html).texts("div", class_="st-key-centre") == ["A & B"]
    assert "--centre:" not in document(page_content("compare", "", today=TODAY))
    app = shown_to_staff(opened(), named)
    assert r"A \& B" in [text.value for text in app.markdown]


def test_the_server_hands_it_out_at_an_address_that_changes_with_it():
    client = TestClient(Starlette(routes=assets.ROUTES))
    with using(with_logo()):
        (held, _), *_ = page_before("compare").every("img")
        found = client.get(f"/{held['src']}")
        other = client.get("/assets/logo-0123456789ab.png")
    assert (found.content, found.headers["content-type"]) == (picture(), "image/png")
    assert "immutable" in found.headers["cache-control"]
    assert (other.status_code, client.get(f"/{held['src']}").status_code) == (404, 404)
