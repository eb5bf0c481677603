"""What data/ says, checked. Knows no person."""
