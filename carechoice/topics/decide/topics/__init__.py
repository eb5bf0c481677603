"""What matters to the person."""
