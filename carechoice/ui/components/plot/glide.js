// What a change moves glides to its place, for eyes that follow; not while a slider is dragged, not
// on paper, and not for people who ask for less motion.

const SHAPES = ":is(.barlayer, .scatterlayer, .shapelayer) path";
const TIMING = { duration: 120, easing: "ease-out" };
const welcome = matchMedia("screen and (prefers-reduced-motion: no-preference)");
// What changes sooner after a change than this does not glide.
const AT_REST_MS = 250;

// When a place was last changed.
const changed = new WeakMap();

function shapes(place) {
  return Array.from(place.querySelectorAll(SHAPES), (path) => {
    const { d, transform } = getComputedStyle(path);
    return { path, d, transform };
  });
}

// Only a shape of the same lines can become the other one by and by.
function lines({ d }) {
  return d.replaceAll(/[^a-z]/gi, "");
}

// Puts another picture into its place, and has the shapes in it come from where they were before.
export function changeTo(place, change) {
  const now = performance.now();
  const glides = welcome.matches && now - (changed.get(place) ?? -Infinity) > AT_REST_MS;
  changed.set(place, now);
  const before = glides ? shapes(place) : [];
  change();
  if (before.length) glideFrom(before, shapes(place));
}

function glideFrom(before, after) {
  if (before.length !== after.length) return;
  after.forEach(({ path, ...there }, index) => {
    const { d, transform } = before[index];
    const isMoved = d !== there.d || transform !== there.transform;
    if (isMoved && lines({ d }) === lines(there)) path.animate([{ d, transform }, {}], TIMING);
  });
}
