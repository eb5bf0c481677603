"""What a drawn chart is asked in the browser: whether a text is cut, on another, or crossed."""

# Draws figures in cards of one width, one after the other, and tells of each what is wrong.
DRAWN_AND_ASKED = """
async ({ script, charts, width }) => {
  const { default: component } = await import(new URL(script, document.baseURI));
  const wrong = [];
  for (const [key, data] of Object.entries(charts)) {
    const card = document.createElement("div");
    card.style.cssText = `width: ${width}px; font-family: var(--st-font)`;
    card.innerHTML = "<div role=img></div><button>Save</button><div class=caption></div>";
    document.querySelector("[data-testid=stMain]").append(card);
    const picture = card.firstChild;
    const drawn = new Promise((over) => new MutationObserver(() => {
      if (picture.ariaBusy === "false") over();
    }).observe(picture, { attributeFilter: ["aria-busy"] }));
    const remove = component({ data, parentElement: card });
    await drawn;
    wrong.push(...faults(picture).map((fault) => `${key}: ${fault}`));
    remove();
    card.remove();
  }
  return wrong;

FAULTS
}
"""

# Boxes are shrunk by the air around letters. A line is asked piece by piece, where it runs.
FAULTS = """
  function faults(picture) {
    const all = (selector) => Array.from(picture.querySelectorAll(`.main-svg ${selector}`));
    const texts = all("text")
      .filter((text) => text.textContent.trim() && text.getBoundingClientRect().width)
      .map((text) => ({ name: text.textContent, ...shrunk(text.getBoundingClientRect()) }));
    const room = picture.getBoundingClientRect();
    const parts = all(".scatterlayer .point, .barlayer .point, .legendsymbols path")
      .map((part) => part.getBoundingClientRect());
    const pieces = all(".js-line, .shapelayer path, .gridlayer path, .errorbars path")
      .filter((path) => parseFloat(getComputedStyle(path).strokeWidth))
      .flatMap(piecesOf);
    return texts.flatMap((text, place) => [
      ...(isCut(text, room) ? [`${text.name} is cut`] : []),
      ...texts.slice(place + 1).filter((other) => meet(text, other))
        .map((other) => `${text.name} lies on ${other.name}`),
      ...(parts.some((part) => meet(text, part)) ? [`${text.name} lies on a mark or bar`] : []),
      ...(pieces.some((piece) => meet(text, piece)) ? [`a line crosses ${text.name}`] : []),
    ]);
  }

  function shrunk({ left, right, top, bottom }) {
    return { left: left + 1, right: right - 1, top: top + 2, bottom: bottom - 3 };
  }

  function isCut(text, room) {
    return text.left < room.left - 2 || text.right > room.right + 2
      || text.top < room.top - 3 || text.bottom > room.bottom + 3;
  }

  function meet(one, other) {
    return one.left < other.right && other.left < one.right
      && one.top < other.bottom && other.top < one.bottom;
  }

  // Lines of charts go straight across, up or down: each piece is a box without a width or height.
  function piecesOf(path) {
    const steps = path.getAttribute("d").matchAll(/([MLHVhv])(-?[\\d.e-]+)(?:,(-?[\\d.e-]+))?/g);
    const matrix = path.getScreenCTM();
    const pieces = [];
    let [x, y] = [0, 0];
    for (const [, step, first, second] of steps) {
      const from = new DOMPoint(x, y).matrixTransform(matrix);
      if (step === "V") y = +first;
      else if (step === "v") y += +first;
      else if (step === "h") x += +first;
      else x = +first;
      if (second !== undefined) y = +second;
      const to = new DOMPoint(x, y).matrixTransform(matrix);
      if (step !== "M") pieces.push({
        left: Math.min(from.x, to.x), right: Math.max(from.x, to.x) + 0.1,
        top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) + 0.1,
      });
    }
    return pieces;
  }
"""
DRAWN_AND_ASKED = DRAWN_AND_ASKED.replace("FAULTS", FAULTS)

# The same of the charts that the page shows.
ASKED = f"""
() => {{
  const pictures = Array.from(document.querySelectorAll("[class*=st-key-chart_] [role=img]"));
  return pictures.flatMap(faults);
{FAULTS}
}}
"""
