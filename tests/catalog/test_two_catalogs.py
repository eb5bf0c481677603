"""Two catalogs and two languages at once: each piece of work has its own numbers and words."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from datetime import date
from threading import Barrier, Thread

import pytest
from files.read_back import deck, pdf
from scenarios import TODAY, scenario
from spanish import spanish_centre

from carechoice.catalog.in_use import NoCatalogError, catalog, remembered, using, with_this_catalog
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.catalog.words import Phrase
from carechoice.comparison.compare import compare
from carechoice.comparison.words import answer
from carechoice.drawing.picture import around
from carechoice.files.handout.handout import handout
from carechoice.files.numbers.ledger_sheet import ledger_csv
from carechoice.files.slides.slides import slides
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import (
    clock,
    count,
    day,
    listed,
    money,
    money_exact,
    percent,
    weekdays,
)
from carechoice.language.sentences import say
from carechoice.topics.dashboard.charts import charts
from carechoice.topics.unknown.spreads import spreads
from carechoice.web.early.content import page_content
from carechoice.web.early.document import document


@pytest.fixture(scope="module")
def spanish(tmp_path_factory):
    """A centre in Spanish with a price of its own."""
    return spanish_centre(tmp_path_factory.mktemp("centre"))


def told():
    """Numbers, money, dates, plurals and words, as the catalog in use has them."""
    return {
        "title": say("title"),
        "plan": catalog().plans["employer"].label,
        "price": money_exact(catalog().prices["negotiated_therapy_60"].typical),
        "money": money(1234567),
        "share": percent(12.5),
        "day": day(date(2027, 3, 29)),
        "weeks": [count(number, "week") for number in (1, 2.5)],
        "days": weekdays([0, 1, 2, 4]),
        "names": listed(["a", "b", "c"]),
        "times": [clock(60 * 9), clock(60 * 17 + 30), clock(60 * 12)],
        "answer": answer(compare(Scenario.default(TODAY)))["therapy"],
    }


OUR_WORDS = {
    "title": "Weekly therapy or an intensive outpatient program (IOP)?",
    "plan": "Typical employer plan",
    "price": "$130.23",
    "money": "$1,234,567",
    "share": "12.5%",
    "day": "March 29, 2027",
    "weeks": ["1 week", "2.5 weeks"],
    "days": "Monday to Wednesday and Friday",
    "names": "a, b and c",
    "times": ["9 am", "5:30 pm", "noon"],
}
THEIR_WORDS = {
    "title": "¿Terapia semanal o un programa?",
    "plan": "Plan del trabajo",
    "price": "100 US$",
    "money": "1.234.567 US$",
    "share": "12,5 %",
    "day": "29 de marzo de 2027",
    "weeks": ["1 semana", "2,5 semanas"],
    "days": "lunes a miércoles y viernes",
    "names": "a, b y c",
    "times": ["9:00", "17:30", "12:00"],
}


def said(words):
    """Texts with plain spaces where the language holds number and sign together."""
    return {
        key: [each.replace("\xa0", " ") for each in text]
        if isinstance(text, list)
        else text.replace("\xa0", " ")
        for key, text in words.items()
    }


def test_two_threads_speak_two_languages_with_two_prices_at_the_same_time(spanish):
    both_begin = Barrier(2)

    def speak(data):
        with using(data):
            both_begin.wait()
            return [said(told()) for _ in range(20)]

    with ThreadPoolExecutor(2) as threads:
        ours, theirs = threads.map(speak, (catalog(), spanish))
    assert all(each == ours[0] for each in ours)
    assert all(each == theirs[0] for each in theirs)
    assert {**ours[0], **OUR_WORDS} == ours[0]
    assert {**theirs[0], **THEIR_WORDS} == theirs[0]
    # 18 sessions with a copayment of $27, whatever a session is billed.
    assert ours[0]["answer"].endswith(
        "until March 29, 2027 and costs you **likely $486 to $2,471**."
    )
    assert "hasta el 29 de marzo de 2027; usted paga quizás de 486 US$ a " in theirs[0]["answer"]


def test_charts_write_numbers_as_their_language_does(spanish):
    """Plotly's own signs are those of English, so there nothing is said."""
    assert "separators" not in charts(compare(scenario()))[1].figure["layout"]
    with using(spanish):
        assert charts(compare(scenario()))[1].figure["layout"]["separators"] == ",."


def test_handout_slides_and_page_name_the_language_that_they_are_written_in(spanish):
    """A screen reader speaks them in it, whichever language our own words are in."""
    with using(spanish):
        found = compare(scenario())
        printed = pdf(handout(found, link="", today=TODAY))
        shown = deck(slides(found, link="", today=TODAY))
        page = document(page_content("compare", "", today=TODAY))
    assert printed.trailer["/Root"]["/Lang"].lower() == "es-es"
    assert shown.core_properties.language == "es-ES"
    assert '<html lang="es-ES"' in page


@pytest.mark.parametrize(("locale", "told"), [("ja_JP", "a、b and c"), ("en_US", "a, b and c")])
def test_a_list_has_the_comma_of_its_language(locale, told):
    with using(load([DEFAULT_FOLDER], locale=locale)):
        assert listed(["a", "b", "c"]) == told


def test_no_number_of_one_catalog_stays_for_another():
    """Money, the range of a simulation and a picture's foot are remembered, each with its own."""
    held = scenario()

    def worked_out():
        found = compare(held)
        return (
            money(1886),
            spreads(found),
            around(charts(found)[0], TODAY).foot,
            ledger_csv(found),
        )

    ours = worked_out()
    figures = catalog().figures
    draws = figures["simulation_draws"].model_copy(update={"value": 50})
    few = replace(catalog(), locale="es_ES", figures={**figures, "simulation_draws": draws})
    with using(few):
        theirs = worked_out()
    assert all(one != other for one, other in zip(ours[:3], theirs[:3], strict=True))
    assert worked_out() == ours


def test_what_is_remembered_goes_with_its_catalog():
    class Answer:
        """Something that can be seen to go."""

    @remembered()
    def worked_out(_number):
        return Answer()

    own = replace(catalog())
    with using(own):
        kept = weakref.ref(worked_out(1))
        assert worked_out(1) is kept()
    assert worked_out(1) is not kept()
    del own
    gc.collect()
    assert kept() is None


def test_a_sentence_changed_for_a_while_is_the_old_one_afterwards():
    words = {**catalog().words, "about": Phrase("roughly {amount}", "a test")}
    with using(replace(catalog(), words=words)):
        assert say("about", amount=money(5)) == "roughly $5"
    assert say("about", amount=money(5)) == "about $5"


def test_without_a_catalog_nothing_is_read_and_the_error_says_what_to_do():
    found = []

    def ask():
        try:
            catalog()
        except NoCatalogError as error:
            found.append(str(error))

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert "Begin with carechoice.catalog.in_use.using(" in found[0]


def test_what_is_made_later_in_another_thread_is_made_with_the_catalog_of_its_page(spanish):
    with using(spanish):
        make = with_this_catalog(lambda: say("title"))
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(make).result() == THEIR_WORDS["title"]
    assert copy_context().run(make) == THEIR_WORDS["title"]
    assert say("title") == OUR_WORDS["title"]
