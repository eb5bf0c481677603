// Which moves may come next, so that they can be got ready: those of the slider in hand.

import { stepsFrom } from "./scale.js";

// How far a slider may go next: on in its direction while it moves, and both ways while it rests.
const STEPS_ON = 3;
const STEPS_AROUND = 2;

// The slider that was moved, focused or pointed at last, where it was moved to, and which way.
let inHand;
let lastValue;
let direction = 1;

// Somebody is about to move this slider, or may be; says whether it was another one before.
export function takeUp(slider) {
  const isAnother = inHand !== slider;
  if (isAnother) lastValue = undefined;
  inHand = slider;
  return isAnother;
}

export function leave(slider) {
  if (inHand === slider) inHand = undefined;
}

export function noteMove(slider) {
  takeUp(slider);
  const from = lastValue ?? slider.data.value;
  direction = Math.sign(slider.wanted - from) || direction;
  lastValue = slider.wanted;
}

function steps(way, count) {
  const isMovable = inHand && !inHand.data.disabled;
  return isMovable ? stepsFrom(inHand.value, way, inHand.data, count) : [];
}

// The moves of all sliders there would be with the slider in hand at each of the values.
function movesTo(values, moves) {
  return values.map((value) => ({ ...moves, [inHand.data.field]: String(value) }));
}

export function onwards(moves) {
  return movesTo(steps(direction, STEPS_ON), moves);
}

// The nearest come first, those in the direction of the last move before the others.
export function around(moves) {
  const [on, back] = [direction, -direction].map((way) => steps(way, STEPS_AROUND));
  const inTurns = Array.from({ length: STEPS_AROUND }, (_, place) => [on[place], back[place]]);
  return movesTo(
    inTurns.flat().filter((value) => value !== undefined),
    moves,
  );
}
