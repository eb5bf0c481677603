"""A page as plain HTML: what a browser shows first, and where the framework's page cannot run."""
