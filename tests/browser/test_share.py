"""Staff make a link and a client opens it elsewhere; files are read back; keyboard only."""

import csv
import io
import json
from functools import cache
from pathlib import Path

import pytest
from files.read_back import text_by_page
from openpyxl import load_workbook
from outside_text import as_read
from playwright.sync_api import expect
from pptx import Presentation
from scenarios import TODAY
from violations import found
from visitor import PHONE, START, scenario_of

from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.files.kept import words as kept_words
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say

STAFF = {"plan": "medicare", "therapy_sessions": "10", "topics": "money", **START}
PRESENTED_WEEKS = (6, 9, 12)
HOSTILE = (
    '=1+1 "q" **b** $x$ _y_',
    "<b>x</b> :smile: :red[x] -> -- $5",
    "مرحبا 日本語 🎉 www.evil.com [x](y)",
    "LongunbrokennamelongunbrokennamelongABCD",
)


def copied(visitor, place=0):
    """What a copy button hands over: all of the text."""
    return visitor.main.get_by_test_id("stText").nth(place).text_content()


def button(visitor, key, **blanks):
    return visitor.main.get_by_role("button", name=say(key, **blanks), exact=True)


def name_field(visitor):
    return visitor.main.get_by_role("textbox", name=say("pins.name"), exact=True)


def keep(visitor, name):
    beginning, _, _ = say("pins.remove", name="|").partition("|")
    kept = visitor.main.get_by_role("button").filter(has_text=beginning)
    count = kept.count()
    name_field(visitor).fill(name)
    name_field(visitor).press("Enter")
    expect(kept).to_have_count(count + 1)
    visitor.settled()


def downloaded(visitor, key) -> Path:
    return Path(visitor.download(button(visitor, key)).path())


def load(visitor, name, content):
    file = {"name": name, "mimeType": "application/json", "buffer": content}
    visitor.main.locator("input[type=file]").set_input_files(file)


@pytest.mark.by_night
def test_a_file_that_did_not_come_through_is_said_to_and_comes_at_the_second_try(tab):
    """As where a proxy has lost the server, or the server has no room."""
    visitor = tab().open("/share", STAFF)
    uploads = "**/_stcore/upload_file/**"
    scenario = scenario_of({**STAFF, "iop_weeks": 9})
    content = freeze(scenario, TODAY).to_json().encode()
    told = visitor.main.get_by_text("Your file did not come through.")
    visitor.page.route(uploads, lambda route: route.fulfill(status=502))
    load(visitor, "inputs.json", content)
    expect(told).to_be_visible()
    visitor.page.unroute(uploads)
    visitor.main.get_by_test_id("stFileChipDeleteBtn").get_by_role("button").click()
    load(visitor, "inputs.json", content)
    visitor.sees_answer(scenario)
    expect(told).to_have_count(0)


@pytest.mark.by_night
def test_of_another_kind_of_file_it_is_said_which_is_expected(tab):
    visitor = tab().open("/share", STAFF)
    expected = "Choose one that you saved here with “Save as a file”"
    load(visitor, "insurance card.PDF", b"%PDF-1.7")
    expect(visitor.main.get_by_text(f"That is another kind of file. {expected}")).to_be_visible()
    expect(visitor.main.get_by_text("not allowed")).to_be_hidden()
    visitor.main.get_by_test_id("stFileChipDeleteBtn").get_by_role("button").click()
    load(visitor, "inputs.json", b'{"name": "of another program"}')
    refused = "The file was not used. It has no inputs of this page in it."
    expect(visitor.main.get_by_text(f"{refused} {expected}")).to_be_visible()
    expect(visitor.main.get_by_text("That is another kind of file.")).to_have_count(0)


@pytest.mark.by_night
def test_staff_make_a_link_and_a_client_opens_it_on_a_fresh_server(tab, fresh_server):
    staff = tab().open("/share", STAFF)
    staff.slider("iop_weeks").press("ArrowRight")
    staff.sees_answer(scenario_of({**STAFF, "iop_weeks": 9}))
    expect(staff.main.get_by_test_id("stText").first).to_contain_text("iop_weeks=9")
    link = copied(staff)
    assert link.startswith(f"{staff.address}/?")
    elsewhere = fresh_server()
    client = tab(address=elsewhere)
    client.page.goto(link.replace(staff.address, elsewhere))
    client.settled()
    now = scenario_of({**STAFF, "iop_weeks": 9})
    client.sees_answer(now)
    client.sees_charts(now)
    expect(client.main.get_by_test_id("stAlert")).to_have_count(0)
    client.type_value("therapy_sessions", 12)
    changed = scenario_of({**STAFF, "iop_weeks": 9, "therapy_sessions": 12})
    client.sees_answer(changed)
    client.address_hands_on(changed)


