"""Patches of the framework and its server, where no setting changes what our pages cannot use.

Most modules replace something of theirs with something of ours: ``setattr(owner, theirs.__name__,
ours)``. The name is taken from what is imported, so an upgrade that renames or drops it ends the
start with an error. ``framework.py`` and ``server.py`` list what is replaced.
"""
