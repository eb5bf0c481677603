"""A plan, claims and a bill. Knows nothing of the rest of the house."""
