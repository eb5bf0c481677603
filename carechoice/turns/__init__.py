"""Turns: few can work at a time, and nobody waits behind all that one other visitor asks for."""
