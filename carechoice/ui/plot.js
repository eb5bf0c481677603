// Draws a chart and keeps it: a new figure changes the picture that is there.

// One script for all charts of the page; this module is loaded once.
let library;
const TEXT_COLOR = "--st-text-color";
// Paper is light whatever the screen is, and so wide between its margins, in Letter and in A4.
const INK = "#23282F";
const PAPER_WIDTH_PX = 640;
// Not beforeprint, which some ways to print do not send.
const paper = matchMedia("print");
const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false };

// What each picture shows next; while the script loads, only the last figure counts.
const wanted = new WeakMap();
const watchers = new WeakMap();

function load(address) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = () => {
      library = undefined;
      script.remove();
      reject(Error(`${address} could not be loaded`));
    };
    document.head.append(script);
  });
  return library;
}

// The figure in the theme's text colour and font. A copy: the library writes into what it gets.
function themed(picture, { figure, text_color }, isOnPaper) {
  const style = getComputedStyle(picture);
  const color = isOnPaper ? INK : style.getPropertyValue(TEXT_COLOR);
  const own = JSON.parse(JSON.stringify(figure).replaceAll(text_color, color));
  own.layout.font.family = style.fontFamily;
  if (isOnPaper) own.layout.width = PAPER_WIDTH_PX;
  return own;
}

function draw(Plotly, picture) {
  const { data, layout } = themed(picture, wanted.get(picture), paper.matches);
  Plotly.react(picture, data, layout, CONFIG);
  picture.ariaLabel = wanted.get(picture).alt;
}

// A copy is saved, drawn in ink; the picture stays as it is.
async function save(picture) {
  const shown = wanted.get(picture);
  const Plotly = await load(shown.address);
  const saving = await import(new URL(shown.save.address, document.baseURI));
  await saving.save(Plotly, themed(picture, shown, true), shown.save.around);
}

// The picture follows the width of its card.
function watch(Plotly, picture) {
  let width = picture.clientWidth;
  const watcher = new ResizeObserver(() => {
    if (picture.clientWidth === width) return;
    width = picture.clientWidth;
    if (width) Plotly.Plots.resize(picture);
  });
  watcher.observe(picture);
  watchers.set(picture, watcher);
}

// A chart is as wide as it was drawn: before the page is printed, all are drawn to fit the paper.
function drawAll() {
  for (const picture of document.querySelectorAll(".js-plotly-plot")) {
    if (watchers.has(picture)) draw(globalThis.Plotly, picture);
  }
}

paper.addEventListener("change", drawAll);

async function show(picture, address) {
  let Plotly;
  try {
    Plotly = await load(address);
  } catch {
    picture.textContent = wanted.get(picture).instead;
    picture.nextElementSibling.hidden = true;
    return;
  }
  if (!picture.isConnected) return;
  draw(Plotly, picture);
  if (!watchers.has(picture)) watch(Plotly, picture);
}

function remove(picture) {
  watchers.get(picture)?.disconnect();
  watchers.delete(picture);
  globalThis.Plotly?.purge(picture);
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
  picture.style.setProperty("--height", `${data.figure.layout.height}px`);
  picture.style.minHeight = "var(--height)";
  picture.ariaLabel ??= data.alt;
  wanted.set(picture, data);
  offerToSave(picture);
  if (watchers.has(picture)) draw(globalThis.Plotly, picture);
  else show(picture, data.address);
  return () => remove(picture);
}
