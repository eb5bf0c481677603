"""What the proxies answer by themselves, as pages written from our words: `make answers`.

With ``CARECHOICE_DATA`` they are in the words of that folder, and with its crisis lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from carechoice.catalog.in_use import using
from carechoice.catalog.load import served
from carechoice.language.everywhere import crisis_line, page_title
from carechoice.language.formats import language_tag
from carechoice.language.sentences import say
from carechoice.web.early.document import marked
from deploy.fleet import BELOW

FOLDER = Path(__file__).parent
ANSWERS = FOLDER / "answers"
FIRST_PAGE = f"{BELOW}/"
SAME_PAGE = ""


class Answer(NamedTuple):
    """A heading, a sentence, and a link with its words; ``where`` is the link's address."""

    title: str
    why: str
    go: str
    where: str


def answers() -> Mapping[str, str]:
    """The HTML of each answer by the name of its file, in the words of the catalog in use."""
    first, again = (say("missing.back"), FIRST_PAGE), (say("busy.again"), SAME_PAGE)
    told = {
        "missing": Answer(say("missing.title"), say("missing.why"), *first),
        "large": Answer(say("proxy.large.title"), say("proxy.large.why"), *first),
        "busy": Answer(say("busy.title"), say("busy.address"), *again),
        "away": Answer(say("proxy.away.title"), say("proxy.away.why"), *again),
        "unread": Answer(say("proxy.unread.title"), say("proxy.unread.why"), *first),
    }
    return {f"{name}.html": _page(answer) for name, answer in told.items()}


def _page(answer: Answer) -> str:
    loader = FileSystemLoader(FOLDER)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    around = {"language": language_tag(), "tab": page_title(answer.title)}
    template = environment.get_template("answer.html")
    return template.render(answer._asdict(), crisis=marked(crisis_line()), **around)


def main() -> None:
    """Write them."""
    ANSWERS.mkdir(exist_ok=True)
    with using(served()):
        for name, text in answers().items():
            (ANSWERS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
