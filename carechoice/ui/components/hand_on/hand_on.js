// Copies a link, or hands it to the device's own list of ways to send it, where there is one.

// A sentence that stands there already is not spoken again, so it goes first.
function say(place, sentence) {
  place.textContent = "";
  requestAnimationFrame(() => (place.textContent = sentence));
}

async function copy(place, { link, copied, failed }) {
  try {
    // Without a secure line there is no clipboard.
    await navigator.clipboard.writeText(link);
    say(place, copied);
  } catch {
    say(place, failed);
  }
}

async function send(place, { link, title, failed }) {
  try {
    await navigator.share({ title, url: link });
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
  sends.hidden = !navigator.share;
  copies.onclick = () => copy(place, data);
  sends.onclick = () => send(place, data);
  // What was copied is not the link any more.
  if (place.dataset.link !== data.link) place.textContent = "";
  place.dataset.link = data.link;
}
