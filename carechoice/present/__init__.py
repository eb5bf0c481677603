"""The presentation: one idea a screen."""
