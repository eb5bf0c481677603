"""The bad case: the month that costs most, and a plan that stops paying."""
