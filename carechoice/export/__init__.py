"""Comparison -> files to take along: handout (PDF), slides (PPTX), workbook, CSV, QR code.

Each is one function that gives bytes, and imports what it needs only when it is called.
"""
