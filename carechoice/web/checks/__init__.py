"""What is checked before a visitor comes, and before new data count."""
