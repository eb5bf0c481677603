"""What is told of the plan: whose terms a bill has, how it is paid, what is open and asked."""
