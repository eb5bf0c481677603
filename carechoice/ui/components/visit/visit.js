// Keeps a visit whole when the server has lost its session: while the line was down, by a restart,
// or because another server of several answers now.
//
// A page of the visit tells what it shows (address.js), and this tab remembers it. To a session
// that does not know the visit it hands that over, with what the person has done meanwhile, so that
// the session goes on from there. Kept scenarios outlast a reload too, in this tab's own storage.

import { searchOf } from "./address.js";
import { PRESSED } from "./presses.js";

// Other pages of the same host may have a storage of their own.
const STORE = `visit ${new URL(".", document.baseURI).pathname}`;
// After as many the visit cannot be handed over, and begins anew at its address.
const MOST_STRANGERS = 3;

let send;
// What the last page of this visit has told.
let told;
// The handing over that no page has answered yet, and how to do again what was done before it.
let asked;
// How to do again what was pressed or which file was given, until a page answers it.
let again;
let strangers = 0;

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORE));
  } catch {
    return null;
  }
}

function store(kept) {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(kept));
  } catch {
    // A browser that stores nothing forgets what is kept at a reload.
  }
}

function handOver({ visit, query, kept } = told) {
  const moves = {};
  document.dispatchEvent(new CustomEvent("visit-handed-over", { detail: moves }));
  asked = { id: `${Date.now()}-${Math.random()}`, again };
  send("back", { id: asked.id, visit, query, kept, moves });
}

function isStranger({ visit, follows }) {
  return told !== undefined && visit !== told.visit && follows !== told.visit;
}

function meet() {
  strangers += 1;
  if (strangers <= MOST_STRANGERS) handOver();
  else location.replace(location.pathname + searchOf(told.query));
}

// After a reload the session is a new one, and the address has all but what was kept.
function begin(page) {
  const kept = stored();
  told = page;
  // A link may have brought kept scenarios along, which the next address does not hold.
  if (!kept) store(page.kept);
  else if (JSON.stringify(kept) !== JSON.stringify(page.kept)) {
    handOver({ visit: "", query: null, kept });
  }
}

// What was done on a dead line counts, unless the server has heard of it before the line died.
// What was done after the handing over went the same way, so it is heard.
function answer(page, before) {
  const isHeard = page.visit === before.visit && page.runs > before.runs + 1;
  const repeat = asked.again;
  asked = again = undefined;
  if (!isHeard) repeat?.();
}

// Before the address takes what a page shows: it stays as it is where the page is a stranger's.
function arrives(event) {
  const page = event.detail;
  if (isStranger(page)) {
    event.preventDefault();
    meet();
    return;
  }
  strangers = 0;
  if (!told) return begin(page);
  const before = told;
  told = page;
  store(page.kept);
  if (asked && page.back === asked.id) answer(page, before);
  else again = undefined;
}

function press({ target }) {
  const control = target.closest?.(PRESSED);
  if (control) again = () => control.isConnected && control.click();
}

// A file whose upload the line has swallowed is shown nowhere, so nobody would know that it is lost.
function give(input, files) {
  const given = new DataTransfer();
  for (const file of files) given.items.add(file);
  if (files.length > 0) again = () => giveAgain(input, given.files);
}

function giveAgain(input, files) {
  input.files = files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function choose({ target }) {
  if (target.type === "file") give(target, target.files);
}

function drop({ target, dataTransfer }) {
  const input = target.closest?.("[data-testid=stFileUploader]")?.querySelector("[type=file]");
  if (input) give(input, dataTransfer.files);
}

function listen() {
  document.addEventListener("scenario-arrives", arrives);
  document.addEventListener("line-back", () => told && handOver());
  document.addEventListener("click", press, { capture: true });
  document.addEventListener("change", choose, { capture: true });
  document.addEventListener("drop", drop, { capture: true });
  // The first page may stand before this script is loaded.
  document.dispatchEvent(new CustomEvent("visit-begins"));
}

export default function ({ setTriggerValue }) {
  const isFirst = !send;
  send = setTriggerValue;
  if (isFirst) listen();
}
