// Screen readers speak a status line when its text changes, so the element stays.
//
// What is new is said once the person pauses: who moves a slider step by step hears where it ends,
// and not each step. What stands as it was when they last heard of it is not said again.

const PAUSE_MS = 1000;

// The sentences as the person last heard of them; at first as they are on the page.
let known;

class StatusLine {
  constructor(element) {
    this.element = element;
    this.onMove = () => this.isDue && this.wait();
    document.addEventListener("scenario-moves", this.onMove);
  }

  update(sentences) {
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
  }
}

const lines = new WeakMap();

export default function ({ data, parentElement }) {
  const element = parentElement.querySelector("[role=status]");
  if (!lines.has(element)) lines.set(element, new StatusLine(element));
  const line = lines.get(element);
  line.update(data.sentences);
  return () => {
    line.remove();
    lines.delete(element);
  };
}
