// Takes the early page away once the live one is drawn; where that takes long, offers the form.

const LATE_MS = 8000;
// What a live page that runs may still lack, because a part of it failed, before it is shown anyway.
const MOST_DRAWING_MS = 8000;

const early = document.getElementById("early");
const root = document.getElementById("root");
const find = (selector) => root.querySelector(selector);

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

function isDrawn() {
  return (
    isShown &&
    !find(".st-key-answer:not(:has(p))") &&
    !find("[data-testid=stSkeleton]") &&
    !find("[class*=st-key-chart_]:not(:has(.main-svg))") &&
    !find("[class*=st-key-chart_] [aria-busy=true]") &&
    hasSliders()
  );
}

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
  if (isInHand || !early.isConnected) return;
  runSince = isRun() ? (runSince ?? performance.now()) : undefined;
  const isLong = performance.now() - runSince > MOST_DRAWING_MS;
  if (runSince !== undefined && (isDrawn() || isLong)) handOver();
  else requestAnimationFrame(look);
}

// A font that is not there yet would come in the middle of reading, and move every line.
function keepFont() {
  const link = early.querySelector("nav a");
  const { width } = link.getBoundingClientRect();
  early.style.fontFamily = "sans-serif";
  if (link.getBoundingClientRect().width !== width) early.style.fontFamily = "";
}

if (early) {
  keepFont();
  early.addEventListener("input", () => (isInHand = true));
  setTimeout(() => early.isConnected && offerForm(), LATE_MS);
  look();
}
