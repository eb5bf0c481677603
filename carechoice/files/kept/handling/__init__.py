"""What is done with scenarios: kept by name, renamed, loaded, removed."""
