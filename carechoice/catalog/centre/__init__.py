"""The centre that shows the pages: its name, logo and colors, and the tables of what it has."""
