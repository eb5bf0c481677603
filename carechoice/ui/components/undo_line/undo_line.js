// Says what was done last, and takes it back with the key that does so everywhere else.

// There the same key takes back what is typed.
const TYPED_IN = "input:not([type=range], [type=checkbox], [type=radio]), textarea, [contenteditable]";
// The box of a choice is typed in only while its list is open.
const CLOSED_CHOICE = "[role=combobox][aria-expanded=false]";
const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

let presses = "";

function isUndo({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  const isChord = IS_MAC ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return isChord && !altKey && !shiftKey && key.toLowerCase() === "z";
}

// Also inside our components: what the page hears of a key names the component only.
function isTypedIn(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches(TYPED_IN) && !target.matches(CLOSED_CHOICE);
}

function take(event) {
  const button = presses && document.querySelector(presses);
  if (!button || event.defaultPrevented || !isUndo(event) || isTypedIn(event)) return;
  event.preventDefault();
  button.click();
}

document.addEventListener("keydown", take);

function sentence(text, className) {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text;
  return made;
}

// The element stays and its text changes: screen readers then speak it, once.
export default function ({ data, parentElement }) {
  ({ presses } = data);
  const line = parentElement.querySelector("[role=status]");
  const key = data.keys[IS_MAC ? "mac" : "other"] ?? "";
  const told = [data.told, key].join(" ").trim();
  if (line.textContent.trim() === told) return;
  line.replaceChildren(sentence(data.told, "told"), " ", sentence(key, "key"));
}
