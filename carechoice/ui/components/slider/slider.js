// A slider that reports while it is moved, with a field beside it to type into.
//
// The answer and the page's charts come first, on a short way of their own; once the person pauses, the page
// follows. One message at a time is under way. What the person does meanwhile waits for the page
// that answers it, and only the last of it is sent: so charts follow the finger, and never lag.

import { arrive, attend, isLooking, setOut } from "./ahead.js";
import { Finger } from "./finger.js";
import { leave } from "./next.js";
import { readNumber } from "./number.js";
import { isBetweenSteps, nextStep } from "./scale.js";
import { isTurning } from "./turn.js";

const ANSWER = "scenario-shown";
const HAND_OVER = "visit-handed-over";
const DOCK = "dock-arrives";
// After this long without an answer the value is sent again, at first.
const PATIENCE_MS = 5000;

const sliders = new WeakMap();

function language() {
  return document.documentElement.lang || undefined;
}

function written(number) {
  return number.toLocaleString(language());
}

class Slider {
  constructor(root) {
    const part = (name) => root.querySelector(`.${name}`);
    this.root = root;
    this.forms = new Intl.PluralRules(language());
    this.range = part("range");
    this.field = part("field");
    this.label = part("label");
    this.badge = part("badge");
    this.before = part("before");
    this.after = part("after");
    this.problem = part("problem");
    this.note = part("note");
    this.help = part("help");
    this.ask = part("ask");
    this.steps = [part("less"), part("more")];
    this.listen();
  }

  listen() {
    this.finger = new Finger(this.range, this);
    this.onDock = () => this.tell(this.value);
    document.addEventListener(DOCK, this.onDock);
    this.range.addEventListener("input", () => this.takeMoved());
    this.range.addEventListener("pointerdown", (event) => this.takeInHand(event));
    this.field.addEventListener("input", () => this.startTyping());
    this.field.addEventListener("change", () => this.takeTyped());
    this.field.addEventListener("keydown", (event) => this.stepByKey(event));
    this.field.addEventListener("blur", () => this.stopTyping());
    this.ask.addEventListener("click", () => this.unfoldHelp());
    this.steps.forEach((button, index) =>
      button.addEventListener("click", () => this.stepBy(index ? 1 : -1)),
    );
    for (const kind of ["pointerenter", "focusin"]) {
      this.root.addEventListener(kind, () => attend(this));
    }
    this.onAnswer = ({ detail }) => this.answered(detail);
    this.onHandOver = ({ detail }) => this.handOver(detail);
    document.addEventListener(ANSWER, this.onAnswer);
    document.addEventListener(HAND_OVER, this.onHandOver);
  }

  remove() {
    document.removeEventListener(DOCK, this.onDock);
    document.removeEventListener(ANSWER, this.onAnswer);
    document.removeEventListener(HAND_OVER, this.onHandOver);
    this.rest();
    leave(this);
  }

  // What the server says about the slider: its words and bounds, and the value it has.
  update(data, send) {
    const before = this.data;
    this.data = data;
    this.send = send;
    const lasting = (part) => JSON.stringify({ ...part, value: 0, badge: "", note: "" });
    if (lasting(before) !== lasting(data)) this.describe();
    this.badge.textContent = data.badge;
    if (this.note.textContent !== data.note) this.note.textContent = data.note;
    if (before?.value !== data.value) this.settle();
  }

  describe() {
    const { data } = this;
    this.root.dataset.section = data.section;
    this.root.toggleAttribute("data-noted", data.noted);
    this.label.textContent = data.label;
    this.before.textContent = data.before;
    this.after.textContent = data.after;
    this.field.ariaLabel = data.typed;
    this.ask.ariaLabel = data.ask;
    Object.assign(this.range, { min: data.minimum, max: data.maximum, step: data.step });
    Object.assign(this.field, { ariaValueMin: data.minimum, ariaValueMax: data.maximum });
    this.field.inputMode = data.whole ? "numeric" : "decimal";
    for (const control of [this.range, this.field, ...this.steps]) control.disabled = data.disabled;
    this.help.replaceChildren(...data.help.map(paragraph));
    this.settle();
  }

  // A slider that a person moves or has in hand never moves by itself.
  get value() {
    return this.wanted ?? (this.isInHand ? this.stands : this.data.value);
  }

  settle() {
    this.show(this.value);
  }

  show(value) {
    this.stands = value;
    const { minimum, maximum } = this.data;
    this.range.value = value;
    const spoken = this.spoken(value);
    this.range.ariaValueText = spoken;
    this.range.style.setProperty("--part", (value - minimum) / (maximum - minimum));
    if (!this.isTyping) {
      this.field.value = this.field.ariaValueNow = value;
      this.field.ariaValueText = spoken;
      this.sayProblem("");
    }
    this.tell(value);
  }

  // With its unit, in the form that the language counts it in.
  spoken(value) {
    const { spoken } = this.data;
    return (spoken[this.forms.select(value)] ?? spoken.other).replace("{n}", written(value));
  }

