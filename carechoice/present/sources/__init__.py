"""The last screen of a presentation: where its numbers come from."""
