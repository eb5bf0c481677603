"""What whoever runs the server is told: log lines, errors by number, probes, metrics, counts."""
