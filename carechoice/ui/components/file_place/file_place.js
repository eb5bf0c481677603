// Says below a place for files that one did not come through.

const NOT_COME = "[data-testid=stFileChip][aria-invalid=true]";
const NAME = "[data-testid=stFileChipName]";

export default function ({ data, parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  const place = document.querySelector(`.st-key-${data.field}`);

  function isOtherKind(chip) {
    const name = chip.querySelector(NAME).title.toLowerCase();
    return data.ending && !name.endsWith(`.${data.ending}`);
  }

  function told() {
    const notCome = [...place.querySelectorAll(NOT_COME)];
    if (notCome.some(isOtherKind)) return data.otherKind;
    return notCome.length ? data.sentence : "";
  }

  // The element stays and its text changes: screen readers then speak it, once.
  function look() {
    const sentence = told();
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  const looking = new MutationObserver(look);
  looking.observe(place, { childList: true, subtree: true });
  look();
  return () => looking.disconnect();
}
