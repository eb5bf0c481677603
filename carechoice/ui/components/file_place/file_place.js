// Says below a place for files that one did not come through.

const NOT_COME = "[data-testid=stFileChipIconError]";

export default function ({ data, parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  const place = document.querySelector(`.st-key-${data.field}`);

  // The element stays and its text changes: screen readers then speak it, once.
  function look() {
    const sentence = place.querySelector(NOT_COME) ? data.sentence : "";
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  const looking = new MutationObserver(look);
  looking.observe(place, { childList: true, subtree: true });
  look();
  return () => looking.disconnect();
}