@pytest.fixture(scope="module")
def of_staff(lasting_tab):
    """The page of staff, for tests that only take from it."""
    return cache(lambda: lasting_tab().open("/share", STAFF))


def test_downloads_read_back_are_the_numbers_on_the_page(of_staff):
    visitor = of_staff()
    result = compare(scenario_of(STAFF))
    paid = [option.patient_usd.likely for option in result.options.values()]

    book = load_workbook(downloaded(visitor, "share.numbers.excel").open("rb"))
    summary = {row[0]: row[1:] for row in book[say("sheet.summary")].values}
    assert summary[say("summary.patient_usd")] == pytest.approx(paid, abs=0.005)

    text = downloaded(visitor, "share.numbers.csv").read_text(encoding="utf-8-sig")
    visits = list(csv.DictReader(io.StringIO(text)))
    assert len(visits) == len(result.ledger)
    total = sum(float(visit[say("ledger.patient_usd")]) for visit in visits)
    assert total == pytest.approx(sum(paid), abs=0.01)

    assert words.cost(result.options["iop"]) in copied(visitor, -1)


def test_a_saved_file_brings_the_scenario_back(of_staff, tab):
    content = downloaded(of_staff(), "share.file.save").read_bytes()
    assert json.loads(content)["therapy_sessions"] == 10
    other = tab().open("/share", START)
    load(other, "scenario.json", content)
    expect(other.text(say("undo.file"))).to_be_visible()
    other.sees_answer(scenario_of(STAFF))
    other.sees_value("therapy_sessions", 10)
    other.address_hands_on(scenario_of(STAFF))
    other.type_value("therapy_sessions", 11)
    other.sees_answer(scenario_of({**STAFF, "therapy_sessions": 11}))


@pytest.mark.by_night
def test_names_of_any_kind_are_shown_as_read_on_a_phone(tab):
    visitor = tab(size=PHONE).open("/share", START)
    for name in HOSTILE:
        keep(visitor, name)
    headings = visitor.main.get_by_role("heading", level=3).all_inner_texts()
    assert [each for each in map(as_read, headings) if each in HOSTILE] == list(HOSTILE)
    labels = visitor.main.get_by_role("button").all_text_contents()
    for name in HOSTILE:
        assert say("pins.remove", name=name) in map(as_read, labels)
    drawn = visitor.page.locator(".st-key-chart_pins .main-svg text").all_text_contents()
    assert set(HOSTILE) <= set(map(as_read, drawn))
    expect(visitor.main.locator("a[href*=evil]")).to_have_count(0)
    expect(visitor.text(say("pins.full"))).to_be_visible()
    visitor.unfold_all()
    width = visitor.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= PHONE[0]
    for table in visitor.main.get_by_role("table").all():
        assert table.evaluate("part => part.scrollWidth <= part.parentElement.clientWidth + 1")
    assert found(visitor.page) == []


def test_scenarios_are_kept_compared_loaded_and_removed_by_keyboard_alone(tab):
    visitor = tab(size=PHONE).open("/share", START)
    visitor.unfold_inputs()
    visitor.tab_to(name_field(visitor))
    visitor.page.keyboard.type("As it is")
    visitor.page.keyboard.press("Enter")
    expect(button(visitor, "pins.load", name="As it is")).to_be_visible()
    visitor.type_value("therapy_sessions", 10)
    visitor.sees_answer(scenario_of({**START, "therapy_sessions": 10}))
    visitor.tab_to(name_field(visitor))
    visitor.page.keyboard.type("Fewer")
    visitor.tab_to(button(visitor, "pins.keep"))
    visitor.page.keyboard.press("Enter")
    expect(button(visitor, "pins.load", name="Fewer")).to_be_visible()

    kept = (_kept("As it is"), _kept("Fewer", therapy_sessions=10))
    first, second = kept_words.compared(kept)
    expect(visitor.text(kept_words.apart(second, first, "therapy"))).to_be_visible()

    visitor.tab_to(button(visitor, "pins.load", name="As it is"))
    visitor.page.keyboard.press("Enter")
    visitor.sees_answer(scenario_of(START))
    visitor.sees_value("therapy_sessions", scenario_of(START).therapy.sessions)
    visitor.tab_to(button(visitor, "pins.remove", name="As it is"))
    visitor.page.keyboard.press("Enter")
    expect(button(visitor, "pins.load", name="As it is")).to_have_count(0)
    # The card moves up; the one in its old place goes when the page's run ends.
    expect(button(visitor, "pins.load", name="Fewer")).to_have_count(1)


