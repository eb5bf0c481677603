"""Scripts, styles, fonts and a logo: compressed once, and kept by browsers."""
