"""What is not known: ranges, what moves the answer, what to ask the plan."""
