"""One package per page of the product; none imports another.

In the order of the way through: dashboard, bill, unknown, week, care, decide, sources.
"""
