"""What is wrong with data whose rows load one by one: what they name, and how they fit together."""