def _kept(name, **values) -> KeptScenario:
    scenario: Scenario = scenario_of({**START, **values})
    return KeptScenario(name, scenario)


@pytest.mark.by_night
def test_the_link_is_copied_and_the_code_shown_by_keyboard(tab):
    visitor = tab().open("/share", START)
    fold = visitor.fold(say("share.qr"))
    visitor.tab_to(fold.locator("summary"))
    visitor.page.keyboard.press("Enter")
    expect(visitor.main.get_by_role("img", name=say("share.qr.alt"))).to_be_visible()
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.tab_to(button(visitor, "share.copy"))
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("status").get_by_text(say("share.copied"))).to_be_visible()
    assert visitor.page.evaluate("navigator.clipboard.readText()") == copied(visitor)
    expect(button(visitor, "share.send")).to_have_count(0)


def test_a_device_with_ways_to_send_opens_them_with_the_link(tab):
    visitor = tab(size=PHONE)
    visitor.page.add_init_script("navigator.share = async (what) => { window.sent = what; };")
    visitor.open("/share", START)
    button(visitor, "share.send").press("Enter")
    sent = visitor.page.wait_for_function("() => window.sent").json_value()
    assert sent == {"title": say("title"), "url": copied(visitor)}


def test_handout_and_slides_are_downloaded_and_hold_the_answer(of_staff):
    visitor = of_staff()
    cost = words.cost(compare(scenario_of(STAFF)).options["iop"])
    for key in ("share.documents.letter", "share.documents.a4"):
        pages = text_by_page(downloaded(visitor, key))
        assert len(pages) == 3
        assert cost in " ".join(pages)
    deck = Presentation(downloaded(visitor, "share.documents.slides"))
    told = [shape.text_frame.text for shape in deck.slides[1].shapes if shape.has_text_frame]
    assert cost in " ".join(told)


@pytest.mark.by_night
def test_a_presenter_keeps_three_scenarios_and_downloads_the_slides_of_each(tab):
    visitor = tab().open("/share", START)
    for weeks in PRESENTED_WEEKS:
        visitor.type_value("iop_weeks", weeks)
        visitor.sees_answer(scenario_of({**START, "iop_weeks": weeks}))
        keep(visitor, f"{weeks} weeks")
    for weeks in PRESENTED_WEEKS:
        now = scenario_of({**START, "iop_weeks": weeks})
        button(visitor, "pins.load", name=f"{weeks} weeks").press("Enter")
        visitor.sees_answer(now)
        deck = Presentation(downloaded(visitor, "share.documents.slides"))
        told = [shape.text_frame.text for shape in deck.slides[1].shapes if shape.has_text_frame]
        assert words.cost(compare(now).options["iop"]) in " ".join(told)


class HeldServer:
    """What the server says to a tab, which can be held back for as long as a test looks."""

    def __init__(self, page):
        self._held = None
        page.route_web_socket("**/_stcore/stream", self._stand_between)

    def _stand_between(self, tab):
        self._tab = tab
        tab.connect_to_server().on_message(self._pass)

    def _pass(self, message):
        if self._held is None:
            self._tab.send(message)
        else:
            self._held.append(message)

    def hold(self):
        self._held = []

    def release(self):
        held, self._held = self._held, None
        for message in held:
            self._tab.send(message)


@pytest.mark.by_night
def test_a_button_turns_a_wheel_until_its_file_is_made(tab):
    visitor = tab()
    server = HeldServer(visitor.page)
    visitor.open("/share", START)
    for key in ("share.documents.slides", "share.numbers.excel"):
        asked = button(visitor, key)
        server.hold()
        with visitor.page.expect_download():
            asked.press("Enter")
            expect(asked.get_by_test_id("stSpinnerIcon")).to_be_visible()
            expect(asked).to_be_disabled()
            server.release()
        expect(asked).to_be_enabled()
        expect(asked.get_by_test_id("stSpinnerIcon")).to_have_count(0)
        visitor.settled()
