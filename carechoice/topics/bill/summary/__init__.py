"""Lines of a plan's summary."""
