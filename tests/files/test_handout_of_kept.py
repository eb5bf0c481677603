"""The handout on kept scenarios read back: in what they differ, what follows, below names."""

from files.read_back import text_by_page, text_of
from scenarios import TEN_SESSIONS_SIX_DAYS, TODAY, scenario

from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.files.handout.handout import handout
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import short_name

HOSTILE = '#x **b** $5 <i>x</i> @a "q"'
# For the program $300 come first: $300 + 20% of $900 are $480; with $100 met, $200 + 20% of $1,000.
# For therapy nothing comes first: 20% of $1,000 are $200.
NOTHING_MET = KeptScenario("Nothing met", scenario(**TEN_SESSIONS_SIX_DAYS, deductible_met_usd=0))
HUNDRED_MET = KeptScenario(HOSTILE, scenario(**TEN_SESSIONS_SIX_DAYS, deductible_met_usd=100))
LINK = "https://care.example.org/?a=1"


def pages(*kept, shown=NOTHING_MET.scenario):
    return text_by_page(handout(compare(shown), link=LINK, today=TODAY, kept=kept))


def last_page(*kept, shown=NOTHING_MET.scenario):
    return pages(*kept, shown=shown)[-1]


def both(care):
    """What the row of costs says of the two, as the page says it."""
    options = [compare(each.scenario).options[care] for each in (NOTHING_MET, HUNDRED_MET)]
    costs = " ".join(without_marks(words.cost(option)) for option in options)
    return f"{short_name(care)}: you pay {costs}"


def test_two_that_differ_in_one_input_have_a_page_more_with_it_and_with_what_follows():
    assert len(pages(NOTHING_MET, HUNDRED_MET)) == len(pages()) + 1
    told = last_page(NOTHING_MET, HUNDRED_MET)
    assert "What differs" in told
    assert f"Nothing met {HOSTILE}" in told
    assert "Deductible already paid $0 $100" in told
    for part in (both("therapy"), both("iop"), "IOP: you pay about $480 about $400", "about $200"):
        assert part in told


def test_it_says_which_of_them_the_pages_before_show():
    assert "The pages before this one show “Nothing met”." in last_page(NOTHING_MET, HUNDRED_MET)
    other = scenario(iop_weeks=11)
    told = last_page(NOTHING_MET, HUNDRED_MET, shown=other)
    assert "The pages before this one show other inputs than these." in told


def test_two_names_for_the_same_inputs_are_said_to_be_the_same():
    told = last_page(NOTHING_MET, KeptScenario("Again", NOTHING_MET.scenario))
    assert "They have the same inputs." in told


def test_one_kept_scenario_alone_adds_no_page():
    one = handout(compare(NOTHING_MET.scenario), link=LINK, today=TODAY, kept=(NOTHING_MET,))
    none = handout(compare(NOTHING_MET.scenario), link=LINK, today=TODAY)
    assert text_of(one) == text_of(none)
