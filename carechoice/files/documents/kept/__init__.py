"""The slides of scenarios that were kept by name."""
