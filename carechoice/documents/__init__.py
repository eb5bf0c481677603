"""Papers a person has of their plan, read: right, or asked, and never guessed."""
