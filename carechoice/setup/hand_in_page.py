"""The page on which staff hand a workbook in, as HTML: its forms, what became of the last one."""

from __future__ import annotations

from base64 import b64encode
from typing import NamedTuple

from carechoice.language.sentences import say
from carechoice.setup.hand_in import Outcome
from carechoice.web.early.document import alone

# The name under which a browser saves the empty workbook.
EMPTY_NAME = "ours.xlsx"


class Form(NamedTuple):
    """A form: what it is for, its button, and the workbook in it; without one it asks for one.

    ``compared_with`` is what the preview of that workbook compared with.
    """

    lead: str
    button: str
    name: str = ""
    workbook: str = ""
    compared_with: str = ""


def page(outcome: Outcome | None = None, name: str = "", content: bytes = b"") -> str:
    """The HTML: what became of a workbook, a way to use one that was looked at, and to give one.

    The workbook stands in the form that uses it, so that the server keeps none. That form comes
    first, and one that takes another workbook is folded then: both ask for the secret.
    """
    use: Form | None = None
    if outcome and outcome.kind == "preview":
        whole = b64encode(content).decode("ascii")
        use = Form(say("hand_in.use.lead"), say("hand_in.use"), name, whole, outcome.compared_with)
    return alone(
        "hand_in.html",
        title=say("hand_in.title"),
        heading=say(f"hand_in.{outcome.kind}") if outcome else "",
        lines=outcome.lines if outcome else (),
        use=use,
        give=Form(say("hand_in.lead"), say("hand_in.look")),
        another=say("hand_in.another"),
        empty=say("hand_in.empty"),
        empty_name=EMPTY_NAME,
        file_label=say("hand_in.file"),
        secret_label=say("hand_in.secret"),
    )
