"""Comparison -> files to take along: the handout (PDF) and the slides (PPTX).

Each is one function that gives bytes, and imports what it needs only when it is called.
"""
