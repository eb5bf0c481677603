"""Your bill: what is paid when, and when one option costs as much as the other."""
