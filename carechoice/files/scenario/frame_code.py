"""The HTML that a centre copies into its own site, to show a comparison there in a frame."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlencode, urljoin, urlsplit

from carechoice.catalog.in_use import catalog
from carechoice.inputs.handed_on.view_parameters import FRAMED
from carechoice.inputs.scenario import EXPLORE, Scenario
from carechoice.language.sentences import say

# Until the page has told how high it is, and where scripts do not run.
FIRST_HEIGHT = "60rem"
# The browser tells us nothing of the page around, and lets a button of ours copy a link.
FRAME = """<iframe id="{name}" src="{address}"
  title="{title}" loading="lazy" referrerpolicy="no-referrer" allow="clipboard-write"
  style="width: 100%; height: {height}; border: 0"></iframe>
<script>
addEventListener("message", ({{ data, origin, source }}) => {{
  const frame = document.getElementById("{name}");
  if (origin !== "{origin}" || source !== frame.contentWindow) return;
  if (Number.isFinite(data)) frame.style.height = `${{data}}px`;
}});
</script>"""


def frame_code(scenario: Scenario, page_address: str) -> str:
    """The code of a frame that begins with these inputs, for a server with a page at the address.

    It goes onto a site for everybody: what a plan has said to a client stays out of it, and a first
    day that nobody picked, which would be long over.
    """
    parts = urlsplit(page_address)
    return FRAME.format(
        name=re.sub(r"\W", "", say("app.name")).lower(),
        address=escape(f"{urljoin(page_address, '.')}?{urlencode(_query(scenario), safe=':')}"),
        title=escape(say("title")),
        height=FIRST_HEIGHT,
        origin=f"{parts.scheme}://{parts.netloc}",
    )


def _query(scenario: Scenario) -> list[tuple[str, str]]:
    rows = catalog().parameters
    short = scenario.but(mode=EXPLORE).to_short_query()
    left_out = {field for field in short if field in rows and rows[field].kind == "answers"}
    if "start_date" not in scenario.given:
        left_out.add("start_date")
    # An address that begins with whose its values are would be taken for one that breaks off.
    whose = [("said", short["said"])] if "said" in short else []
    inputs = [(name, text) for name, text in short.items() if name not in {*left_out, "said"}]
    return [*inputs, *whose, FRAMED]
