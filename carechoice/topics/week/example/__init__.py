"""The example weeks, to be picked from."""
