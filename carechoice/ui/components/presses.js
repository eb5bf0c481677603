// What the server is told of by a press, and nothing else is.

export const PAGE_LINK = "a[data-testid^=stPageLink]";

export const PRESSED = [
  "[data-testid=stButton] button",
  "[data-testid=stFormSubmitButton] button",
  PAGE_LINK,
].join();

// A link that opens beside the page changes nothing of it.
export function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }) {
  return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
}
