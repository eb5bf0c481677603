// Leads a person who has changed the page, and the next person, to its beginning, takes care of a
// focus whose place is gone, and has the Enter key hand on a date. On a first visit and when the same
// page is drawn anew, nothing moves.

// Where a focus may go that has lost its place.
const PLACES = "h1, h2, h3, summary";
// Where the links within a page lead, by their addresses.
const PARTS = { "#page": ".st-key-page", "#pages": ".st-key-pages" };

// Where a date is typed: its month, its day and its year.
const OF_A_DATE = "[data-testid=stDateInputField] [role=spinbutton]";

// The page that was shown last, and how often all was cleared for the next person by then.
let shown;
let begun;
// The heading that the link pressed last has promised.
let promised;
// What has the focus, and the places before it, the nearest first.
let focused;
let before = [];
// Whether that is in a window that stands over the page.
let isInWindow = false;
let told = {};

function all(selector) {
  return [...document.querySelectorAll(`[data-testid=stMain] :is(${selector})`)];
}

function heading(text) {
  return all("h1, h2").find((each) => each.textContent.trim() === text);
}

function focus(place) {
  if (place.tabIndex < 0) place.tabIndex = -1;
  // The heading of the page before may be the same element: only a new focus is spoken.
  if (place === document.activeElement) place.blur();
  place.focus({ preventScroll: true });
}

function goTo(place) {
  focus(place);
  place.scrollIntoView({ block: "start", behavior: "instant" });
}

function toTheTop() {
  document.querySelector("[data-testid=stMain]").scrollTo({ top: 0, behavior: "instant" });
  // In a frame on another site it is the page around that scrolls.
  if (window.top !== window) document.body.scrollIntoView({ block: "start", behavior: "instant" });
}

// On a desk the inputs scroll by themselves, beside the page.
function inputsToTheTop() {
  document.querySelector(".st-key-inputs_beside")?.parentElement.scrollTo({ top: 0 });
}

// Parts are named and links marked here: the framework gives no names, and draws the current page's
// link in bold and no more.
function mark() {
  for (const [address, part] of Object.entries(PARTS)) {
    const place = document.querySelector(part);
    if (place) place.id = address.slice(1);
  }
  name("[data-testid=stMain]", "main", told.main);
  name(".st-key-page", "region", told.part);
  name(".st-key-pages", "navigation", told.links);
  for (const link of document.querySelectorAll(".st-key-pages a")) {
    link.ariaCurrent = link.textContent.trim() === told.heading ? "page" : null;
  }
}

function name(part, role, label) {
  const place = document.querySelector(part);
  if (place) Object.assign(place, { role, ariaLabel: label });
}

// The framework makes all that scrolls a stop of the Tab key, which would be the first of a page and
// say all of it. What stands within takes the focus, and then the keys scroll it, too.
function noStop() {
  const main = document.querySelector("[data-testid=stMain]");
  if (main) main.tabIndex = -1;
}

function arrive() {
  // In a frame the page around scrolls, and does not follow a part that what comes above moves on.
  const part = window.top === window && promised && heading(promised);
  promised = undefined;
  if (part) return goTo(part);
  const name = heading(told.heading);
  if (name) focus(name);
  toTheTop();
}

function here(link) {
  return promised && link.pathname === window.location.pathname ? heading(promised) : undefined;
}

// Links within the page lead to what it shows, past the inputs, and back to the list of pages.
function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link) return;
  promised = told.promised?.[link.textContent.trim()];
  const part = PARTS[link.getAttribute("href")];
  // What is promised may stand on the page that is shown, which nobody needs to bring then.
  const place = part ? document.querySelector(part) : here(link);
  if (!place) return;
  event.preventDefault();
  if (!part) event.stopPropagation();
  promised = undefined;
  goTo(place);
}

function remember(event) {
  const [target] = event.composedPath();
  const wasInWindow = isInWindow;
  isInWindow = target.closest("[role=dialog]") !== null;
  if (isInWindow) {
    // Once the window closes, the focus goes back to what it was opened with.
    if (!wasInWindow && focused) before.unshift(focused);
    focused = target;
    return;
  }
  const isBefore = (place) =>
    place.compareDocumentPosition(event.target) & Node.DOCUMENT_POSITION_FOLLOWING;
  focused = target;
  before = all(PLACES).filter(isBefore).reverse();
}

// The framework hands on a date that was typed once the focus goes to another place of the page.
function handOnDate(event) {
  const part = event.key === "Enter" && event.target.closest?.(OF_A_DATE);
  if (!part) return;
  const away = document.body.appendChild(document.createElement("span"));
  focus(away);
  part.focus({ preventScroll: true });
  away.remove();
}

// A button that took itself away, or can be pressed no more, leaves the focus to nobody: it goes to
// the heading before it.
function keepFocus() {
  const isGone = focused && (!focused.isConnected || focused.disabled);
  if (!isGone || document.activeElement !== document.body) return;
  const isThere = (each) => each.isConnected && each.checkVisibility();
  const place = before.find(isThere) ?? all("h1")[0];
  if (place) focus(place);
  // A page takes no focus for as long as a window over it still closes: the next change tries again.
  if (document.activeElement === place) focused = undefined;
}

// The framework may draw the links after the page has arrived.
function keepMark() {
  const isThere = (selector) => document.querySelector(selector) !== null;
  if (isThere(".st-key-pages a") && !isThere(".st-key-pages a[aria-current]")) mark();
}

function watch() {
  keepFocus();
  if (shown !== undefined) keepMark();
}

document.addEventListener("click", follow, { capture: true });
document.addEventListener("focusin", remember);
document.addEventListener("keydown", handOnDate, { capture: true });
// A page that stood under a window can take a focus again once it is no longer inert.
const CHANGES = { childList: true, subtree: true, attributeFilter: ["inert", "aria-hidden"] };
new MutationObserver(watch).observe(document.body, CHANGES);

export default function ({ data }) {
  told = data;
  mark();
  noStop();
  const isNext = data.begun > begun;
  if (shown !== undefined && (isNext || shown !== data.page)) arrive();
  if (isNext) inputsToTheTop();
  begun = data.begun;
  shown = data.page;
}
