// A sentence of the page, in parts: plain, bold, plain and so on.

export function paragraph(parts) {
  const element = document.createElement("p");
  const bold = (text) => Object.assign(document.createElement("strong"), { textContent: text });
  element.append(...parts.map((part, place) => (place % 2 ? bold(part) : part)));
  return element;
}

// Puts the paragraphs in the place, where others stand there: what is selected stays so.
export function write(place, paragraphs) {
  const text = paragraphs.map((each) => each.outerHTML).join("");
  if (place.innerHTML !== text) place.replaceChildren(...paragraphs);
}
