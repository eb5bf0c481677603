"""What follows from the inputs: the course, the ledger, the options in words, what is doubtful.

``compare.py`` makes the Comparison, ``words.py`` says its answer. The packages, to be read in this
order; each imports from those before it only:

visits, draws, weeks, plan, plan_year, side_by_side, doubts.
"""
