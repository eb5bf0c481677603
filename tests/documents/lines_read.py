"""What lines of text are read as, in short."""

from carechoice.documents.lines import read_lines


def values(text):
    return {found.field: found.value for found in read_lines(text).read}


def sure(text):
    return {found.field for found in read_lines(text).read if found.sure}


def asked(text):
    return {(ask.why, ask.field) for ask in read_lines(text).ask}
