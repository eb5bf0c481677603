// Waits until nothing else is to be done. Safari does not tell when that is: there a pause stands
// for it, after which no frame is due as far as anyone knows.

const PAUSE_MS = 100;
const NOTHING_DUE = { timeRemaining: () => Infinity };

export function whenIdle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act);
  else setTimeout(act, PAUSE_MS, NOTHING_DUE);
}
