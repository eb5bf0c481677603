"""The weeks of care: among fixed hours, what fills them, and days on which providers are closed."""
