"""The lines of a copied text as they were before it was copied, or set in columns."""
