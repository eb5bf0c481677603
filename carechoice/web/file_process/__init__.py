"""Files to take along are made in a second process, so that no page waits for them."""
