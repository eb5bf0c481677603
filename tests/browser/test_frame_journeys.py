"""A page of a centre's own site shows ours in a frame, by the code that staff copy."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from by_night import by_night
from in_page import UNFOLDED
from playwright.sync_api import BrowserContext, expect
from running_server import running_server
from scenarios import TODAY
from violations import found
from visitor import START, scenario_of

from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.files.scenario.frame_code import frame_code
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.sentences import as_text, say

WIDTHS = (320, 768, 1200)
# A small phone, and a column of a site, or a page that someone enlarged five times.
NARROW = (320, 256)
# The pages whose tables have three columns and more.
WITH_TABLES = ("/bill", "/week", "/care")
HEIGHT = 800
AROUND = """<!DOCTYPE html><html lang="en"><head><title>Our program</title></head>
<body style="margin: 0"><h1>Our program</h1>{code}<p>What stands below it.</p>
<script>heard = []; addEventListener("message", ({{ data }}) => heard.push(data));</script></body>
</html>"""
# What of a page has to be scrolled by itself, or is wider than it has room.
SCROLLS = """() => [document.documentElement, ...document.querySelectorAll("*")]
    .filter((each) => {
        const { overflowX, overflowY } = getComputedStyle(each);
        const isRoot = each === document.documentElement;
        const scrolls = (overflow) => isRoot || ["auto", "scroll"].includes(overflow);
        return (scrolls(overflowY) && each.scrollHeight > each.clientHeight + 1)
            || (scrolls(overflowX) && each.scrollWidth > each.clientWidth + 1);
    })
    .map((each) => `${each.tagName} ${each.className}`)"""
IS_AS_HIGH = """() => document.body && !document.getElementById("early")
    && document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]")
    && innerHeight === Math.ceil(document.body.getBoundingClientRect().height)"""


@contextmanager
def site(pages: dict[str, str]) -> Iterator[str]:
    """A site of someone else with these pages, at a port that the system picks."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = pages.get(self.path, "").encode()
            self.send_response(200 if text else 404)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_args: object) -> None:
            """Nothing: pytest shows what is said."""

    server = HTTPServer(("127.0.0.1", 0), Page)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> Iterator[tuple[str, str]]:
    """A site that our server knows, and one that it does not; both show the same page.

    Ours is at another host for the browser, which is what it goes by for cookies.
    """
    shown: dict[str, str] = {}
    with ExitStack() as servers:
        known, strange = (servers.enter_context(site(shown)) for _ in range(2))
        folder = tmp_path_factory.mktemp("centre")
        (folder / "centre.csv").write_text(f"name,framed_by\nOur house,{known}\n")
        ours = servers.enter_context(running_server(CARECHOICE_DATA=str(folder)))
        assert ours.startswith("http://localhost:")
        code = frame_code(scenario_of({**START, "iop_weeks": 6}), ours)
        shown["/"] = AROUND.format(code=code)
        presented = code.replace("shown=framed", "shown=framed&mode=present")
        shown["/present"] = AROUND.format(code=presented)
        for path in (*WITH_TABLES, "/share"):
            shown[path] = AROUND.format(code=code.replace("/?", f"{path}?"))
        yield known, strange


@pytest.fixture(scope="module")
def one_browser(browser) -> Iterator[BrowserContext]:
    """One for all of them, for its cache: in a frame it keeps nothing else, as is tried below."""
    with browser.new_context(reduced_motion="reduce") as context:
        # A tab that stays: with the last tab its process would end, and all that it has read.
        context.new_page()
        yield context


@pytest.fixture
def framed(one_browser, sites):
    """Open a page of the site that shows ours, and our page once it is as high as it has to be."""
    with ExitStack() as opened:

        def open_page(path="/", width=1200):
            around = one_browser.new_page()
            opened.callback(around.close)
            around.set_viewport_size({"width": width, "height": HEIGHT})
            around.goto(f"{sites[0]}{path}")
            _, frame = around.frames
            frame.wait_for_function(IS_AS_HIGH)
            return around, frame

        yield open_page


def is_seen_whole(frame):
    """Wait until the frame is as high as its page, and nothing in it can be scrolled."""
    frame.wait_for_function(f"() => ({IS_AS_HIGH})() && !({SCROLLS})().length")


def text_of(frame, sentence):
    return frame.get_by_role("main").get_by_text(as_text(sentence).replace("**", "")).first


