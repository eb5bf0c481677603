// Where another site shows the page in a frame: tells the page around it how high ours is, so that
// nothing in the frame has to scroll, and keeps in view what lies over ours. The frame is as high as
// its page then, and the person sees a part of it.

// Asked for before the framework takes our page for one without a frame (early.js).
const around = window.parent;
// Fine enough that what stands at the edge of what is seen follows.
const LOOKS = Array.from({ length: 401 }, (_, step) => step / 400);

const { framedBy } = document.getElementById("early").dataset;
const sites = [...JSON.parse(framedBy), location.origin];
let told;

// A browser drops what is meant for another origin, and complains; most say themselves which it is.
function known() {
  const [shownBy] = location.ancestorOrigins ?? [];
  return sites.includes(shownBy) ? [shownBy] : sites;
}

// A number of pixels and nothing else: what the person entered is nobody's business.
function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  for (const site of known()) around.postMessage(height, site);
}

function keepInView(looks) {
  const { intersectionRect: seen } = looks.at(-1);
  const { style } = document.documentElement;
  style.setProperty("--seen-bottom", `${innerHeight - seen.bottom}px`);
  // A window over the page stays where it opened: it may be longer than what is seen at once.
  if (document.querySelector("[data-testid=stDialog]")) return;
  style.setProperty("--seen-top", `${seen.top}px`);
}

if (around !== window) {
  new ResizeObserver(tellHeight).observe(document.body);
  new IntersectionObserver(keepInView, { threshold: LOOKS }).observe(document.documentElement);
}
