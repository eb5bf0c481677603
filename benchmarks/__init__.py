"""What the speed figures in the README come from. Run `make bench`."""
