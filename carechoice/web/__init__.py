"""What stands around the pages: start, routes, headers, logs, health."""
