"""Kept scenarios beside what is shown now."""
