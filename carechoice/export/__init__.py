"""Files to take along. What they need beyond the model is imported when a file is asked for."""
