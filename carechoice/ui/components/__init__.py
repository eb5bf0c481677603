"""Parts of our own: each with its script, style and markup beside it.

What moves and is drawn: slider, plot, answer, note, keys, hand_on, step. What keeps a visit
together: visit, address, line, arrival, live.
"""
