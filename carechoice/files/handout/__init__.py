"""The handout: a PDF of one comparison to print and keep."""
