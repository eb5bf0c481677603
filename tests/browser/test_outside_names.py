"""Names from outside in a real browser: what is shown is text, whatever a page reads in text."""

import json
import re

from outside_text import PAYLOADS, as_read
from playwright.sync_api import expect
from visitor import START, scenario_of

from carechoice.catalog.outside_text import BEGINS, ENDS
from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.markup import JOINER, MOST_NAMED

FILE = json.loads(freeze(scenario_of(START), clock.today()).to_json())
# All that markdown and the framework's additions to it can make of a text.
MORE_THAN_TEXT = (
    "a, img, svg, h1, h2, h3, h4, h5, h6, ul, ol, table, hr, code, pre, strong, em, del, sup, "
    "blockquote, input, script, .katex, [class*=Colored], [class*=Badge], [role=img], "
    "[data-testid=stMarkdownContainer] span"
)


def _is_text(box, names):
    expect(box).to_have_count(1)
    read = as_read(box.inner_text())
    assert [name for name in names if PAYLOADS[name] not in read] == []
    assert box.locator(f"[data-testid=stMarkdownContainer] :is({MORE_THAN_TEXT})").count() == 0


def _with_joiners(text):
    between = f"[{JOINER}{BEGINS}{ENDS}]*"
    return re.compile(between.join(map(re.escape, text)))


def test_names_from_a_link_and_from_files_are_shown_as_typed(tab):
    names = list(PAYLOADS)
    groups = [names[at : at + MOST_NAMED] for at in range(0, len(names), MOST_NAMED)]
    visitor = tab().open("/share", {**START, **dict.fromkeys(groups[0], "1")})
    notes = visitor.main.get_by_test_id("stAlert")
    _is_text(notes.filter(has_text="Some values could not be used"), groups[0])
    refusal = notes.filter(has_text="fields we do not know")
    for number, group in enumerate(groups):
        file = {
            "name": f"{number}.json",
            "mimeType": "application/json",
            "buffer": json.dumps({**FILE, **dict.fromkeys(group, 1)}).encode(),
        }
        visitor.main.locator("input[type=file]").set_input_files(file)
        expect(refusal).to_contain_text(_with_joiners(", ".join(PAYLOADS[name] for name in group)))
        _is_text(refusal, group)
