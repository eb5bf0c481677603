// Writes the answer that the page tells with the scenario it shows (address.js), and keeps it and the
// page's tables ahead of the page while what sliders say is (asked.js).

import { shown } from "./address.js";
import { ahead } from "./asked.js";
import { paragraph, write } from "./paragraph.js";
import { cover } from "./tables.js";

const places = new Set();

// The first bold part of a sentence is the option's name.
function colored(parts, color) {
  const sentence = paragraph(parts);
  sentence.querySelector("strong").style.color = `var(--st-${color}-text-color)`;
  return sentence;
}

function tell(place) {
  if (!shown) return;
  const { answer, colors, doubts } = shown.told;
  const sentences = Object.entries(ahead?.answer ?? answer);
  write(
    place.querySelector(".sentences"),
    sentences.map(([option, parts]) => colored(parts, colors[option])),
  );
  write(
    place.querySelector(".doubts"),
    doubts.map((doubt) => paragraph([doubt])),
  );
}

function tellAll() {
  places.forEach(tell);
  cover(ahead?.tables);
}

for (const told of ["scenario-ahead", "scenario-rests", "scenario-shown"]) {
  document.addEventListener(told, tellAll);
}

export default function ({ parentElement }) {
  places.add(parentElement);
  tell(parentElement);
  return () => places.delete(parentElement);
}
