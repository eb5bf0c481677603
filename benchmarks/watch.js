// What a page shows, frame by frame. Runs in each of the compared pages before their own scripts.
//
// A timer set in an animation frame fires once that frame is painted.

window.bench = (() => {
  const CHARTS = 3;
  // Longer than a first visit on a slow line takes.
  const PATIENCE_MS = 120000;
  // On our page the answer in words counts as well; the others have none.
  const ANSWER = ".st-key-answer";

  const textOf = (part) => part.textContent;
  // Our page is drawn out of sight first.
  const isSeen = (part) => part.checkVisibility({ visibilityProperty: true });
  // Ours shows some before it is live.
  const EARLY = "#early .chart";
  const LIVE = ".js-plotly-plot:not(#early *)";
  const charts = () => [...document.querySelectorAll(LIVE)].filter(isSeen).map(textOf);
  const shown = () => [...charts(), ...[...document.querySelectorAll(ANSWER)].map(textOf)];
  const valueOf = (slider) => slider.valueAsNumber ?? Number(slider.ariaValueNow);

  // The time of the first frame from now on in which it is so.
  const firstFrame = (isSo, patience = PATIENCE_MS) =>
    new Promise((resolve, reject) => {
      const begin = performance.now();
      const look = () => {
        if (isSo()) setTimeout(() => resolve(performance.now()));
        else if (performance.now() - begin > patience) reject(Error("not seen in time"));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  // The last of each kind of event, by the browser's own clock.
  const last = {};
  for (const kind of ["keydown", "pointermove", "pointerup"]) {
    addEventListener(kind, (event) => (last[kind] = event.timeStamp), true);
  }

  // Milliseconds from the last key press to the frame in which what is shown is as it should be.
  const painted = async (isSo) => (await firstFrame(() => isSo(shown()))) - last.keydown;
  const alike = (old) => (texts) =>
    texts.length === old.length && texts.every((text, index) => text === old[index]);
  const allOther = (old) => (texts) =>
    texts.length === old.length && texts.every((text, index) => text !== old[index]);

  // Every frame until `stop()`: its time, the slider's value, and what is shown.
  let frames = [];
  let isOn = false;
  const record = (slider) => {
    frames = [];
    isOn = true;
    const look = () => {
      const [value, texts] = [valueOf(slider), shown()];
      setTimeout(() => frames.push({ at: performance.now(), value, texts }));
      if (isOn) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  const stop = () => {
    isOn = false;
    return { frames, moved: last.pointermove, released: last.pointerup };
  };

  const isDrawn = () => charts().filter((text) => text.trim()).length === CHARTS;
  const hasCharts = () => {
    const early = [...document.querySelectorAll(EARLY)];
    const isReadable = (place) => place.querySelector(".main-svg")?.textContent.trim();
    return early.length ? early.every(isReadable) : isLive();
  };
  // On our page the answer stands in the same HTML.
  const hasTitle = () => document.querySelector("h1")?.textContent;
  // Our page is whole once what stands over it until then is gone.
  const isLive = () =>
    document.querySelector(".st-key-answer p") && !document.getElementById("early");
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value;
  }).observe({ type: "layout-shift", buffered: true });
  // By interaction, the longest from an event to the frame that shows what came of it.
  const interactions = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId: id, duration } of list.getEntries()) {
      if (id) interactions.set(id, Math.max(duration, interactions.get(id) ?? 0));
    }
  }).observe({ type: "event", buffered: true, durationThreshold: 16 });
  // Asked for later, or by nobody.
  const quietly = (promise) => (promise.catch(() => {}), promise);

  return {
    shown,
    valueOf,
    record,
    stop,
    expectOther: (old) => (window.painted = painted(allOther(old))),
    expectAnyOther: (old) => (window.painted = painted((texts) => !alike(old)(texts))),
    expect: (texts) => (window.painted = painted(alike(texts))),
    chartsAt: quietly(firstFrame(isDrawn)),
    readableAt: quietly(firstFrame(hasCharts)),
    liveAt: quietly(firstFrame(isLive)),
    shift: () => shift,
    slowestInteraction: () => Math.max(0, ...interactions.values()),
    titleAt: quietly(firstFrame(hasTitle)),
  };
})();