@pytest.mark.by_night
@pytest.mark.parametrize("width", WIDTHS)
def test_all_of_it_is_seen_without_scrolling_within_and_axe_finds_nothing(framed, width):
    around, frame = framed(width=width)
    assert frame.evaluate("innerWidth") == width
    assert frame.evaluate(SCROLLS) == []
    expect(frame.get_by_role("link", name="988", exact=True).first).to_be_visible()
    who_shows_it = text_of(frame, say("footer.interest"))
    expect(who_shows_it).to_be_visible()
    expect(who_shows_it).to_contain_text("Shown by Our house")
    expect(frame.get_by_role("navigation")).to_have_count(0)
    assert found(frame) == []
    # The site hears numbers alone, and the browser keeps nothing for either.
    heard = around.evaluate("heard")
    assert heard[-1] == frame.evaluate("innerHeight")
    assert {type(each) for each in heard} == {int}
    assert around.context.cookies() == []


@pytest.mark.by_night
@pytest.mark.parametrize("path", WITH_TABLES)
def test_in_a_narrow_frame_all_tables_and_labels_are_seen_whole_and_axe_finds_nothing(framed, path):
    around, frame = framed(path, NARROW[0])
    # Folds in folds come with the server's answer.
    while frame.evaluate(UNFOLDED):
        frame.wait_for_function(IS_AS_HIGH)
    for width in NARROW:
        around.set_viewport_size({"width": width, "height": HEIGHT})
        is_seen_whole(frame)
    assert found(frame) == []


def test_it_begins_with_the_numbers_in_the_code_and_follows_what_is_moved_and_unfolded(framed):
    _, frame = framed()
    shown = scenario_of({**START, "iop_weeks": 6})
    for sentence in words.answer(compare(shown)).values():
        expect(text_of(frame, sentence.partition("**")[0] or sentence)).to_be_visible()
    frame.locator(".st-key-iop_weeks_slider").get_by_role("slider").press("ArrowRight")
    frame.wait_for_url("**iop_weeks=7**")
    assert "shown=framed" in frame.url
    before = frame.evaluate("innerHeight")
    frame.locator(".st-key-page summary").first.press("Enter")
    frame.wait_for_function("(before) => innerHeight > before", arg=before)
    is_seen_whole(frame)


def test_a_link_to_another_page_stays_in_the_frame_and_shows_its_beginning(framed):
    around, frame = framed(width=390)
    frame.locator("[class*=st-key-inputs_fold_] summary").press("Enter")
    link = frame.get_by_role("link", name=say("papers.title")).first
    link.press("Enter")
    frame.wait_for_url("**/bill?**")
    expect(frame.get_by_role("heading", level=1, name=say("page.bill"))).to_be_in_viewport()
    frame.wait_for_function(IS_AS_HIGH)
    assert "shown=framed" in frame.url
    assert around.url.endswith("/")
    out = frame.get_by_role("link", name=say("framed.whole"))
    with around.context.expect_page() as opened:
        out.press("Enter")
    assert "/bill?" in opened.value.url
    assert "framed" not in opened.value.url


@pytest.mark.by_night
def test_without_a_cookie_files_come_out_of_the_frame_and_go_into_it(framed):
    around, frame = framed("/share")
    with around.expect_download() as waiting:
        frame.get_by_role("button", name=say("share.file.save")).press("Enter")
    assert waiting.value.failure() is None
    kept = freeze(scenario_of({**START, "iop_weeks": 11}), TODAY)
    file = {"name": "scenario.json", "mimeType": "application/json", "buffer": b""}
    file["buffer"] = kept.to_json().encode()
    frame.locator("input[type=file]").first.set_input_files(file)
    frame.wait_for_url("**iop_weeks=11**")
    assert around.context.cookies() == []


@pytest.mark.parametrize("width", [320, by_night(900)])
def test_a_presentation_steps_on_in_a_frame_and_is_as_high_as_its_screen(framed, width):
    _, frame = framed("/present", width)
    # The first screen says who shows it, beside the crisis line of every screen.
    expect(frame.get_by_text(say("footer.interest"))).to_be_visible()
    frame.get_by_role("button", name=say("present.next")).press("Enter")
    frame.wait_for_url("**screen=2**")
    is_seen_whole(frame)
    expect(frame.get_by_role("link", name="988", exact=True).first).to_be_visible()


def test_a_site_that_the_centre_does_not_name_shows_nothing_of_it(browser, sites):
    page = browser.new_page()
    with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
        page.goto(f"{sites[1]}/")
    _, frame = page.frames
    assert "localhost" not in frame.url
    assert page.evaluate("heard") == []
    page.close()
