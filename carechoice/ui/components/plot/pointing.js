// What a picture tells beside a pointer that is at a part of it. The pointer may come onto that as
// well, it stays as long as the pointer is at either, and the Escape key takes it away before
// (WCAG 2.2, 1.4.13).

const LABELS = ".hoverlayer .hovertext";

function isOnLabel(root, { clientX, clientY }) {
  return Array.from(root.querySelectorAll(LABELS), (label) => label.getBoundingClientRect()).some(
    ({ left, right, top, bottom }) =>
      left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
  );
}

export class Pointing {
  constructor(root, Plotly) {
    this.root = root;
    this.Plotly = Plotly;
    this.onMove = (event) => this.follow(event);
    this.onKey = (event) => this.take(event);
    this.forget();
    root.on("plotly_hover", ({ points }) => this.begin(points));
    root.on("plotly_unhover", () => this.forget());
    // On a label the library finds no part of the picture, and would take the label away.
    root.on("plotly_beforehover", (event) => !isOnLabel(root, event));
  }

  begin(points) {
    this.points = points;
    document.addEventListener("pointermove", this.onMove);
    document.addEventListener("keydown", this.onKey, { capture: true });
  }

  forget() {
    this.points = [];
    this.wasOnLabel = false;
    document.removeEventListener("pointermove", this.onMove);
    document.removeEventListener("keydown", this.onKey, { capture: true });
  }

  // What was pointed at.
  end() {
    const { points } = this;
    if (points.length) this.Plotly.Fx.unhover(this.root);
    this.forget();
    return points;
  }

  // Who points at something while a key moves a slider still reads what it is. The library tells
  // only of pointing that it sees itself.
  pointAt(points) {
    const same = points
      .map(({ curveNumber, pointNumber }) => ({ curveNumber, pointNumber }))
      .filter(({ curveNumber, pointNumber }) => this.root.data[curveNumber]?.x?.length > pointNumber);
    if (!same.length) return;
    this.begin(same);
    this.Plotly.Fx.hover(this.root, same);
  }

  // A picture that came under a mouse at rest has not seen it come, and is not told when it goes.
  // Nor is one that the pointer leaves from a label. A finger that moves a slider leaves nothing: it
  // was lifted from the picture before.
  follow(event) {
    const wasOnLabel = this.wasOnLabel;
    this.wasOnLabel = isOnLabel(this.root, event);
    if (this.wasOnLabel) return;
    const isFinger = event.pointerType === "touch";
    const isOutside = !isFinger && !event.composedPath().includes(this.root);
    if (wasOnLabel || isOutside) this.end();
  }

  // The key does no more than that: in a presentation it would lead out of it.
  take(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.end();
  }
}
