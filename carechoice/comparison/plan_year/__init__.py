"""A plan year that begins during care, or with which care could begin."""
