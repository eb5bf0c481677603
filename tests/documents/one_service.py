"""A line on a plan's terms that says what one service costs."""

from carechoice.documents.terms.line import read_services


def read_line(text):
    """Its terms; a test of a line that tells several services apart asks for them itself."""
    (terms,) = read_services(text)
    return terms
