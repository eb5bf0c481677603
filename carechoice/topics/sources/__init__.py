"""Where every number comes from, how it was worked out, the self-audit."""
