"""What is counted: one has the form for one, and all else the form for many."""

import re

from facts import Facts

from sentence_rules.rule import Complaints, of_a_sentence

COUNTED = "hour|minute|week|day|session|visit|combination|option|part|scenario"
NUMBER = r"(?<![\d.,$:-])(\d[\d,]*(?:\.\d+)?)"


@of_a_sentence(rf"\d (?:{COUNTED})|\d pe(?:rson|ople)")
def one_has_the_form_for_one(text: str, facts: Facts) -> Complaints:
    for number, many in re.findall(rf"{NUMBER} (?:{COUNTED})(s?)\b", text):
        if (number == "1") == bool(many):
            yield f"{number} with the form for {'many' if many else 'one'}"
    for number, noun in re.findall(rf"{NUMBER} (person|people)\b", text):
        if (number == "1") != (noun == "person"):
            yield f"{number} {noun}"


@of_a_sentence(rf"\b1 (?:{COUNTED})\b")
def what_one_does_has_the_form_for_one(text: str, facts: Facts) -> Complaints:
    found = re.search(
        rf"(?<![\d.,])\b1 (?:{COUNTED}) (run|cost|fall|are|were|take|last|make|have)\b", text
    )
    if found and " and " not in text[: found.start()]:
        yield f"one does not {found[1]!r}"
