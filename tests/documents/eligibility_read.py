"""What an eligibility answer (X12 271) with some benefits is read as, in short."""

from answers import answer
from scenarios import TODAY

from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.eligibility.x12 import benefits_of_271


def read(*benefits, **form):
    return read_eligibility(benefits_of_271(answer(*benefits, **form)), today=TODAY)


def values(paper):
    return {found.field: found.value for found in paper.read}


def sure(paper):
    return {found.field for found in paper.read if found.sure}


def asked(paper):
    return {(ask.why, ask.field) for ask in paper.ask}


def contradicted(paper):
    return {each[0].field: [found.value for found in each] for each in paper.contradictory}


def entry(**other):
    """A deductible of one person in network, for a year, with other keys or without some."""
    whole = {
        "code": "C",
        "coverageLevelCode": "IND",
        "serviceTypeCodes": ["30"],
        "timeQualifierCode": "23",
        "benefitAmount": "500",
        "inPlanNetworkIndicatorCode": "Y",
    }
    return {key: value for key, value in {**whole, **other}.items() if value is not None}
