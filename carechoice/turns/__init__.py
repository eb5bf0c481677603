"""Taking turns: few tasks run at once, and nobody waits behind everything one visitor asks for."""
