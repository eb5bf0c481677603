"""A page as plain HTML: what a browser shows first, or all it shows without scripts."""
