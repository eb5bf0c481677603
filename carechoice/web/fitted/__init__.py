"""What the framework and its server do otherwise than our pages need, and have no setting for.

Most modules put something of ours in the place of something of theirs: ``setattr(owner,
theirs.__name__, ours)``. The name is that of what is imported, so that an upgrade which renames or
drops it ends the start with an error. ``framework.py`` and ``server.py`` list what is replaced.
"""
