"""Papers of a plan, read on the day of the tests."""

from functools import partial

from scenarios import TODAY

from carechoice.documents import opened

read_paper = partial(opened.read_paper, today=TODAY)
read_pasted = partial(opened.read_pasted, today=TODAY)
