"""The note for a record."""
