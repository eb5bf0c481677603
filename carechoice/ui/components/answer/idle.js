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

// What is to be seen until now is seen.
function frameShown() {
  return new Promise((goOn) => requestAnimationFrame(() => setTimeout(goOn)));
}

// Acts on what is due, one after the other: at once, or once a frame is shown where that takes long. `takesMs`
// says how long it will take with one.
export class Due {
  constructor({ act, takesMs }) {
    Object.assign(this, { act, takesMs, pieces: [], isAtWork: false });
  }

  // From now on these are due, and nothing that was.
  replace(pieces) {
    this.pieces = [...pieces];
    if (!this.isAtWork) this.work();
  }

  // One that fails, fails alone: those after it and later ones are done.
  async work() {
    this.isAtWork = true;
    let since = performance.now();
    while (this.pieces.length) {
      if (performance.now() + this.takesMs(this.pieces[0]) - since > UNNOTICED_MS) {
        await frameShown();
        since = performance.now();
      }
      if (this.pieces.length) this.attempt(this.pieces.shift());
    }
    this.isAtWork = false;
  }

  attempt(piece) {
    try {
      this.act(piece);
    } catch (error) {
      reportError(error);
    }
  }
}
