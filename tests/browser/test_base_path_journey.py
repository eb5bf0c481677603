"""Someone whose clinic shows the pages below a path of its own."""

import pytest
from running_server import running_server
from visitor import START, scenario_of


@pytest.mark.by_night
def test_below_a_path_sliders_charts_and_the_link_to_hand_on_work(tab):
    """The path ends like the name of one of our pages, which the framework would cut off."""
    with running_server("--server.baseUrlPath", "our/care") as root:
        visitor = tab(address=root).open(query=START)
        visitor.slider("iop_weeks").press("ArrowRight")
        moved = scenario_of({**START, "iop_weeks": 9})
        visitor.sees_answer(moved)
        visitor.sees_charts(moved)
        visitor.go_to("page.share")
        link = visitor.main.get_by_test_id("stText").first.text_content()
        assert link.startswith(f"{root}/?")
        visitor.go_to("page.compare").sees_charts(moved)
