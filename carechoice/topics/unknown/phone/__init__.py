"""The phone list."""
