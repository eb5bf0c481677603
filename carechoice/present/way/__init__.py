"""The way through the screens of a presentation."""
