// Draws the charts of the early page, in the places that they have in the live one.

import { Gallery } from "./gallery.js";
import { offer, withdraw } from "./handover.js";
import { load } from "./library.js";
import { fontOf, themed } from "./look.js";

// What a place is told stands behind it (web/early/drawn.html).
const charts = Array.from(document.querySelectorAll("#early .chart"), (place) => ({
  place,
  ...JSON.parse(place.nextElementSibling.textContent),
}));

function asDrawn(chart) {
  return JSON.stringify(themed(chart.place, chart, false));
}

// As long as it stands, the picture follows the room it has.
function watch(chart, gallery) {
  const watcher = new ResizeObserver(() => {
    if (chart.place.clientWidth) gallery.show(asDrawn(chart));
    if (chart.place.isConnected) return;
    watcher.disconnect();
    withdraw(gallery);
    gallery.empty();
  });
  watcher.observe(chart.place);
}

async function draw() {
  const [{ place, address }] = charts;
  const [Plotly] = await Promise.all([load(address), fontOf(place)]);
  if (!place.isConnected) return;
  // All are measured before the first is changed, as in plot.js.
  const due = charts.map((chart) => [chart, new Gallery(chart.place, Plotly), asDrawn(chart)]);
  for (const [chart, gallery, text] of due) {
    gallery.show(text);
    offer(gallery);
    watch(chart, gallery);
  }
}

export const drawn = draw();
