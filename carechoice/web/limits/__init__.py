"""What one client may ask for, and all together, so that nobody has to wait for somebody else."""
