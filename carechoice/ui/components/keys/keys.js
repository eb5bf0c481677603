// The arrow keys step through a presentation, and so do the two keys that a presenter's remote sends.
// Home and End lead to its first and last screen, Escape out of it, and a digit to the kept scenario
// of that number.
//
// The screen that is wanted is sent, and not a step: so a key pressed twice before the server has
// answered leads two screens on.

const STEPS = {
  ArrowLeft: -1,
  PageUp: -1,
  ArrowRight: 1,
  PageDown: 1,
  Home: -Infinity,
  End: Infinity,
};
// What a remote sends is meant for the presentation, whatever has the focus.
const OF_A_REMOTE = ["PageUp", "PageDown"];
// What needs the other keys itself while it has the focus.
const INPUTS = "input:not([type=checkbox]), textarea, select, [contenteditable], [role=slider], [role=combobox]";

const steppers = new WeakMap();

// Also inside our components: what the page hears of a key names the component only.
function isForAnInput(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(INPUTS) !== null;
}

function isChord({ ctrlKey, altKey, metaKey, shiftKey }) {
  return ctrlKey || altKey || metaKey || shiftKey;
}

class Stepper {
  constructor() {
    this.onKey = (event) => this.take(event);
    this.onRemote = (event) => this.takeFirst(event);
    document.addEventListener("keydown", this.onKey);
    document.addEventListener("keydown", this.onRemote, { capture: true });
  }

  update(data, send) {
    this.data = data;
    this.send = send;
    if (this.wanted === data.screen) this.wanted = undefined;
    // Of two that come while a page is drawn the framework may forget the second.
    if (this.wanted !== undefined) send("screen", this.wanted);
  }

  // Before a slider that has the focus, which would take it for a step of its own.
  takeFirst(event) {
    if (isChord(event) || !OF_A_REMOTE.includes(event.key)) return;
    event.stopPropagation();
    this.turn(event);
  }

  take(event) {
    if (isChord(event) || event.defaultPrevented || isForAnInput(event)) return;
    if (event.key === "Escape") this.tell("leave", true);
    const kept = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : this.data.kept;
    if (kept < this.data.kept) this.tell("kept", kept);
    if (event.key in STEPS) this.turn(event);
  }

  turn(event) {
    event.preventDefault();
    const step = STEPS[event.key];
    const from = this.wanted ?? this.data.screen;
    const next = Math.min(Math.max(from + step, 0), this.data.last);
    if (next === from) return;
    this.wanted = next;
    this.tell("screen", next);
  }

  // What a slider of this screen says comes first: another may not know it (turn.js).
  tell(name, value) {
    document.dispatchEvent(new CustomEvent("page-may-change"));
    this.send(name, value);
  }

  remove() {
    document.removeEventListener("keydown", this.onKey);
    document.removeEventListener("keydown", this.onRemote, { capture: true });
  }
}

// The element stays and its text changes: screen readers then speak the new place.
export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector("[role=status]");
  if (place.textContent !== data.place) place.textContent = data.place;
  if (!steppers.has(place)) steppers.set(place, new Stepper());
  const stepper = steppers.get(place);
  stepper.update(data, setTriggerValue);
  return () => {
    stepper.remove();
    steppers.delete(place);
  };
}
