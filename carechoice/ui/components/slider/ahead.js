// What sliders say that no page shows yet, and what is shown of it before the page does.
//
// One question at a time is under way, always with the moves of all sliders. A line that does not
// answer in time keeps no slider waiting: the page alone moves the charts until it answers again.
// Which moves may come next is told along with it, so that they can be got ready.

import { stepsFrom } from "./scale.js";

const IN_TIME_MS = 1500;
// How far a slider may go next: on in its direction while it moves, and both ways while it rests.
const STEPS_ON = 3;
const STEPS_AROUND = 2;
// Who does not move a slider for so long pauses. A pointer that only crosses one goes on sooner.
const PAUSE_MS = 100;

// The sliders that stand somewhere else than the page says; the one moved last comes last.
export const moving = new Set();

export let isLooking = false;
let isInTime = true;
let question = new AbortController();
// The slider that was moved, focused or pointed at last, and the way it went.
let inHand;
let lastValue;
let direction = 1;
let pause;
let goOn = () => {};

function moves() {
  return Object.fromEntries([...moving].map(({ data, wanted }) => [data.field, String(wanted)]));
}

// The moves there would be with the slider in hand at these values.
function movesTo(values) {
  return values.map((value) => ({ ...moves(), [inHand.data.field]: String(value) }));
}

function onwards() {
  return movesTo(stepsFrom(inHand.value, direction, inHand.data, STEPS_ON));
}

// The nearest come first, those in the direction of the last move before the others.
function around() {
  const [on, back] = [direction, -direction].map((way) =>
    stepsFrom(inHand.value, way, inHand.data, STEPS_AROUND),
  );
  const inTurns = Array.from({ length: STEPS_AROUND }, (_, place) => [on[place], back[place]]);
  return movesTo(inTurns.flat().filter((value) => value !== undefined));
}

function tellWhatMayCome() {
  if (!inHand || inHand.data.disabled || moving.size) return;
  document.dispatchEvent(new CustomEvent("moves-may-come", { detail: around() }));
}

function waitToTell() {
  clearTimeout(pause);
  pause = setTimeout(tellWhatMayCome, PAUSE_MS);
}

// What the page shows of any input is what the next moves start from.
document.addEventListener("scenario-shown", waitToTell);

// Somebody is about to move this slider, or may be.
export function takeUp(slider) {
  if (inHand === slider) return;
  inHand = slider;
  lastValue = undefined;
  waitToTell();
}

export function leave(slider) {
  if (inHand === slider) inHand = undefined;
}

export function setOut(slider) {
  clearTimeout(pause);
  moving.delete(slider);
  moving.add(slider);
  takeUp(slider);
  const from = lastValue ?? slider.data.value;
  direction = Math.sign(slider.wanted - from) || direction;
  lastValue = slider.wanted;
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
  const detail = { moves: shown, next: onwards(), signal, drawn: Promise.resolve(false) };
  document.dispatchEvent(new CustomEvent("scenario-moves", { detail }));
  const over = Promise.race([detail.drawn, aborted]).then((isDrawn) => {
    clearTimeout(tooLate);
    if (isDrawn) isInTime = true;
    return isDrawn;
  });
  return isInTime && over;
}
