"""What the session holds of a visit, and how it gets there: entered, opened, kept, undone."""
