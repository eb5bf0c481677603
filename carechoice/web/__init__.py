"""The server around the pages: start, routes, headers, logs, health."""
