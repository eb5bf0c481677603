"""A finger on a tab's screen, and where to put it."""

from in_page import SCROLLED_TO


class Finger:
    """A finger on a tab's screen."""

    def __init__(self, visitor):
        self._screen = visitor.page.context.new_cdp_session(visitor.page)
        self.at = (0, 0)

    def _send(self, kind, *points):
        points = [{"x": x, "y": y} for x, y in points]
        self._screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def touch(self, x, y):
        self.at = (x, y)
        self._send("touchStart", self.at)

    def go(self, by_x, by_y, steps=8):
        from_x, from_y = self.at
        for step in range(1, steps + 1):
            self.at = (from_x + by_x * step / steps, from_y + by_y * step / steps)
            self._send("touchMove", self.at)

    def lift(self):
        self._send("touchEnd")

    def lose(self):
        """The browser takes the touch for itself."""
        self._send("touchCancel")


def place_on(part, share):
    part.evaluate(SCROLLED_TO)
    box = part.bounding_box()
    return box["x"] + box["width"] * share, box["y"] + box["height"] / 2
