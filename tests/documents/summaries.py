"""Summaries of benefits and coverage, drawn for tests from the rows of summaries.csv."""

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

HERE = Path(__file__).parent
GENERALLY = (
    "Generally, you must pay all of the costs from providers up to the deductible amount before"
    " this plan begins to pay. If you have other family members on the plan,"
)
WHY = {
    "": f"{GENERALLY} each family member must meet their own individual deductible.",
    "aggregate": (
        f"{GENERALLY} the overall family deductible must be met before the plan begins to pay."
    ),
}
AFTER = (
    "All copayment and coinsurance costs shown in this chart are after your deductible has been"
    " met, if a deductible applies."
)
OTHERS = "Are there other deductibles for specific services?"
LIMIT = "What is the out-of-pocket limit for this plan?"
OLD_LIMIT = "Is there an out-of-pocket limit on my expenses?"
MENTAL_HEALTH = "If you need mental health, behavioral health, or substance abuse services"
# By layout: the headings of the priced columns.
HEADINGS = {
    "two": [
        "Network Provider (You will pay the least)",
        "Out-of-Network Provider (You will pay the most)",
    ],
    "old": [
        "Your Cost If You Use an In-network Provider",
        "Your Cost If You Use an Out-of-network Provider",
    ],
    "tiers": [
        "Select Provider (You will pay the least)",
        "Tier 2 Network Provider",
        "Non-Participating Provider (You will pay the most)",
    ],
}


@dataclass(frozen=True)
class Summary:
    """A drawn document, what a biller reads in it for each input, and what has to be asked.

    The text of a value ends with a question mark where the document means it most likely.
    """

    name: str
    row: dict[str, str]
    printed: dict[str, str]
    asks: set[str]

    @property
    def pdf(self):
        return drawn(self.name)


@cache
def summaries():
    with (HERE / "summaries.csv").open(encoding="utf-8") as file:
        return [_summary(row) for row in csv.DictReader(file)]


def as_printed(found):
    """A value as the rows write it."""
    is_yes_or_no = isinstance(found.value, bool)
    text = ("yes" if found.value else "no") if is_yes_or_no else f"{found.value:g}"
    return text if found.sure else f"{text}?"


def _summary(row):
    printed = dict(each.split("=") for each in row["printed"].split())
    return Summary(row["name"], row, printed, set(row["asks"].split()))


@cache
def drawn(name):
    """The PDF of a row, with the same rows around those on mental health."""
    row = next(each.row for each in summaries() if each.name == name)
    said = {
        "coverage": row["coverage"],
        "questions": _questions(row),
        "notes": [row["note"]] if row["note"] else [],
        "sentence": "" if row["layout"] == "old" else AFTER,
        "columns": HEADINGS[row["layout"]],
        "parts": _parts(*_groups(row), place=row["break"]),
        "ruled": row["look"] != "shaded",
        "repeats": row["look"] != "no heading again",
    }
    return typst.compile(HERE / "summary.typ", sys_inputs={"said": json.dumps(said)})


def _questions(row):
    is_old = row["layout"] == "old"
    before = "Are there services covered before you meet your deductible?"
    return [
        ("What is the overall deductible?", row["deductible"], WHY[row["family"]]),
        *([] if is_old else [(before, row["before"], "This plan covers some of them.")]),
        (OTHERS, row["others"] or "No.", "There are none."),
        (OLD_LIMIT if is_old else LIMIT, row["limit"], "It is the most you could pay in a year."),
    ]


def _groups(row):
    """The rows in three groups: those on mental health between a hospital stay and a birth."""
    priced = len(HEADINGS[row["layout"]])
    pays = [row["network"], row["second_tier"], row["out_of_network"]]
    outpatient, inpatient = "Outpatient services", "Inpatient services"
    if row["layout"] == "old":
        outpatient, inpatient = (
            f"Mental/Behavioral health {each.lower()}" for each in (outpatient, inpatient)
        )
    fees = ["30% coinsurance"] * priced
    stay = [
        _row("Facility fee (e.g., hospital room)", fees, "Preauthorization is required."),
        _row("Physician/surgeon fees", fees, "None"),
    ]
    mental_health = [
        _row(outpatient, pays if priced == 3 else pays[::2], row["limitations"]),
        _row(inpatient, ["$300 copay/admission"] * priced, row["limitations"]),
    ]
    birth = [
        _row("Office visits", ["$15 copay/visit"] * priced, "None"),
        _row("Childbirth/delivery professional services", fees, "None"),
    ]
    return stay, mental_health, birth


def _parts(stay, mental_health, birth, *, place):
    """The rows of each page. Of a row that goes on, the next page has no name or its end."""
    first, *others = mental_health
    stay = _titled("If you have a hospital stay", stay)
    birth = _titled("If you are pregnant", birth)
    if not place:
        return [[*stay, *_titled(MENTAL_HEALTH, mental_health), *birth]]
    if place == "before the row":
        return [stay, [*_titled(MENTAL_HEALTH, mental_health), *birth]]
    upper, lower = _broken(first, place)
    return [
        [*stay, *_titled(MENTAL_HEALTH, [upper])],
        [*_titled("", [lower, *others]), *birth],
    ]


def _broken(row, place):
    """Both parts of a row that goes on after this text, of its name or of its cells."""
    texts = [row["name"], *row["pays"]]
    (name, *pays), (rest, *others) = zip(*(_halves(text, place) for text in texts), strict=True)
    return _row(name, pays, row["limitations"]), _row(rest, others, "")


def _halves(text, place):
    start, mark, end = text.partition(place)
    return start + mark, end.strip()


def _titled(title, group):
    return [{**group[0], "title": [title, len(group)]}, *group[1:]]


def _row(name, pays, limitations):
    return {"name": name, "pays": pays, "limitations": limitations}
