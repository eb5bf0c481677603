"""A chart comes by the name of its figure where the browser has it, and else asks for it."""

from carechoice.ui.assets import address

MOUNTED = """
async ([address, data]) => {
  const { default: component } = await import(new URL(address, document.baseURI));
  const card = document.querySelector("main").appendChild(document.createElement("div"));
  card.innerHTML = "<div role=img></div><button></button>";
  const sent = [];
  component({ data, parentElement: card, setTriggerValue: (...told) => sent.push(told) });
  return sent;
}
"""


def test_a_figure_that_the_browser_does_not_have_is_asked_for_by_its_name(at_desk):
    page = at_desk.open().page
    data = {"key": "time", "name": "4f2a", "alt": "Hours a week"}
    assert page.evaluate(MOUNTED, [address("plot.js"), data]) == [["lacks", "4f2a"]]
