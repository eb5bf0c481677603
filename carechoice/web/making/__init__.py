"""Files to take along are made in a process beside the server, in which no page waits for them."""
