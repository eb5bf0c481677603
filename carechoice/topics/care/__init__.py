"""Level of care: the ladder, what fills the hours, what is known."""
