"""The first page: time, cost and level of care side by side."""
