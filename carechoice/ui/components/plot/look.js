// A figure as it is drawn on this page: in its colours, in the reader's letters, as wide as its room.

import { fit } from "./labels.js";

const TEXT_COLOR = "--st-text-color";
// Paper is light whatever the screen is, and so wide between its margins, in Letter and in A4.
const INK = "#23282F";
const PAPER_WIDTH_PX = 640;
// So high is a chart at most on a sheet, below its title. A long course is drawn closer together to
// fit it, as far as the names in its drawing stay apart.
const PAPER_HEIGHT_PX = 820;
const CLOSEST = 0.65;
// In a presentation it takes the height that its screen has left, as far as its rows belong together.
const FARTHEST = 1.6;
// A chart's texts are as large as those of a page whose letters have this size, and grow with them.
const USUAL_LETTER_PX = 16;
const LONGEST_UNSTYLED_MS = 5000;

// Labels get the room that they need in the font they are measured in, once and for all. Without
// it they are drawn in the next best, as the rest of the page is.
export function fontOf(place) {
  return document.fonts.load(`1em ${getComputedStyle(place).fontFamily}`).catch(() => {});
}

// Cards have their widths from the page's own styles (page.css, --page), which may come after them;
// where they do not come, a chart is drawn in the room it has.
export async function styled() {
  const since = performance.now();
  const hasStyles = () => getComputedStyle(document.documentElement).getPropertyValue("--page");
  while (!hasStyles() && performance.now() - since < LONGEST_UNSTYLED_MS) {
    await new Promise(requestAnimationFrame);
  }
}

// A copy, since the library writes into what it gets, with its texts in the reader's size.
function grown(text, times) {
  const letter = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const growth = (letter / USUAL_LETTER_PX) * times;
  const own = JSON.parse(text, (key, value) => {
    if (key === "ticklabelstandoff") return value * growth;
    return /font$/.test(key) ? { ...value, size: value.size * growth } : value;
  });
  own.layout.height *= growth;
  return own;
}

function onOneSheet(heightPx) {
  return Math.max(Math.min(heightPx, PAPER_HEIGHT_PX), heightPx * CLOSEST);
}

// Where that is still too high for a sheet, its letters are smaller by so much, too.
function timesOnPaper(heightPx) {
  return Math.min(PAPER_HEIGHT_PX / (heightPx * CLOSEST), 1);
}

// From the chart's upper edge to the end of the page, where presentation.css asks for it. A chart may be
// shown larger than it is drawn.
function onItsScreen(place, style, heightPx) {
  if (!style.getPropertyValue("--fills")) return heightPx;
  const screen = place.closest("[data-testid=stMain], #early");
  const { top, width } = place.getBoundingClientRect();
  const below = parseFloat(style.getPropertyValue("--fills"));
  const left = screen.getBoundingClientRect().bottom - screen.scrollTop - top - below;
  const room = (left * place.offsetWidth) / width;
  return Math.round(Math.min(Math.max(room, heightPx * CLOSEST), heightPx * FARTHEST));
}

// The figure in the theme's text colour and font, made to fit its width.
export function themed(place, { figure, text_color }, isOnPaper) {
  const style = getComputedStyle(place);
  const color = isOnPaper ? INK : style.getPropertyValue(TEXT_COLOR);
  const times = isOnPaper ? timesOnPaper(figure.layout.height) : 1;
  const own = grown(JSON.stringify(figure).replaceAll(text_color, color), times);
  // The library measures a text once for each font. A font that is nowhere has it measure again
  // where the reader has set letters or words further apart.
  own.layout.font.family = `${style.fontFamily}, "${style.letterSpacing} ${style.wordSpacing}"`;
  own.layout.width = isOnPaper ? PAPER_WIDTH_PX : place.clientWidth;
  if (isOnPaper) own.layout.height = onOneSheet(own.layout.height);
  fit(own, style);
  if (!isOnPaper) own.layout.height = onItsScreen(place, style, own.layout.height);
  return own;
}
