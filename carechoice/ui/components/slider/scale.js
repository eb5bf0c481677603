// The steps of a slider's scale: minimum, maximum and what lies between two steps.

const TINY = 1e-9;

function decimals(number) {
  return String(number).split(".")[1]?.length ?? 0;
}

export function isBetweenSteps(value, { minimum, step }) {
  const steps = (value - minimum) / step;
  return Math.abs(steps - Math.round(steps)) > TINY;
}

// To the next step, also from a value between two; undefined past the ends.
export function nextStep(value, direction, { minimum, maximum, step }) {
  const at = (value - minimum) / step;
  const nearest = Math.round(at);
  const isOnStep = Math.abs(at - nearest) < TINY;
  const from = isOnStep ? nearest : direction > 0 ? Math.floor(at) : Math.ceil(at);
  const next = Number((minimum + (from + direction) * step).toFixed(decimals(step)));
  return next >= minimum && next <= maximum ? next : undefined;
}

// The next steps in one direction, the nearest first.
export function stepsFrom(value, direction, scale, count) {
  const steps = [];
  let next = nextStep(value, direction, scale);
  while (next !== undefined && steps.length < count) {
    steps.push(next);
    next = nextStep(next, direction, scale);
  }
  return steps;
}
