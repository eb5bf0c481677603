"""What a tab is asked in its own language: what it lacks, what it has drawn, where labels lie."""

# What Plotly has drawn: the shapes with where they stand, and the labels.
DRAWN = """
(key) => Array.from(
  document.querySelectorAll(`.st-key-chart_${key} :is(.main-svg path, .main-svg text)`),
  (shape) => [shape.getAttribute("d"), shape.getAttribute("transform"), shape.textContent].join(),
).join("|")
"""
DRAWN_ANEW = f"([key, before]) => ({DRAWN.strip()})(key) !== before"

PAINTED = """
() => new Promise((over) => requestAnimationFrame(() => requestAnimationFrame(over)))
"""
SCROLLED_TO = f"""
(part) => {{
  part.scrollIntoView({{ block: "center", behavior: "instant" }});
  return ({PAINTED.strip()})();
}}
"""

# Nothing glides from one colour or place to another.
STILL = """
() => document.getAnimations().every((each) =>
  each.playState !== "running" || each.effect.getComputedTiming().endTime === Infinity)
"""

# The page says each time that its address hands on what it shows; noted here is with which query.
NOTES_ITS_ADDRESS = """
document.addEventListener("scenario-shown", () => { window.handsOn = location.search; });
"""

# How often the page has told the server something, and how much of it the server has answered with
# a first word, which the page has taken. Until then nothing on the page says that a run is to come.
NOTES_ITS_MESSAGES = f"""
(() => {{
  const tell = WebSocket.prototype.send;
  const lines = new WeakSet();
  window.told = window.heardOf = 0;
  const hear = async () => {{
    const {{ told }} = window;
    await ({PAINTED.strip()})();
    window.heardOf = Math.max(window.heardOf, told);
  }};
  WebSocket.prototype.send = function (message) {{
    if (!lines.has(this)) this.addEventListener("message", hear);
    lines.add(this);
    window.told += 1;
    tell.call(this, message);
  }};
}})()
"""

# What a page lacks first, as words. It is asked in the page at each frame, so that nobody
# waits for the next look from outside. Our components stand in shadows, which it looks into.
MISSING = """
([drawnToItsEnd, lastSentence]) => {
  const none = (selector) => document.querySelector(selector) === null;
  const shown = (part) => part.checkVisibility({ visibilityProperty: true });
  const said = (part) => part.textContent.trim();
  const sliders = () => Array.from(
    document.querySelectorAll("[class*=_slider] > .stBidiComponent"),
    (room) => room.querySelector("[data-testid=stBidiComponentIsolated]")
      ?.shadowRoot?.querySelector(".slider"),
  );
  const folds = () => Array.from(document.querySelectorAll("details"));
  const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity
    && animation.playState === "running";
  const rest = {
    "the server's first word": () => window.heardOf === window.told,
    "the server's answer": () =>
      !none("[data-testid=stApp][data-test-script-state=notRunning]"),
    // A moved slider tells the server only once the person pauses.
    "a slider that has told the server of its move": () =>
      sliders().every((slider) => !slider?.matches("[data-moves]")),
  };
  const drawn = {
    // The first run writes into it what the link has left open, and the next page all of it again.
    "an address that hands on what is shown": () => window.handsOn === location.search,
    "the last sentence": () =>
      Array.from(document.querySelectorAll("[data-testid=stMain] p"))
        .some((part) => said(part) === lastSentence && shown(part)),
    "a picture in each chart": () => none("[class*=st-key-chart_]:not(:has(.main-svg))"),
    "charts that stand": () => none("[class*=st-key-chart_] [aria-busy=true]"),
    // Some of the framework's parts come in a file of their own, and grey until it is there.
    "what stands where it is grey": () => none("[data-testid=stSkeleton]"),
    // A page without charts is drawn before its sliders have their words.
    "a slider's words": () =>
      sliders().every((slider) => slider?.querySelector(".field[aria-label]")),
    // A fold opens and closes in steps, and what stands below it moves with them.
    "a fold that stands": () =>
      folds().every((fold) => !fold.getAnimations({ subtree: true }).some(ends)),
  };
  // No further than to the first that is missing: the page is drawing, and should not wait for us.
  return Object.entries({ ...rest, ...(drawnToItsEnd && drawn) })
    .find(([, isThere]) => !isThere())?.[0];
}
"""
NOTHING_MISSING = f"(what) => ({MISSING.strip()})(what) === undefined"

