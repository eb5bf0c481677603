// Draws a chart and keeps it: a new figure changes the picture that is there.

import { fit } from "./labels.js";

const TEXT_COLOR = "--st-text-color";
// Paper is light whatever the screen is, and so wide between its margins, in Letter and in A4.
const INK = "#23282F";
const PAPER_WIDTH_PX = 640;
// A chart's texts are as large as those of a page whose letters have this size, and grow with them.
const USUAL_LETTER_PX = 16;
// Not beforeprint, which some ways to print do not send.
const paper = matchMedia("print");
// What changes sooner after a change than this does not glide: a slider is being dragged.
const AT_REST_MS = 250;
const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false };

// What the page has for each picture; while the script loads, only the last figure counts.
const wanted = new WeakMap();
// What a picture shows, before and after it was made to fit; the latter as text.
const shown = new WeakMap();
const drawn = new WeakMap();
// When a picture was last changed after it was first drawn.
const changed = new WeakMap();
// Ends when the picture stands: the library goes on after it has returned.
const drawing = new WeakMap();
const watchers = new WeakMap();
// Pictures that follow a slider before the page does, by the chart's key.
const ahead = new Map();
let isAhead = false;

// Browsers fetch and run a module once, however often it is asked for.
async function load(address) {
  await import(new URL(address, document.baseURI));
  return globalThis.Plotly;
}

// Labels get the room that they need in the font they are measured in, once and for all. Without
// it they are drawn in the next best, as the rest of the page is.
function fontOf(picture) {
  return document.fonts.load(`1em ${getComputedStyle(picture).fontFamily}`).catch(() => {});
}

// A copy, since the library writes into what it gets, with its texts in the reader's size.
function grown(text) {
  const growth = parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_LETTER_PX;
  const own = JSON.parse(text, (key, value) => {
    if (key === "ticklabelstandoff") return value * growth;
    return /font$/.test(key) ? { ...value, size: value.size * growth } : value;
  });
  own.layout.height *= growth;
  return own;
}

// The figure in the theme's text colour and font, made to fit its width.
function themed(picture, { figure, text_color }, isOnPaper) {
  const style = getComputedStyle(picture);
  const color = isOnPaper ? INK : style.getPropertyValue(TEXT_COLOR);
  const own = grown(JSON.stringify(figure).replaceAll(text_color, color));
  // The library measures a text once for each font. A font that is nowhere has it measure again
  // where the reader has set letters or words further apart.
  own.layout.font.family = `${style.fontFamily}, "${style.letterSpacing} ${style.wordSpacing}"`;
  own.layout.width = isOnPaper ? PAPER_WIDTH_PX : picture.clientWidth;
  fit(own, style);
  return own;
}

function glideOrJump(picture) {
  const now = performance.now();
  const isSoon = now - changed.get(picture) <= AT_REST_MS;
  picture.toggleAttribute("data-glides", !isSoon);
  changed.set(picture, now);
}

function draw(Plotly, picture, chart = wanted.get(picture)) {
  shown.set(picture, chart);
  const own = themed(picture, chart, paper.matches);
  picture.ariaLabel = chart.alt;
  const text = JSON.stringify(own);
  if (drawn.get(picture) === text) return;
  picture.style.setProperty("--height", `${own.layout.height}px`);
  if (drawn.has(picture)) glideOrJump(picture);
  drawn.set(picture, text);
  picture.ariaBusy = "true";
  const whole = Plotly.react(picture, own.data, own.layout, CONFIG);
  const standing = whole.then(() => (picture.ariaBusy = "false"));
  drawing.set(picture, standing);
}

// Charts, and the answer, of moves that no page shows yet. The page follows once the person pauses.
// Asked in the body of a request: what a person enters is nothing for a server's log of addresses.
async function drawAhead({ moves, signal }) {
  const inputs = [...new URLSearchParams(location.search)];
  const answer = await fetch(new URL("api/dashboard", document.baseURI), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ inputs, moves }),
    signal,
  });
  if (!answer.ok) return false;
  const detail = await answer.json();
  if (signal.aborted) return false;
  isAhead = true;
  document.dispatchEvent(new CustomEvent("scenario-ahead", { detail }));
  for (const [key, picture] of ahead) {
    draw(globalThis.Plotly, picture, { ...wanted.get(picture), ...detail.charts[key] });
  }
  await new Promise(requestAnimationFrame);
  return true;
}

// Who moves a slider waits for the charts; without any, or without an answer, the page alone counts.
document.addEventListener("scenario-moves", ({ detail }) => {
  if (ahead.size) detail.drawn = drawAhead(detail).catch(() => false);
});

document.addEventListener("scenario-rests", () => {
  isAhead = false;
  for (const picture of ahead.values()) draw(globalThis.Plotly, picture);
});

// A copy is saved, drawn in ink; the picture stays as it is.
async function save(picture) {
  const chart = wanted.get(picture);
  const Plotly = await load(chart.address);
  const saving = await import(new URL(chart.save.address, document.baseURI));
  await saving.save(Plotly, themed(picture, chart, true), chart.save.around);
}

function drawAgain(picture) {
  draw(globalThis.Plotly, picture, shown.get(picture));
}

// The picture follows the width of its card, and the size and spacing of the reader's letters,
// which the button below it tells of.
function watch(picture) {
  const watcher = new ResizeObserver(() => {
    if (picture.clientWidth) drawAgain(picture);
  });
  watcher.observe(picture);
  watcher.observe(picture.nextElementSibling);
  watchers.set(picture, watcher);
}

// A chart is as wide as it was drawn: before the page is printed, all are drawn to fit the paper.
function drawAll() {
  for (const picture of document.querySelectorAll(".js-plotly-plot")) {
    if (watchers.has(picture)) drawAgain(picture);
  }
}

paper.addEventListener("change", drawAll);

async function show(picture, address) {
  let Plotly;
  try {
    [Plotly] = await Promise.all([load(address), fontOf(picture)]);
  } catch {
    picture.textContent = wanted.get(picture).instead;
    picture.nextElementSibling.hidden = true;
    return;
  }
  if (!picture.isConnected) return;
  draw(Plotly, picture);
  if (!watchers.has(picture)) watch(picture);
  const { ahead: key } = wanted.get(picture);
  if (key) ahead.set(key, picture);
}

function remove(picture) {
  for (const [key, other] of ahead) if (other === picture) ahead.delete(key);
  watchers.get(picture)?.disconnect();
  watchers.delete(picture);
  drawn.delete(picture);
  // What it still draws into must not be taken from it.
  drawing.get(picture)?.then(() => globalThis.Plotly.purge(picture));
}

function offerToSave(picture) {
  const button = picture.nextElementSibling;
  const offer = wanted.get(picture).save;
  button.hidden = !offer;
  button.textContent = offer?.label ?? "";
  button.ariaLabel = offer?.spoken ?? null;
  button.onclick = () => save(picture);
}

export default function ({ data, parentElement }) {
  const picture = parentElement.querySelector("[role=img]");
  if (!drawn.has(picture)) {
    picture.style.setProperty("--height", `${data.figure.layout.height}px`);
  }
  picture.style.minHeight = "var(--height)";
  picture.ariaLabel ??= data.alt;
  wanted.set(picture, data);
  offerToSave(picture);
  if (!watchers.has(picture)) show(picture, data.address);
  else if (!(isAhead && data.ahead)) draw(globalThis.Plotly, picture);
  return () => remove(picture);
}
