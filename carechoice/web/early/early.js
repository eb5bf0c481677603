// Has the first charts drawn, and the framework begin; takes the early page away once the live one is
// drawn; where that takes long, offers the form; where parts of ours cannot be fetched, has the
// framework's own stand in for them.

const LATE_MS = 8000;
// Longer than it takes a slow line to bring what draws the charts.
const LONGEST_WAIT_MS = 15000;
// What a live page that runs may still lack, because a part of it failed, before it is shown anyway.
const MOST_DRAWING_MS = 8000;
// The part of ours that is drawn last.
const LAST = "address";
// Without these nothing can be entered or answered.
const NEEDED = [LAST, "answer", "dock", "dressed", "slider"];

// The framework would tell whoever shows the page in a frame what it shows, and the address with all
// that was entered. So it is told that there is no frame.
window.parent = window;

const early = document.getElementById("early");
const root = document.getElementById("root");
const find = (selector) => root.querySelector(selector);

// Else the framework's page, before it connects, looks for its server below its own address, and asks
// for what stands here (host_config.py).
globalThis.__streamlit = {
  BACKEND_BASE_URL: new URL(".", location).href,
  HOST_CONFIG: { ...JSON.parse(early.dataset.host), allowedOrigins: [location.origin] },
};

// All that a page says is there once it says which scenario it shows: that comes last.
let isShown = false;
document.addEventListener("scenario-shown", () => (isShown = true), { once: true });

function isRun() {
  return find("[data-testid=stApp][data-test-connection-state=CONNECTED][data-test-script-state=notRunning]");
}

function hasSliders() {
  return [...root.querySelectorAll("[class*=_slider] > .stBidiComponent")].every((room) =>
    room
      .querySelector("[data-testid=stBidiComponentIsolated]")
      ?.shadowRoot?.querySelector(".field[aria-label]"),
  );
}

function hasAnswer() {
  return !find(".st-key-answer:not(:has(p)), .st-key-answer_sentences:not(:has(p))");
}

// A chart that cannot be drawn says so.
function hasCharts() {
  return [...root.querySelectorAll("[class*=st-key-chart_]")].every((room) => {
    const picture = room.querySelector("[role=img]");
    return picture ? picture.firstChild && picture.ariaBusy !== "true" : room.textContent;
  });
}

// The page's own styles (ui/style) come when the framework has what puts them there.
function hasLook() {
  return getComputedStyle(document.documentElement).getPropertyValue("--page");
}

// The framework cannot load what draws our parts, and says so in the place of each.
function hasNoParts() {
  return Boolean(find(`.st-key-${LAST} [data-testid=stErrorElementStack]`));
}

function isDrawn() {
  const isWhole = isShown && hasAnswer() && !find("[data-testid=stSkeleton]");
  return isWhole && hasLook() && hasCharts() && hasSliders();
}

// Asks the server for the page without our parts, once; whether it did.
let isLeaving = false;
function fallBack() {
  const { plainSliders } = early.dataset;
  const { pathname, search } = location;
  if (isInHand || isLeaving || search.includes(plainSliders)) return false;
  isLeaving = true;
  location.replace(`${pathname}${search}${search ? "&" : "?"}${plainSliders}`);
  return true;
}

function paragraph(text) {
  return Object.assign(document.createElement("p"), { textContent: text });
}

// What stands in for a part of ours that cannot be fetched: a sentence, where it has one for that.
globalThis.withoutPart = (part) => {
  if (part === LAST) isShown = true;
  if (NEEDED.includes(part)) fallBack();
  return {
    look: "",
    dressed: (own) => own.default,
    default({ data, parentElement }) {
      const caption = (data?.caption ?? []).map((parts) => parts.join(""));
      parentElement.replaceChildren(...[data?.instead ?? "", ...caption].map(paragraph));
    },
  };
};

// Who reads on, or stands on a link, finds the same place in the live page.
function handOver() {
  const { activeElement: focused } = document;
  const path = early.contains(focused) && focused.href && new URL(focused.href).pathname;
  const { scrollTop } = early;
  early.remove();
  const main = find("[data-testid=stMain]");
  if (main) main.scrollTop = scrollTop;
  const links = path ? [...root.querySelectorAll("a[href]")] : [];
  links.find((link) => new URL(link.href).pathname === path)?.focus();
}

