"""The kept scenarios that a presentation switches between."""
