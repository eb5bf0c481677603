// A finger on a slider. Most fingers that touch one only scroll, so it takes the slider once it goes
// sideways, or by a tap; what it has moved goes back when the browser scrolls after all.

// A finger that goes no further than this in any direction taps.
const TAP_PX = 8;
// Sideways is so many times as far to the side as up or down.
const SIDEWAYS = 1.5;

// The thumb's width in heights of the slider (slider.css).
const THUMB = 0.75;

// A page that a finger has set rolling still rolls so long after it was last seen to scroll, and
// so long after it is said to have come to rest: that is the next finger's doing.
const ROLLING_MS = 150;
const STOPPED_MS = 50;

const DOWN = "down";
const SLIDES = "slides";
const ELSEWHERE = "elsewhere";

let isRolling = false;
let scrolledAt = -Infinity;
let stoppedAt = -Infinity;

function isStillRolling(now) {
  return (isRolling && now - scrolledAt < ROLLING_MS) || now - stoppedAt < STOPPED_MS;
}

const listens = { capture: true, passive: true };
// What ends a pointer of a finger is that it scrolls.
document.addEventListener("pointercancel", () => (isRolling = true), listens);
document.addEventListener("scroll", ({ timeStamp }) => (scrolledAt = timeStamp), listens);
document.addEventListener(
  "scrollend",
  ({ timeStamp }) => {
    if (isRolling) stoppedAt = timeStamp;
    isRolling = false;
  },
  listens,
);

export class Finger {
  constructor(range, slider) {
    this.range = range;
    this.slider = slider;
    const on = (types, take) => types.forEach((type) => range.addEventListener(type, take));
    on(["pointerdown"], (event) => this.touches(event));
    on(["pointermove"], (event) => this.moves(event));
    on(["pointerup"], (event) => this.lifts(event));
    on(["pointercancel"], (event) => this.scrolls(event));
    // A page that scrolls has no more of the pointer, but still of the touch.
    on(["touchend", "touchcancel", "keydown"], () => (this.state = undefined));
  }

  // While it is, what the browser makes of the touch does not count.
  get isDown() {
    return this.state !== undefined;
  }

  touches({ pointerType, pointerId, isPrimary, clientX, clientY, timeStamp }) {
    this.state = undefined;
    if (pointerType === "mouse" || !isPrimary || this.range.disabled) return;
    const from = { fromX: clientX, fromY: clientY, isStopping: isStillRolling(timeStamp) };
    Object.assign(this, { state: DOWN, id: pointerId, ...from });
  }

  moves({ pointerId, clientX, clientY }) {
    if (pointerId !== this.id) return;
    if (this.state === DOWN) this.decide(clientX - this.fromX, clientY - this.fromY);
    if (this.state === SLIDES) this.slider.moveToPart(this.partAt(clientX));
  }

  decide(toX, toY) {
    const [sideways, upOrDown] = [Math.abs(toX), Math.abs(toY)];
    if (Math.max(sideways, upOrDown) <= TAP_PX) return;
    if (sideways >= SIDEWAYS * upOrDown) {
      this.state = SLIDES;
      this.slider.hold();
    } else if (upOrDown >= sideways) this.state = ELSEWHERE;
  }

  lifts({ pointerId, clientX }) {
    if (pointerId !== this.id) return;
    const isTap = this.state === DOWN && !this.isStopping;
    if (this.state === SLIDES) this.slider.letGo();
    this.state = undefined;
    if (isTap) this.slider.moveToPart(this.partAt(clientX));
  }

  scrolls({ pointerId }) {
    if (pointerId !== this.id) return;
    if (this.state === SLIDES) this.slider.giveBack();
    this.state = ELSEWHERE;
  }

  // Where on the scale, from 0 to 1: the middle of the thumb goes from half of it to half of it.
  partAt(x) {
    const { left, width, height } = this.range.getBoundingClientRect();
    const thumb = THUMB * height;
    const part = (x - left - thumb / 2) / (width - thumb);
    return Math.min(Math.max(part, 0), 1);
  }
}
