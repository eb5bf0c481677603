// The texts of a chart in lines that it has room for, measured as they will be drawn.

const TAGS = /<\/?b>/g;
// Beside a name in the key its line or mark takes room, beside a label the margins of the chart.
const BESIDE_NAME_PX = 50;
const BESIDE_LABEL_PX = 18;
const LINE_EM = 1.3;
// What stands at an axis is as wide as so many zeros, with a gap to the next: a date at most this.
const DATE_LETTERS = 8;
const BETWEEN_TICKS_PX = 12;
// A label has a part of its row, the bar below it the rest: how much higher rows get for a line.
const ROWS_A_LINE = 1.7;
const pen = document.createElement("canvas").getContext("2d");

// Paragraphs in lines that fit; a word that fits on no line stands alone. A long word may break
// where it has a space without width.
export function wrapped(paragraphs, fits) {
  const lines = [];
  for (const paragraph of paragraphs) {
    let line = "";
    for (const word of paragraph.split(/(?<=[ \u200b])/)) {
      if (line && !fits((line + word).trimEnd())) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += word;
    }
    lines.push(line);
  }
  return lines;
}

// All letters count as bold ones, which take the most room. The reader may have set them apart.
function widths(size, { fontFamily, letterSpacing, wordSpacing }) {
  const letter = parseFloat(letterSpacing) || 0;
  const gap = parseFloat(wordSpacing) || 0;
  return (line) => {
    const text = line.replaceAll(TAGS, "");
    pen.font = `bold ${size}px ${fontFamily}`;
    return pen.measureText(text).width + text.length * letter + text.split(" ").length * gap;
  };
}

function inLines(text, room, width) {
  return wrapped(text.split("<br>"), (line) => width(line) <= room);
}

// How many letters the longest date or number at an axis has; as many as a date where the library
// finds the range.
function tickLetters({ type, range, tickprefix = "" }) {
  if (type === "date" || !range) return DATE_LETTERS;
  return (tickprefix + Math.round(range[1]).toLocaleString("en")).length;
}

// Breaks the names in the key and the labels where the chart's width asks for it. Labels stand
// above rows of bars: where they take more lines than planned, the chart gets higher.
export function fit({ data, layout }, style) {
  const { annotations = [], font, legend, width } = layout;
  const nameWidth = widths(legend?.font.size, style);
  const labelWidth = widths(font.size, style);
  for (const trace of legend ? data.filter(({ name }) => name) : []) {
    const lines = inLines(trace.name, width - BESIDE_NAME_PX, nameWidth);
    trace.name = lines.join("<br>");
    layout.height += Math.round((lines.length - 1) * legend.font.size * LINE_EM);
  }
  // As many as stand side by side: the library would turn them.
  const tickWidth = widths(layout.xaxis.tickfont.size, style);
  const tick = tickWidth("0".repeat(tickLetters(layout.xaxis))) + BETWEEN_TICKS_PX;
  const ticks = Math.floor(width / tick);
  layout.xaxis.nticks = Math.min(layout.xaxis.nticks ?? 0, Math.max(2, ticks));
  let more = 0;
  for (const label of annotations) {
    const planned = label.text.split("<br>").length;
    const lines = inLines(label.text, width - BESIDE_LABEL_PX, labelWidth);
    more = Math.max(more, lines.length - planned);
    label.text = lines.join("<br>");
  }
  layout.height += Math.round(more * font.size * LINE_EM * ROWS_A_LINE * annotations.length);
}
