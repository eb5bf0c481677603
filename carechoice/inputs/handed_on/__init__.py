"""Inputs as they are handed on: a link, a file, kept by name; and what is opened of one."""
