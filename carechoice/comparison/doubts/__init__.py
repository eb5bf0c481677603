"""Inputs that contradict each other or look mixed up, in sentences."""
