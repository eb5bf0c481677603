"""What the person chose, where it comes from, and how it is handed on."""
