"""A good faith estimate for care that no plan pays for: staff complete it and issue it."""
