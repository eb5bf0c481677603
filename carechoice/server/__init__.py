"""What stands around the pages: security headers, the JSON route, the check at the start."""
