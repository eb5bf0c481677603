"""Parts of our own: each with its script, style and markup beside it."""
