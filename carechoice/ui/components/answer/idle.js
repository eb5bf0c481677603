// Gives way to the browser, which shows what there is and hears what is pressed.

const PAUSE_MS = 100;
const NOTHING_DUE = { timeRemaining: () => Infinity };
// Who presses a key meanwhile does not notice a wait of so long.
const UNNOTICED_MS = 50;

// Once nothing else is to be done. Safari does not tell when that is: there a pause stands for it,
// after which no frame is due as far as anyone knows.
export function whenIdle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act);
  else setTimeout(act, PAUSE_MS, NOTHING_DUE);
}

// Acts on each at once, or with pauses in between where that takes long, while it is still due.
export async function inPieces(all, act, isDue) {
  let since = performance.now();
  for (const each of all) {
    if (performance.now() - since > UNNOTICED_MS) {
      await new Promise((goOn) => setTimeout(goOn));
      if (!isDue()) return;
      since = performance.now();
    }
    act(each);
  }
}
