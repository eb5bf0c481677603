"""How anything is said, in one language."""
