// Writes the answer, and keeps it ahead of the page while the dashboard's charts are (plot.js).

// What the page says in each place.
const said = new Map();
let isAhead = false;

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

document.addEventListener("scenario-ahead", ({ detail }) => {
  isAhead = true;
  for (const [place, page] of said) write(place, { ...page, sentences: detail.answer });
});

document.addEventListener("scenario-rests", () => {
  isAhead = false;
  for (const [place, page] of said) write(place, page);
});

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".sentences");
  said.set(place, data);
  if (!isAhead) write(place, data);
  return () => said.delete(place);
}
