"""Where the speed figures in benchmarks/RESULTS.md come from. Run `make bench`."""