  // Also to those outside, who show it beside a name (dock.js).
  tell(value) {
    const { field, before, after } = this.data;
    const text = `${before}${written(value)}${after}`.replaceAll(" ", "\u00a0");
    document.dispatchEvent(new CustomEvent("slider-shows", { detail: { field, text } }));
  }

  move(value) {
    this.wanted = value;
    this.root.dataset.moves = "";
    this.show(value);
    setOut(this);
  }

  // The browser moves its slider as soon as a finger touches it, also one that only scrolls.
  takeMoved() {
    if (this.finger.isDown) this.settle();
    else this.move(this.range.valueAsNumber);
  }

  moveToPart(part) {
    const { minimum, maximum } = this.data;
    // Rounded to a step by the browser.
    this.range.value = minimum + part * (maximum - minimum);
    const value = this.range.valueAsNumber;
    if (value !== this.value) this.move(value);
  }

  takeInHand({ pointerType }) {
    if (pointerType !== "mouse") return;
    this.hold();
    addEventListener("pointerup", () => this.letGo(), { once: true });
  }

  hold() {
    this.heldFrom = this.value;
    this.isInHand = true;
  }

  letGo() {
    this.isInHand = false;
    this.settle();
  }

  // What was moved by mistake. What no message has told the page yet is no change.
  giveBack() {
    this.isInHand = false;
    if (this.sent === undefined && this.data.value === this.heldFrom) {
      this.rest();
      this.settle();
    } else this.move(this.heldFrom);
  }

  // The charts show this value, or cannot: if it is still the last one, the page comes next.
  follow(value) {
    if (String(this.wanted) === value && this.sent === undefined) this.post();
  }

  post(patience = PATIENCE_MS) {
    if (isTurning()) this.sent = undefined;
    else this.send("value", this.toSend(patience));
  }

  // On a dead line what is sent is gone, so it is sent again, ever more seldom: a server that is
  // only slow must not be stopped again and again.
  toSend(patience = PATIENCE_MS) {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.post(2 * patience), patience);
    this.sent = this.wanted;
    this.moveId = `${Date.now()}-${Math.random()}`;
    const message = { value: this.sent, move: this.moveId };
    document.dispatchEvent(new CustomEvent("page-is-asked", { detail: message }));
    return message;
  }

  // A session that may not know the visit is told with all the rest (visit.js).
  handOver(moves) {
    if (this.wanted !== undefined) moves[this.data.field] = this.toSend();
  }

  // The page of a run stands in the browser; it may be that of an earlier move. Its value may be
  // another than was sent, where something else changed it after that.
  answered({ numbers, moves }) {
    const { field } = this.data;
    if (this.sent === undefined || moves[field] !== this.moveId) return;
    clearTimeout(this.patience);
    const isNewer = this.wanted !== this.sent;
    this.sent = undefined;
    this.data.value = numbers[field];
    if (!isNewer) {
      this.rest();
      this.settle();
    } else if (!isLooking) this.post();
  }

  // The page shows what the slider says.
  rest() {
    clearTimeout(this.patience);
    this.sent = this.wanted = undefined;
    delete this.root.dataset.moves;
    arrive(this);
  }

  // What is typed is what a reader hears, and not the value of before.
  startTyping() {
    this.isTyping = true;
    this.field.ariaValueText = this.field.value;
  }

  // Typed and taken back again: that is no change.
  stopTyping() {
    if (!this.isTyping) return;
    this.isTyping = false;
    this.settle();
  }

  takeTyped() {
    this.isTyping = false;
    const { forms, minimum, maximum, whole, bounds, unclear } = this.data;
    const value = readNumber(this.field.value, forms);
    const fits = value >= minimum && value <= maximum && !(whole && isBetweenSteps(value, this.data));
    if (fits) this.move(value);
    else this.sayProblem(value === undefined ? unclear : bounds);
  }

  sayProblem(sentence) {
    this.problem.textContent = sentence;
    this.field.ariaInvalid = sentence ? "true" : "false";
  }

  stepBy(direction) {
    const next = nextStep(this.value, direction, this.data);
    if (next !== undefined) this.move(next);
  }

  // The arrow keys of a number field; a value just typed counts first.
  stepByKey(event) {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!direction) return;
    event.preventDefault();
    if (this.isTyping) this.takeTyped();
    this.stepBy(direction);
  }

  unfoldHelp() {
    this.help.hidden = !this.help.hidden;
    this.ask.ariaExpanded = String(!this.help.hidden);
  }
}

function paragraph(runs) {
  const element = document.createElement("p");
  element.append(...runs.map(({ text, url }) => (url ? link(text, url) : text)));
  return element;
}

function link(text, href) {
  const target = { href, target: "_blank", rel: "noopener" };
  return Object.assign(document.createElement("a"), target, { textContent: text });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".slider");
  if (!sliders.has(root)) sliders.set(root, new Slider(root));
  const slider = sliders.get(root);
  slider.update(data, setTriggerValue);
  return () => {
    slider.remove();
    sliders.delete(root);
  };
}
