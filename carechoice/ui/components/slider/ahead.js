// What sliders say that no page shows yet, and what is shown of it before the page does.
//
// One question at a time is under way, always with the moves of all sliders. A line that does not
// answer in time keeps no slider waiting: the page alone moves the charts until it answers again.
// Which moves may come next is told along with it, so that they can be got ready.

import { around, noteMove, onwards, takeUp } from "./next.js";
import { aroundTurns } from "./turn.js";

const IN_TIME_MS = 1500;
// Who does not move a slider for so long pauses. A pointer that only crosses one goes on sooner.
const PAUSE_MS = 100;

// The sliders that stand somewhere else than the page says; the one moved last comes last.
const moving = new Set();

export let isLooking = false;
let isInTime = true;
let question = new AbortController();
// What waits for a pause: to tell which moves may come, and to go on to the page.
let pause;
let goOn = () => {};

function moves() {
  return Object.fromEntries([...moving].map(({ data, wanted }) => [data.field, String(wanted)]));
}

function tellWhatMayCome() {
  const detail = moving.size ? [] : around({});
  if (detail.length) document.dispatchEvent(new CustomEvent("moves-may-come", { detail }));
}

function waitToTell() {
  clearTimeout(pause);
  pause = setTimeout(tellWhatMayCome, PAUSE_MS);
}

// What the page shows of any input is what the next moves start from.
document.addEventListener("scenario-shown", waitToTell);

// Says whether there is anything that the page does not show yet.
function tellPage() {
  for (const slider of moving) slider.follow(String(slider.wanted));
  return moving.size > 0;
}

aroundTurns(tellPage);

// Somebody may be about to move it.
export function attend(slider) {
  if (takeUp(slider)) waitToTell();
}

export function setOut(slider) {
  moving.delete(slider);
  moving.add(slider);
  noteMove(slider);
  goOn();
  lookAhead();
}

// Once the page shows what all sliders say, the charts are its own.
export function arrive(slider) {
  moving.delete(slider);
  if (moving.size) return;
  question.abort();
  document.dispatchEvent(new CustomEvent("scenario-rests"));
}

function pauseOrMove() {
  return new Promise((over) => {
    goOn = over;
    setTimeout(over, PAUSE_MS);
  });
}

// Charts of what the sliders say, one after the other, until there is nothing that they do not
// show. A slider whose value they show follows with its message to the page once the person
// pauses, and one whose value they cannot show follows at once.
async function lookAhead() {
  if (isLooking) return;
  isLooking = true;
  let asked;
  while (moving.size && asked !== JSON.stringify(moves())) {
    const shown = moves();
    asked = JSON.stringify(shown);
    const isShown = await ask(shown);
    if (isShown && asked === JSON.stringify(moves())) await pauseOrMove();
    for (const slider of [...moving]) slider.follow(shown[slider.data.field]);
  }
  isLooking = false;
}

// Whether it is shown now. A newer question takes the place of one that is still open.
async function ask(shown) {
  question.abort();
  const own = (question = new AbortController());
  const { signal } = own;
  const aborted = new Promise((end) => signal.addEventListener("abort", () => end(false)));
  const tooLate = setTimeout(() => {
    isInTime = false;
    own.abort();
  }, IN_TIME_MS);
  const detail = { moves: shown, next: onwards(shown), signal, drawn: Promise.resolve(false) };
  document.dispatchEvent(new CustomEvent("scenario-moves", { detail }));
  const over = Promise.race([detail.drawn, aborted]).then((isDrawn) => {
    clearTimeout(tooLate);
    if (isDrawn) isInTime = true;
    return isDrawn;
  });
  return isInTime && over;
}
