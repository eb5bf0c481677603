// Screen readers speak a status line when its text changes, so the element stays.
//
// What is new is said once the person pauses: who moves a slider step by step hears where it ends,
// and not each step. What stands as it was when they last heard of it is not said again. The page
// tells the sentences with the scenario that it shows (address.js).

import { shown } from "./address.js";

const PAUSE_MS = 1000;

// The sentences as the person last heard of them; at first as they are on the page.
let known;

class StatusLine {
  constructor(element) {
    this.element = element;
    this.onMove = () => this.isDue && this.wait();
    this.onShown = ({ detail }) => this.update(detail.told);
    document.addEventListener("scenario-moves", this.onMove);
    document.addEventListener("scenario-shown", this.onShown);
    // The first page may stand before this script is loaded.
    if (shown) this.update(shown.told);
  }

  update({ answer, fits }) {
    const sentences = [...Object.values(answer).map((parts) => parts.join("")), ...fits];
    known ??= sentences;
    this.sentences = sentences;
    if (this.isDue || sentences.join() !== known.join()) this.wait();
  }

  get isDue() {
    return this.element.hasAttribute("data-waits");
  }

  wait() {
    this.element.setAttribute("data-waits", "");
    // What was said before may no longer hold, and readers find it as text of the page.
    this.element.textContent = "";
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.speak(), PAUSE_MS);
  }

  speak() {
    this.element.removeAttribute("data-waits");
    const news = this.sentences.filter((sentence) => !known.includes(sentence));
    this.element.textContent = news.join(" ");
    known = this.sentences;
  }

  remove() {
    clearTimeout(this.pause);
    document.removeEventListener("scenario-moves", this.onMove);
    document.removeEventListener("scenario-shown", this.onShown);
  }
}

const lines = new WeakMap();

export default function ({ parentElement }) {
  const element = parentElement.querySelector("[role=status]");
  if (!lines.has(element)) lines.set(element, new StatusLine(element));
  return () => {
    lines.get(element)?.remove();
    lines.delete(element);
  };
}
