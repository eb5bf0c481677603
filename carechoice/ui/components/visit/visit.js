// Keeps a visit whole when the server has lost its session: while the line was down, by a restart,
// or because another server of several answers now.
//
// A page of the visit tells what it shows (address.js), and this tab remembers it. To a session
// that does not know the visit it hands that over, with what the person has done meanwhile, so that
// the session goes on from there. Kept scenarios outlast a reload too, in this tab's own storage.

import { searchOf } from "./address.js";
import { isPlain, PRESSED } from "./presses.js";

// Other pages of the same host may have a storage of their own.
const STORE = `visit ${new URL(".", document.baseURI).pathname}`;
// A page that does not come keeps nothing that is done waiting for longer.
const PATIENCE_MS = 30000;
// After as many the visit cannot be handed over, and begins anew at its address.
const MOST_STRANGERS = 3;

let send;
// What the last page of this visit has told.
let told;
// The handing over that no page has answered yet, and the page that was shown before it.
let asked;
let patience;
// What was pressed and where files were given, until a page answers it: how to do it again, and
// whether it waits, so that nobody has heard of it.
const acts = new Map();
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
  asked = { id: `${Date.now()}-${Math.random()}`, before: told };
  clearTimeout(patience);
  patience = setTimeout(goOn, PATIENCE_MS);
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
function answer(page) {
  const { before } = asked;
  goOn(page.visit === before.visit && page.runs > before.runs + 1);
}

function goOn(isHeard = false) {
  clearTimeout(patience);
  asked = undefined;
  const all = [...acts.values()];
  acts.clear();
  for (const act of all) if (act.waits || !isHeard) act.again();
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
  told = page;
  store(page.kept);
  if (!asked) acts.clear();
  else if (page.back === asked.id) answer(page);
}

// A session that is being told of the visit has not drawn what is pressed, and would not hear it.
function note(event, control, again) {
  const waits = asked !== undefined;
  if (waits) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  acts.set(control, { again, waits });
}

function press(event) {
  const control = event.target.closest?.(PRESSED);
  if (!control || !isPlain(event)) return;
  note(event, control, () => pressAgain(control));
}

// What a session alone had to offer, such as a step back, went with it (connection.js).
function pressAgain(control) {
  if (control.isConnected) control.click();
  else document.dispatchEvent(new CustomEvent("press-is-gone"));
}

// A file whose upload the line has swallowed is shown nowhere, so nobody would know that it is lost.
function give(event, input, files) {
  const given = new DataTransfer();
  for (const file of files) given.items.add(file);
  if (files.length > 0) note(event, input, () => giveAgain(input, given.files));
}

function giveAgain(input, files) {
  input.files = files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function choose(event) {
  const { target } = event;
  if (target.type === "file") give(event, target, target.files);
}

function drop(event) {
  const place = event.target.closest?.("[data-testid=stFileUploader]");
  const input = place?.querySelector("[type=file]");
  if (input) give(event, input, event.dataTransfer.files);
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
