"""A plan, claims and a bill. Knows nothing of the other packages."""
