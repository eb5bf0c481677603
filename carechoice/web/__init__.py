"""The server around the pages: its start, its addresses, headers, logs, health.

``middleware.py`` is what every request passes. The packages, to be read in this order; each imports
from those before it only:

static, early, routes, operating, file_process, limits, patches, checks, lifetime.
"""
