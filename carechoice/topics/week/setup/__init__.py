"""What a person's week is like and when the visits are."""