function offerForm() {
  early.classList.add("is-late");
  early.removeAttribute("aria-busy");
  // Filled in now, so that screen readers speak it.
  const late = early.querySelector(".late");
  late.append(late.querySelector("template").content);
}

let isInHand = false;
let runSince;

function look() {
  // What a person has begun to fill in stays; sent, it brings the page anew.
  if (isInHand || isLeaving || !early.isConnected) return;
  runSince = isRun() ? (runSince ?? performance.now()) : undefined;
  const isLong = performance.now() - runSince > MOST_DRAWING_MS;
  const isLacking = hasNoParts() || (isLong && !(hasAnswer() && hasSliders()));
  if (isLacking && fallBack()) return;
  if (runSince !== undefined && (isDrawn() || isLong || hasNoParts())) handOver();
  else requestAnimationFrame(look);
}

// A font that is not there yet would come in the middle of reading, and move every line.
function keepFont() {
  const link = early.querySelector("a");
  const { width } = link.getBoundingClientRect();
  early.style.fontFamily = "sans-serif";
  if (link.getBoundingClientRect().width !== width) early.style.fontFamily = "";
}

// Resolves once the browser has this script, or cannot have it; at once where it could not tell.
function fetched(address) {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    if (!link.relList.supports("modulepreload")) return resolve();
    const told = { rel: "modulepreload", href: address, onload: resolve, onerror: resolve };
    document.head.append(Object.assign(link, told));
  });
}

// The charts of the start are nobody's numbers. As a browser has drawn them it shows them at once when
// somebody comes back, until they are drawn; where anything was entered, none is kept or shown.
const KEPT = `first-charts${location.pathname}`;
const charts = [...early.querySelectorAll(".chart")];

let isKept = false;

// What a picture hangs on: the figures, and how this page has them drawn.
function nameOfKept() {
  const { color, fontFamily, fontSize, letterSpacing, wordSpacing } = getComputedStyle(charts[0]);
  const widths = charts.map((place) => place.clientWidth);
  const look = [color, fontFamily, fontSize, letterSpacing, wordSpacing];
  return JSON.stringify([early.dataset.start, widths, look]);
}

// Whether they stand. Where nothing may be kept, nothing is.
function showKept() {
  try {
    const { name, pictures } = JSON.parse(localStorage.getItem(KEPT));
    if (name !== nameOfKept()) return false;
    charts.forEach((place, at) => {
      place.innerHTML = pictures[at].drawing;
      place.style.setProperty("--height", pictures[at].height);
    });
    return true;
  } catch {
    return false;
  }
}

function keep() {
  if (!early.isConnected || charts.some(({ ariaBusy }) => ariaBusy !== "false")) return;
  const pictures = charts.map((place) => ({
    drawing: place.innerHTML,
    height: place.style.getPropertyValue("--height"),
  }));
  try {
    localStorage.setItem(KEPT, JSON.stringify({ name: nameOfKept(), pictures }));
  } catch {
    // There is no room, or none is given.
  }
}

// Without what draws them the page is as it would be without charts; the live one says what failed.
async function drawCharts(address) {
  try {
    await (await import(new URL(address, document.baseURI))).drawn;
    // Once the library is done with them.
    if (early.dataset.start && !isKept) setTimeout(keep);
  } catch {
    for (const charts of early.querySelectorAll(".drawn")) charts.remove();
  }
}

// Charts are readable long before the framework's page is: its scripts come after the one that draws
// them, with which they would share a slow line, and are on their way while it draws.
async function begin() {
  const { draws, library } = early.dataset;
  const wait = new Promise((over) => setTimeout(over, LONGEST_WAIT_MS));
  if (draws) await Promise.race([fetched(library), wait]);
  document.head.append(document.getElementById("framework").content);
  if (draws) await drawCharts(draws);
}

if (early) {
  keepFont();
  isKept = Boolean(early.dataset.start) && showKept();
  begin();
  early.addEventListener("input", () => (isInHand = true));
  setTimeout(() => early.isConnected && offerForm(), LATE_MS);
  look();
}
