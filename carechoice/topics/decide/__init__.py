"""What matters: topics, how sure, what a clinician asks, next steps."""
