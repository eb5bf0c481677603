// Says when the line to the server is lost, and has the framework notice a line that went dead
// without a word: what is sent on such a line is gone, and nothing tells.

const APP = "[data-testid=stApp]";
const STATE = "data-test-connection-state";
// A line that is back sooner was no more than a blink.
const BLINK_MS = 1000;
// The server answers a beat within this time, or the line counts as dead. A slow device may be busy
// with drawing for some seconds before it reads the answer.
const ANSWER_MS = 12000;
// The framework drops a line whose beat went unanswered, and may not be asked for another before it
// has done so.
const BETWEEN_BEATS_MS = ANSWER_MS + BLINK_MS;
const GOOD_NEWS_MS = 4000;
const BAD_NEWS_MS = 20000;
const ACTIONS = ["click", "change", "scenario-moves"];

let status;
let sentences;
let isLost = false;
let beatAt = -BETWEEN_BEATS_MS;
let waiting;
let later;

function isDown() {
  const app = document.querySelector(APP);
  return !navigator.onLine || app?.getAttribute(STATE) !== "CONNECTED";
}

function say(sentence) {
  status.textContent = sentence;
}

function look() {
  if (isDown() === isLost) return;
  isLost = !isLost;
  clearTimeout(later);
  if (isLost) later = setTimeout(() => say(sentences.lost), BLINK_MS);
  else welcome();
}

function welcome() {
  document.dispatchEvent(new CustomEvent("line-back"));
  if (status.textContent) sayFor(GOOD_NEWS_MS, sentences.back);
}

// What is bad stays for those who read slowly, or were away, and goes with what they do next.
function sayUntilAnAction(sentence) {
  clearTimeout(later);
  say(sentence);
  const goesNow = () => status.textContent === sentence && say("");
  later = setTimeout(() => {
    const once = { capture: true, once: true };
    for (const action of ACTIONS) document.addEventListener(action, goesNow, once);
  }, BAD_NEWS_MS);
}

function sayFor(milliseconds, sentence) {
  clearTimeout(later);
  say(sentence);
  later = setTimeout(() => say(""), milliseconds);
}

// The framework asks the server for a sign of life, and connects anew where none comes in time.
// Another beat meanwhile would start the waiting anew.
function beat() {
  waiting ??= setTimeout(ask, beatAt + BETWEEN_BEATS_MS - performance.now());
}

function ask() {
  waiting = undefined;
  if (isDown()) return;
  beatAt = performance.now();
  const message = { type: "SEND_APP_HEARTBEAT", ackTimeoutMilliseconds: ANSWER_MS };
  postMessage({ stCommVersion: 1, ...message }, location.origin);
}

function listen() {
  const app = document.querySelector(APP);
  new MutationObserver(look).observe(app, { attributeFilter: [STATE] });
  for (const event of ["online", "offline"]) addEventListener(event, look);
  document.addEventListener("press-is-gone", () => sayUntilAnAction(sentences.gone));
  addEventListener("online", beat);
  document.addEventListener("visibilitychange", beat);
  for (const action of ACTIONS) document.addEventListener(action, beat, { capture: true });
}

export default function ({ data, parentElement }) {
  const isFirst = !status;
  sentences = data;
  // The element stays and its text changes: screen readers then speak it.
  status = parentElement.querySelector("[role=status]");
  if (isFirst) listen();
}
