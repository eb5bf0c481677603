"""Lines that state no terms but say what others are about, or that say nothing of them."""
