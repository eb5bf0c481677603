"""Scenarios kept by name."""
