"""What data/ says, checked. Knows no person.

``load.py`` reads all of it, ``in_use.py`` has the catalog of this page or request. The packages, to
be read in this order: centre, problems.
"""
