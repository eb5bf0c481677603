"""The dates of either option, to take along."""
