"""The options side by side: key figures, picked topics, features, and the ladder of care."""
