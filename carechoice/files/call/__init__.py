"""The call to the plan: a sheet to fill in, and the record of what was said."""
