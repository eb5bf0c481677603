"""Kept scenarios and the inputs in one link."""
