"""Price files that hospitals publish, read: what payers pay for therapy and for a program day."""
