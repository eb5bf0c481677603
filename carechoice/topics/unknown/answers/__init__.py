"""The plan's answers."""
