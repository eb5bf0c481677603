"""What a person can do where the plan says no, and where a bill is too much."""
