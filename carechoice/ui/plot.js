// Draws a chart and keeps it: a new figure changes the picture that is there.

// One script for all charts of the page; this module is loaded once.
let library;
const TEXT_COLOR = "--st-text-color";
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
function themed(picture, { figure, text_color }) {
  const style = getComputedStyle(picture);
  const color = style.getPropertyValue(TEXT_COLOR);
  const own = JSON.parse(JSON.stringify(figure).replaceAll(text_color, color));
  own.layout.font.family = style.fontFamily;
  return own;
}

function draw(Plotly, picture) {
  const { data, layout } = themed(picture, wanted.get(picture));
  Plotly.react(picture, data, layout, CONFIG);
  picture.ariaLabel = wanted.get(picture).alt;
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

async function show(picture, address) {
  let Plotly;
  try {
    Plotly = await load(address);
  } catch {
    picture.textContent = wanted.get(picture).instead;
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

export default function ({ data, parentElement }) {
  const picture = parentElement.querySelector("[role=img]");
  picture.style.minHeight = `${data.figure.layout.height}px`;
  picture.ariaLabel ??= data.alt;
  wanted.set(picture, data);
  if (watchers.has(picture)) draw(globalThis.Plotly, picture);
  else show(picture, data.address);
  return () => remove(picture);
}
