"""The same care under another plan."""
