"""What the patient pays for either option in some scenarios, by the two ways to work it out."""

from costs_at_once import costs_usd
from scenarios import scenario

from carechoice.comparison.compare import PATHWAYS, patient_total_usd


def of_three_lengths(**inputs):
    """Scenarios in which the number of visits differs, down to a single session or week."""
    return [
        scenario(**inputs | {"therapy_sessions": sessions, "iop_weeks": weeks})
        for sessions, weeks in ((10, 2), (1, 1), (30, 4))
    ]


def at_once(some):
    return {care: costs_usd(some, care) for care in PATHWAYS}


def each_alone(some):
    return {care: [patient_total_usd(each, care) for each in some] for care in PATHWAYS}
