"""What a person does with a paper of the plan on "Your bill"."""

from page_reader import opened, press, session, told

from carechoice.language.sentences import say
from carechoice.ui import paper_intake, state

LINES = "Therapy: $35 copay, deductible does not apply\nIOP: 30% coinsurance after deductible"
OF_LINES = {
    "therapy_copay_usd",
    "therapy_share_too",
    "therapy_deductible_applies",
    "iop_copay_per_day_usd",
    "iop_pays_percent",
    "iop_deductible_applies",
}


class Endless:
    """A file that is being read, until the test says what was read in it."""

    opened = None
    is_stopped = False

    def wait(self, seconds):
        return self.opened

    def stop(self):
        self.is_stopped = True


def with_place(app):
    app.session_state["fold_papers"] = True
    return app.run()


def is_disabled(app, label):
    return next(each for each in app.button if each.label == label).disabled


def pasted(text, *, place="elsewhere", app=None, **query):
    app = with_place(app or opened("bill.py", **query))
    next(each for each in app.text_area if each.key == paper_intake.PASTED).set_value(text)
    next(each for each in app.radio if each.key == paper_intake.PLACE).set_value(place)
    return press(app, say("papers.read"))


def given(content, name="answer.271"):
    app = with_place(opened("bill.py"))
    app.file_uploader[0].set_value((name, content, "text/plain")).run()
    assert not app.exception
    if under_way := session(app).get(state.PAPER_UNDER_WAY):
        # A busy machine takes longer than a page waits before it says so.
        under_way.wait()
        app.run()
    return app


def boxes(app):
    return [each for each in app.checkbox if (each.key or "").startswith("tick_")]


def tick(app, field):
    next(each for each in app.checkbox if each.key == f"tick_{field}").check().run()
    return app


def all_used(app):
    press(app, say("papers.tick_sure"))
    return press(app, say("papers.use"))


def phone_list(app):
    texts = told(app)[0]
    at = next(at for at, each in enumerate(texts) if each == say("ask.of_paper"))
    return texts[at + 1]
