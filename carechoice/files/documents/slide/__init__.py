"""One slide a module, and the cells that all of them are written in."""
