// What the server says of moves that no page shows yet: the answer, and the page's charts.
//
// The moves that may come next are asked for along with the one that counts, and while a slider
// rests those next to it; so most moves are answered here. Asked in the body of a request: what a
// person enters is nothing for a server's log of addresses.

import { keep } from "./figures.js";
import { whenIdle } from "./idle.js";

// What is shown ahead of the page, while something is.
export let ahead;

// What the server said of moves from the page that is shown, by the moves as text. Each move of a
// drag adds some; after so many the oldest go.
const MOST = 64;
const said = new Map();
let saidOf;
let preparing = new AbortController();

// What the page that is shown was asked for. Another page, or another input, and all is new.
function start() {
  return location.pathname + location.search;
}

function recall(moves) {
  return saidOf === start() ? said.get(JSON.stringify(moves)) : undefined;
}

function remember(from, asked, answers) {
  if (from !== start()) return;
  if (from !== saidOf) said.clear();
  saidOf = from;
  asked.forEach((moves, place) => said.set(JSON.stringify(moves), answers[place]));
  for (const oldest of [...said.keys()].slice(0, -MOST)) said.delete(oldest);
}

// Resolves to the answer to each of the moves, in their order. Rejects where there is none.
async function ask(asked, options) {
  const from = start();
  const response = await fetch(new URL("api/ahead", document.baseURI), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      page: location.pathname.split("/").at(-1),
      inputs: [...new URLSearchParams(location.search)],
      moves: asked,
    }),
    ...options,
  });
  if (!response.ok) throw new Error(response.statusText);
  const { answers } = await response.json();
  remember(from, asked, answers);
  return answers;
}

function tellWhatMayCome(moves) {
  const detail = moves.map(recall).filter(Boolean);
  document.dispatchEvent(new CustomEvent("answers-may-come", { detail }));
}

async function show({ moves, next, signal }) {
  preparing.abort();
  const answer = recall(moves) ?? (await ask([moves, ...next], { signal }))[0];
  if (signal.aborted) return false;
  ahead = answer;
  document.dispatchEvent(new CustomEvent("scenario-ahead", { detail: answer }));
  await new Promise(requestAnimationFrame);
  tellWhatMayCome(next);
  return true;
}

async function prepare(moves) {
  preparing.abort();
  const { signal } = (preparing = new AbortController());
  const unknown = moves.filter((each) => !recall(each));
  if (unknown.length) await ask(unknown, { signal, priority: "low" });
  if (!signal.aborted) tellWhatMayCome(moves);
}

// Who moves a slider waits for what is shown; without an answer the page alone counts.
document.addEventListener("scenario-moves", ({ detail }) => {
  detail.drawn = show(detail).catch(() => false);
});

// Only where it costs nobody anything.
document.addEventListener("moves-may-come", ({ detail }) => {
  if (document.hidden || navigator.connection?.saveData) return;
  whenIdle(() => prepare(detail).catch(() => {}));
});

// The page that follows need not bring the figures that stand here already.
document.addEventListener("page-is-asked", ({ detail }) => {
  const charts = Object.values(ahead?.charts ?? {});
  charts.forEach(keep);
  detail.has = charts.map(({ name }) => name);
});

document.addEventListener("scenario-rests", () => (ahead = undefined));
