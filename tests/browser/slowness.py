"""A slow machine on demand, for whoever looks for what reads a page before it has come to rest.

``CARECHOICE_SLOW_BROWSER=4`` gives a tab a fourth of the processor. ``CARECHOICE_SLOW_ANSWERS=400``
lets each answer of the server take up to 400 milliseconds longer, in the order they were given.
"""

from __future__ import annotations

import os

from playwright.sync_api import Page

TIMES_SLOWER = float(os.environ.get("CARECHOICE_SLOW_BROWSER", "1"))
MOST_DELAY_MS = int(os.environ.get("CARECHOICE_SLOW_ANSWERS", "0"))
# How much longer a slow tab is waited for.
MORE_PATIENCE = max(1, round(TIMES_SLOWER)) + (MOST_DELAY_MS > 0)

# No message overtakes another, as on a line. Which class a line has is asked when it is used, since
# a test that stands between page and server brings one of its own.
SLOW_ANSWERS = """
(most) => {
  const delay = () => Math.random() * most;
  // All who listen hear a message at once.
  const delays = new WeakMap();
  const delayOf = (message) => {
    if (!delays.has(message)) delays.set(message, delay());
    return delays.get(message);
  };
  const listens = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, listener, options) {
    const line = [];
    const late = (message) => {
      line.push(message);
      setTimeout(() => listener.call(this, line.shift()), delayOf(message));
    };
    const isAnswered = kind === "message" && this instanceof WebSocket;
    return listens.call(this, kind, isAnswered ? late : listener, options);
  };
  const asks = window.fetch;
  window.fetch = async (...request) => {
    const answer = await asks(...request);
    await new Promise((over) => setTimeout(over, delay()));
    return answer;
  };
}
"""


def slow_down(page: Page) -> None:
    """Make this tab as slow as the environment asks for."""
    if TIMES_SLOWER > 1:
        machine = page.context.new_cdp_session(page)
        machine.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
    if MOST_DELAY_MS:
        page.add_init_script(f"({SLOW_ANSWERS.strip()})({MOST_DELAY_MS})")
