"""What follows from the inputs: the course, the ledger, each option in words, doubts."""
