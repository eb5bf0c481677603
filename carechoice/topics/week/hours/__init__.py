"""Hours of the person's own week, marked as fixed or set free."""
