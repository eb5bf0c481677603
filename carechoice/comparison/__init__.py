"""What follows from the inputs: the course, the ledger, the options in words, doubts."""
