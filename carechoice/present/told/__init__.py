"""The screens of a presentation that are words."""
