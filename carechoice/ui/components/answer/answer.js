// Writes the answer, and keeps it ahead of the page while what sliders say is (asked.js).

import { ahead } from "./asked.js";

// What the page says in each place.
const said = new Map();

// A sentence comes in parts: plain, bold, plain and so on. The first bold part is the option's name.
function paragraph(parts, color) {
  const element = document.createElement("p");
  const bold = (text) => Object.assign(document.createElement("strong"), { textContent: text });
  element.append(...parts.map((part, place) => (place % 2 ? bold(part) : part)));
  element.querySelector("strong").style.color = `var(--st-${color}-text-color)`;
  return element;
}

function write(place, { sentences, colors }) {
  const paragraphs = Object.entries(sentences).map(([option, parts]) =>
    paragraph(parts, colors[option]),
  );
  const text = paragraphs.map((each) => each.outerHTML).join("");
  if (place.innerHTML !== text) place.replaceChildren(...paragraphs);
}

function writeAll() {
  for (const [place, page] of said) {
    write(place, ahead ? { ...page, sentences: ahead.answer } : page);
  }
}

document.addEventListener("scenario-ahead", writeAll);
document.addEventListener("scenario-rests", writeAll);

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".sentences");
  said.set(place, data);
  if (!ahead) write(place, data);
  return () => said.delete(place);
}
