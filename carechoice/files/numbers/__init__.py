"""The numbers as sheets, and a note for a record."""
