"""The scenario as a file."""
