// A number as people type it, by the rules of carechoice/inputs/typed_number.py, which say why.

const POINT = /^-?(?:(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:\.\d+)?|\.\d+)$/;
const COMMA = /^-?(?:(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,\d{1,2})?|,\d{1,2})$/;

// Without the marks of the input's unit: those of the forms with {n}, like ${n}, {n} hours or {n} dollars.
function bare(typed, forms) {
  let text = typed.replace(/\s/g, " ").trim().toLowerCase();
  for (const form of forms) {
    const [before, after] = form.toLowerCase().split("{n}").map((mark) => mark.trim());
    if ((before || after) && text.startsWith(before) && text.endsWith(after)) {
      text = text.slice(before.length, text.length - after.length).trim();
    }
  }
  return text;
}

// Nothing typed is no number (NaN); what can be read in two ways, or in none, is undefined.
export function readNumber(typed, forms) {
  const text = bare(typed, forms);
  if (!text) return NaN;
  const readings = new Set();
  if (POINT.test(text)) readings.add(Number(text.replace(/[, ]/g, "")));
  if (COMMA.test(text)) readings.add(Number(text.replace(/[. ]/g, "").replace(",", ".")));
  return readings.size === 1 ? [...readings][0] : undefined;
}
