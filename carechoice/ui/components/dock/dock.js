// A button for each slider; the slider of the one that is pressed stands above them, or none does.

// Which one it is outlasts the page: the dock is drawn anew on each. Undefined: the first, or with
// large letters none.
let shown;
// Which part of the inputs that one is from.
let section;
// What is seen above the buttons whichever slider stands there: what was done last (step).
const ALWAYS = [".dock", ".st-key-undo_line"];
// What each slider shows, by field. A slider that is there before this script is asked to say it again.
const values = new Map();
const docks = new Set();
// Letters of this size leave a phone no room for a page above a slider that nobody has asked for.
const LARGE_LETTERS_PX = 22;

document.addEventListener("slider-shows", ({ detail: { field, text } }) => {
  values.set(field, text);
  for (const dock of docks) dock.refresh();
});

document.dispatchEvent(new CustomEvent("dock-arrives"));

document.addEventListener("dock-brings", ({ detail }) => {
  for (const dock of docks) dock.bring(detail);
});

function areLettersLarge() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) >= LARGE_LETTERS_PX;
}

function button({ field, label, section, check }) {
  const made = document.createElement("button");
  const [name, value, mark] = ["name", "value", "mark"].map((part) => {
    const element = document.createElement("span");
    element.className = part;
    return element;
  });
  name.textContent = label;
  made.append(name, " ", value);
  if (check) {
    Object.assign(mark, { role: "img", ariaLabel: check, textContent: "!" });
    made.append(" ", mark);
  }
  made.type = "button";
  made.dataset.field = field;
  made.dataset.section = section;
  return made;
}

class Dock {
  constructor(root) {
    this.group = root.querySelector(".dock");
    this.style = root.querySelector("style");
    this.group.addEventListener("click", ({ target }) => this.press(target.closest("button")));
  }

  update({ label, choices }) {
    this.choices = choices;
    this.group.ariaLabel = label;
    this.group.replaceChildren(...choices.map(button));
    this.refresh();
  }

  // One that is pressed again is put away.
  press(pressed) {
    if (!pressed) return;
    const { field } = pressed.dataset;
    shown = field === this.shown ? null : field;
    ({ section } = pressed.dataset);
    this.refresh();
  }

  // What stands for a part of the inputs, and the focus on its button.
  bring(wanted) {
    section = wanted;
    shown = this.choices.find((choice) => choice.section === wanted).field;
    this.refresh();
    this.group.querySelector(`[data-field="${shown}"]`).focus();
  }

  // A plan may not have the term whose slider was shown: what is left of that part stands there then.
  get shown() {
    const isThere = this.choices.some(({ field }) => field === shown);
    if (isThere || shown === null) return shown;
    if (shown === undefined && areLettersLarge()) return null;
    return (this.choices.find((choice) => choice.section === section) ?? this.choices[0])?.field;
  }

  refresh() {
    const buttons = [...this.group.children];
    for (const [number, { field, value }] of this.choices.entries()) {
      const button = buttons[number];
      button.ariaExpanded = String(field === this.shown);
      button.querySelector(".value").textContent = value || (values.get(field) ?? "");
    }
    const isShown = this.choices.find(({ field }) => field === this.shown)?.shows ?? "";
    this.style.textContent = `@media (max-width: 43.74rem) {
      .st-key-dock > :not(:has(${[...ALWAYS, isShown].filter(Boolean)})) { display: none; }
    }`;
  }
}

const known = new WeakMap();

export default function ({ data, parentElement }) {
  if (!known.has(parentElement)) known.set(parentElement, new Dock(parentElement));
  const dock = known.get(parentElement);
  docks.add(dock);
  dock.update(data);
  return () => docks.delete(dock);
}
