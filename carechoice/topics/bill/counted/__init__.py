"""What the bill is worked out from."""
