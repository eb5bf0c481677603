"""The server from its start to its end: where it listens, its settings, its memory."""