# Controls whose name does not hold what is read on them, so that nobody who speaks to a device can
# call them by it (WCAG 2.2, 2.5.3). A sign without a letter is a picture and no word.
CALLED_OTHERWISE = """
() => {
  const within = (root) => Array.from(root.querySelectorAll("*"))
    .flatMap((part) => [part, ...(part.shadowRoot ? within(part.shadowRoot) : [])]);
  const bare = (text) => (text ?? "").replace(/\\s+/g, " ").trim().toLowerCase();
  const named = (part) => part.hasAttribute("aria-labelledby")
    ? part.getAttribute("aria-labelledby").split(" ")
      .map((id) => part.getRootNode().getElementById(id)?.textContent).join(" ")
    : part.getAttribute("aria-label");
  const read = (part) => part.labels?.length
    ? Array.from(part.labels, (label) => label.innerText).join(" ") : part.innerText;
  return within(document)
    .filter((part) => part.matches("a, button, input, select, summary, textarea, [role=button]"))
    .filter((part) => part.checkVisibility() && named(part))
    .map((part) => ({ name: bare(named(part)), text: bare(read(part)) }))
    .filter(({ name, text }) => /\\p{L}/u.test(text) && !name.includes(text))
    .map(({ name, text }) => `${text} is called ${name}`);
}
"""

# Opens what is closed and in view, and says how many that were.
CLOSED = "details:not([open])"
UNFOLDED = f"""
() => {{
  const closed = Array.from(document.querySelectorAll("{CLOSED}"))
    .filter((fold) => fold.checkVisibility());
  for (const fold of closed) fold.querySelector("summary").click();
  return closed.length;
}}
"""
# Each picture is as wide as the room it has.
CHARTS_FIT = """
() => Array.from(document.querySelectorAll("[class*=st-key-chart_] [role=img]")).every((room) => {
  const picture = room.querySelector(".main-svg");
  return picture && Math.abs(picture.getBoundingClientRect().width - room.clientWidth) <= 1;
})
"""

# Each picture has words in the colour of the page's text, which it takes after the page does.
CHARTS_IN_INK = """
() => {
  const ink = getComputedStyle(document.querySelector("[data-testid=stApp]")).color;
  return Array.from(document.querySelectorAll("[class*=st-key-chart_] [role=img]"))
    .every((picture) => picture.ariaBusy === "false"
      && Array.from(picture.querySelectorAll(".main-svg text"))
        .some((words) => getComputedStyle(words).fill === ink));
}
"""

# Labels of a chart that lie on another or on a mark, by more than the air around their letters.
TOUCHING = """
() => Array.from(document.querySelectorAll("[class*=st-key-chart_]")).flatMap((chart) => {
  const shrunk = (part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const text = part.textContent;
    return { text, left: left + 2, right: right - 2, top: top + 2, bottom: bottom - 2 };
  };
  const all = (selector) => Array.from(chart.querySelectorAll(selector), shrunk);
  const labels = all(".annotation-text");
  const marks = all(".scatterlayer .point");
  return labels.flatMap((label, index) => [...labels.slice(index + 1), ...marks]
    .filter((other) => label.left < other.right && other.left < label.right
      && label.top < other.bottom && other.top < label.bottom)
    .map((other) => [label.text, other.text]));
})
"""

# Labels that a chart cuts off at its edge.
OUTSIDE_CHART = """
() => Array.from(document.querySelectorAll(".main-svg text"))
  .filter((label) => {
    const box = label.getBoundingClientRect();
    const chart = label.closest("[role=img]").getBoundingClientRect();
    return box.right > chart.right + 1 || box.left < chart.left - 1;
  })
  .map((label) => label.textContent)
"""

# Also inside our components, which the page does not look into.
INPUTS = """
() => {
  const main = document.querySelector("[data-testid=stMain]");
  const shadows = Array.from(main.querySelectorAll("*"), (part) => part.shadowRoot);
  const inputs = [main, ...shadows.filter(Boolean)]
    .flatMap((root) => Array.from(root.querySelectorAll("input")));
  return Object.fromEntries(inputs.map((input) => [
    input.ariaLabel ?? input.labels[0].textContent,
    input.type === "checkbox" ? input.checked : input.value,
  ]));
}
"""
