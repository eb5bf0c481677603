"""Papers a person has of their plan, read: right, or asked, and never guessed.

``opened.py`` tells by its content what a file is and has it read; what comes back is a ``Paper``
(``paper.py``). The packages, to be read in this order; each imports from those before it only:

days, terms, limits, eligibility, summary, around, pasted, text.
"""
