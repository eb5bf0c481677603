"""The handout and the slides."""
