// What sliders say that no page shows yet, and the charts of it, which come before the page does.
//
// One question at a time is under way, always with the moves of all sliders. A line that does not
// answer in time keeps no slider waiting: the page alone moves the charts until it answers again.

const IN_TIME_MS = 1500;

// The sliders that stand somewhere else than the page says; the one moved last comes last.
export const moving = new Set();

export let isLooking = false;
let isInTime = true;
let question = new AbortController();

function moves() {
  return Object.fromEntries([...moving].map(({ data, wanted }) => [data.field, String(wanted)]));
}

export function setOut(slider) {
  moving.delete(slider);
  moving.add(slider);
  lookAhead();
}

// Once the page shows what all sliders say, the charts are its own.
export function arrive(slider) {
  moving.delete(slider);
  if (moving.size) return;
  question.abort();
  document.dispatchEvent(new CustomEvent("scenario-rests"));
}

// Charts of what the sliders say, one after the other, until there is nothing that they do not
// show. A slider whose value they show, or cannot, follows with its message to the page.
async function lookAhead() {
  if (isLooking) return;
  isLooking = true;
  let asked;
  while (moving.size && asked !== JSON.stringify(moves())) {
    const shown = moves();
    asked = JSON.stringify(shown);
    await ask(shown);
    for (const slider of [...moving]) slider.follow(shown[slider.data.field]);
  }
  isLooking = false;
}

// A newer question takes the place of one that is still open.
async function ask(shown) {
  question.abort();
  const own = (question = new AbortController());
  const { signal } = own;
  const aborted = new Promise((end) => signal.addEventListener("abort", () => end(false)));
  const tooLate = setTimeout(() => {
    isInTime = false;
    own.abort();
  }, IN_TIME_MS);
  const detail = { moves: shown, signal, drawn: Promise.resolve(false) };
  document.dispatchEvent(new CustomEvent("scenario-moves", { detail }));
  const over = Promise.race([detail.drawn, aborted]).then((isDrawn) => {
    clearTimeout(tooLate);
    if (isDrawn) isInTime = true;
  });
  if (isInTime) await over;
}
