"""Requests that no page of ours makes, as many as one likes, and what the server must keep to.

A request follows from a seed and its number alone, so that any of them can be made again:
`make fuzz`, `SEED=7 FROM=1200 make fuzz`.
"""
