// What sliders say comes before a change of the page or of the session, or after it.
//
// The framework sends what a component says a moment later, a press at once, and with each of them
// the page that the server has named last. So a message on the heels of a link leads back to the
// page before, or to one that knows no such slider. What a slider has said goes first; what is said
// while the page changes waits until it has. So does what is said while a session is told of the visit
// (visit.js): it has drawn no slider yet, and what one says is lost there.

import { isPlain, PAGE_LINK, PRESSED } from "./presses.js";

// A page that does not come keeps no slider waiting for longer.
const PATIENCE_MS = 5000;

// The page that is shown, and the one that is on its way out.
let shown;
let left;
let isUnderWay = false;
let patience;
// Tells the page what sliders say, and whether they say anything (ahead.js).
let tellPage = () => false;
let isRepeated = false;

export function aroundTurns(tell) {
  tellPage = tell;
}

export function isTurning() {
  return isUnderWay;
}

function turn(from) {
  left = from;
  isUnderWay = true;
  clearTimeout(patience);
  patience = setTimeout(turned, PATIENCE_MS);
}

function turned() {
  clearTimeout(patience);
  isUnderWay = false;
  tellPage();
}

function press(event) {
  const control = event.target.closest?.(PRESSED);
  if (!control || isRepeated || !isPlain(event)) return;
  if (!tellPage()) return leave(control);
  event.preventDefault();
  event.stopImmediatePropagation();
  setTimeout(() => repeat(control));
}

function repeat(control) {
  isRepeated = true;
  control.click();
  isRepeated = false;
  leave(control);
}

function leave(control) {
  const link = control.closest(PAGE_LINK);
  if (link && link.pathname !== location.pathname) turn(shown);
}

function arrive({ detail }) {
  shown = detail.page;
  if (isUnderWay && shown !== left) turned();
}

document.addEventListener("click", press, { capture: true });
document.addEventListener("page-may-change", () => tellPage());
// The same page, drawn by another session, is the one that is waited for.
document.addEventListener("visit-handed-over", () => turn(null));
document.addEventListener("scenario-shown", arrive);
