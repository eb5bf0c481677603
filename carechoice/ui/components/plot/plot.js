// Draws a chart and keeps its place: a new figure changes the picture that is there.

import { ahead } from "./asked.js";
import { figureNamed, keep } from "./figures.js";
import { Gallery } from "./gallery.js";
import { Due, whenIdle } from "./idle.js";
import { load } from "./library.js";
import { fontOf, styled, themed } from "./look.js";
import { paragraph, write } from "./paragraph.js";

// Not beforeprint, which some ways to print do not send.
const paper = matchMedia("print");
// As long as a picture usually takes to be drawn.
const DRAWN_IN_MS = 10;

// What the page has for each place; while the script loads, only the last figure counts.
const wanted = new WeakMap();
// What is shown in a place: the page's chart, or one that is ahead of the page.
const shown = new WeakMap();
// Figures as they are drawn here, as text, until the page's look may be another.
let known = new WeakMap();
// The places that are drawn in, each with its pictures and with what watches its room.
const galleries = new Map();
const watchers = new WeakMap();
// What the next moves may ask for, the likeliest first.
let mayCome = [];

function asDrawn(place, chart) {
  return JSON.stringify(themed(place, chart, paper.matches));
}

function put(place, chart, text) {
  shown.set(place, chart);
  place.ariaLabel = chart.alt;
  galleries.get(place).show(text);
}

// Anew, in the look that the page has now.
function draw(place, chart = wanted.get(place)) {
  known = new WeakMap();
  put(place, chart, asDrawn(place, chart));
}

function knownAsDrawn(place, chart) {
  const { figure } = chart;
  if (!known.has(figure)) known.set(figure, asDrawn(place, chart));
  return known.get(figure);
}

// The chart of a place as an answer has it; the page's own where the answer has none.
function chartIn(answer, place) {
  const chart = wanted.get(place);
  return { ...chart, ...answer?.charts[chart.key] };
}

const drawings = new Due({
  act: ([place, ...drawing]) => galleries.has(place) && put(place, ...drawing),
  takesMs: ([place, , text]) => galleries.get(place)?.takesMs(text) ?? 0,
});

// All are measured before the first is changed: after that, to measure is to lay out the page anew.
function drawAll() {
  const asShown = (place) => {
    const chart = chartIn(ahead, place);
    return [place, chart, knownAsDrawn(place, chart)];
  };
  drawings.replace([...galleries.keys()].map(asShown));
}

document.addEventListener("scenario-ahead", drawAll);
document.addEventListener("scenario-rests", drawAll);

// One picture at a time, while nothing else is to be done and no frame is due before it is drawn.
function prepareNext(idle) {
  if (idle.timeRemaining() < DRAWN_IN_MS) return whenIdle(prepareNext);
  const [answer, place] = mayCome.shift() ?? [];
  if (!answer) return;
  if (document.hidden || paper.matches) {
    mayCome = [];
    return;
  }
  galleries.get(place)?.prepare(knownAsDrawn(place, chartIn(answer, place)));
  whenIdle(prepareNext);
}

document.addEventListener("answers-may-come", ({ detail }) => {
  const isIdle = !mayCome.length;
  mayCome = detail.flatMap((answer) => [...galleries.keys()].map((place) => [answer, place]));
  if (isIdle) whenIdle(prepareNext);
});

document.addEventListener("scenario-moves", () => (mayCome = []));

// A copy is saved, drawn in ink; the picture stays as it is.
async function save(place) {
  const chart = wanted.get(place);
  const Plotly = await load(chart.address);
  const saving = await import(new URL(chart.save.address, document.baseURI));
  await saving.save(Plotly, themed(place, chart, true), chart.save.around);
}

function drawAgain(place) {
  draw(place, shown.get(place));
}

// The picture follows the width of its card, and the size and spacing of the reader's letters,
// which the button below it tells of. In a presentation it follows what stands above it and the window.
function watch(place) {
  const watcher = new ResizeObserver(() => {
    if (place.clientWidth) drawAgain(place);
  });
  watcher.observe(place);
  watcher.observe(place.nextElementSibling);
  const presentation = place.closest(".st-key-presentation");
  if (presentation) {
    watcher.observe(presentation);
    watcher.observe(presentation.closest("[data-testid=stMain]"));
  }
  watchers.set(place, watcher);
}

// A chart is as wide as it was drawn: before the page is printed, all are drawn to fit the paper.
paper.addEventListener("change", () => [...galleries.keys()].forEach(drawAgain));

async function show(place, address) {
  let Plotly;
  try {
    [Plotly] = await Promise.all([load(address), fontOf(place), styled()]);
  } catch {
    place.textContent = wanted.get(place).instead;
    place.nextElementSibling.hidden = true;
    return;
  }
  if (!place.isConnected) return;
  if (!galleries.has(place)) galleries.set(place, new Gallery(place, Plotly));
  draw(place);
  if (!watchers.has(place)) watch(place);
}

function remove(place) {
  watchers.get(place)?.disconnect();
  watchers.delete(place);
  galleries.get(place)?.empty();
  galleries.delete(place);
}

function offerToSave(place) {
  const button = place.nextElementSibling;
  const offer = wanted.get(place).save;
  button.hidden = !offer;
  button.textContent = offer?.label ?? "";
  button.ariaLabel = offer?.spoken ?? null;
  button.onclick = () => save(place);
}

function tell(place) {
  write(place.parentElement.querySelector(".caption"), wanted.get(place).caption.map(paragraph));
}

// The figure comes along, or its name alone where this browser has said that it has it.
function whole(data) {
  if (data.figure) keep(data);
  return { ...data, figure: data.figure ?? figureNamed(data.name) };
}

export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector("[role=img]");
  const chart = whole(data);
  if (!chart.figure) setTriggerValue("lacks", data.name);
  else take(place, chart);
  return () => remove(place);
}

function take(place, chart) {
  if (!galleries.has(place)) {
    place.style.setProperty("--height", `${chart.figure.layout.height}px`);
  }
  place.style.minHeight = "var(--height)";
  place.ariaLabel ??= chart.alt;
  wanted.set(place, chart);
  offerToSave(place);
  tell(place);
  if (!galleries.has(place)) show(place, chart.address);
  else if (!ahead?.charts[chart.key]) draw(place);
}
