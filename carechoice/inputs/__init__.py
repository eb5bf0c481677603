"""What the person chose, where it comes from, and how it is handed on.

All is a ``Scenario`` (``scenario.py``); as a link, a file or kept by name it is in handed_on.
"""
