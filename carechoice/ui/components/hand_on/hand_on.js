// Copies a text, or hands a link to the device's own list of ways to send it, where there is one.

// A sentence that stands there already is not spoken again, so it goes first.
function say(place, sentence) {
  place.textContent = "";
  requestAnimationFrame(() => (place.textContent = sentence));
}

async function copy(place, { text, copied, failed }) {
  try {
    // Without a secure line there is no clipboard.
    await navigator.clipboard.writeText(text);
    say(place, copied);
  } catch {
    say(place, failed);
  }
}

async function send(place, { text, title, failed }) {
  try {
    await navigator.share({ title, url: text });
  } catch (error) {
    // The person closed the list: nothing to say.
    if (error.name !== "AbortError") say(place, failed);
  }
}

export default function ({ data, parentElement }) {
  const part = (selector) => parentElement.querySelector(selector);
  const [copies, sends, place] = [part(".copy"), part(".send"), part("p")];
  copies.textContent = data.copy;
  sends.textContent = data.send;
  sends.hidden = !data.send || !navigator.share;
  copies.onclick = () => copy(place, data);
  sends.onclick = () => send(place, data);
  // What was copied is not the text any more.
  if (place.dataset.text !== data.text) place.textContent = "";
  place.dataset.text = data.text;
}
