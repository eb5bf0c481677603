"""Turns at what few can do at a time, so that nobody waits behind all that somebody else wants."""
