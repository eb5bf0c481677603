"""What lines of text are read as, in short."""

from functools import partial

from scenarios import TODAY

from carechoice.documents.text import lines

read_lines = partial(lines.read_lines, today=TODAY)


def values(text):
    return {found.field: found.value for found in read_lines(text).read}


def sure(text):
    return {found.field for found in read_lines(text).read if found.sure}


def asked(text):
    return {(ask.why, ask.field) for ask in read_lines(text).ask}
