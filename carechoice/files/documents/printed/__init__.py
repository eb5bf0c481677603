"""What the handout says, part by part, as data for its layout."""
