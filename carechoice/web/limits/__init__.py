"""Limits on what one client may ask for, and all clients together, so that nobody has to wait."""
