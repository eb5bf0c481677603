// Saves a chart as a picture that can stand alone: its title, the drawing, what it shows, its date.
//
// A file of its own, which a browser fetches when the first chart is saved: what a component brings
// is sent again at every move of a slider. The chart in the page is left alone; a copy is drawn.

import { wrapped } from "./labels.js";

// A picture is read on slides and in records: as sharp as they need it, on white.
const SCALE = 2;
const MARGIN_PX = 24;
const PAPER = "#FFFFFF";
// A font that is on every machine: the page's own is not there while a picture is made.
const FONT = "Arial, Helvetica, sans-serif";
// The least room beside the axes: a wider font must not lose the label at an axis's end.
const SIDE_PX = 20;
const TITLE = { font: `600 20px ${FONT}`, line_px: 28 };
const CAPTION = { font: `14px ${FONT}`, line_px: 21 };
const FOOT = { font: `12px ${FONT}`, line_px: 18 };
const GAP_PX = 12;

// Text as a part of the picture, with the height it takes.
function written(pen, text, style, width) {
  pen.font = style.font;
  const paragraphs = text.split("\n").filter(Boolean);
  const lines = wrapped(paragraphs, (line) => pen.measureText(line).width <= width);
  const draw = (left, top) => {
    pen.font = style.font;
    lines.forEach((line, row) => pen.fillText(line, left, top + row * style.line_px));
  };
  return { height: lines.length * style.line_px, draw };
}

async function drawn(Plotly, pen, { data, layout }) {
  const { width, height } = layout;
  const font = { ...layout.font, family: FONT };
  const margin = { ...layout.margin, l: SIDE_PX, r: SIDE_PX };
  const copy = { data, layout: { ...layout, font, margin, paper_bgcolor: PAPER } };
  const image = new Image();
  image.src = await Plotly.toImage(copy, { format: "png", scale: SCALE, width, height });
  await image.decode();
  return { height, draw: (left, top) => pen.drawImage(image, left, top, width, height) };
}

// Setting a canvas's size empties it and forgets how its pen was set.
function prepared(canvas, pen, { width, height, color }) {
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = color;
  pen.textBaseline = "top";
}

function handOver(address, file) {
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
}

export async function save(Plotly, figure, { title, caption, foot, file }) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const { width, font } = figure.layout;
  const parts = [
    written(pen, title, TITLE, width),
    await drawn(Plotly, pen, figure),
    written(pen, caption, CAPTION, width),
    written(pen, foot, FOOT, width),
  ];
  const height = parts.reduce((sum, part) => sum + part.height + GAP_PX, 2 * MARGIN_PX - GAP_PX);
  prepared(canvas, pen, { width: width + 2 * MARGIN_PX, height, color: font.color });
  let top = MARGIN_PX;
  for (const part of parts) {
    part.draw(MARGIN_PX, top);
    top += part.height + GAP_PX;
  }
  handOver(canvas.toDataURL("image/png"), file);
}
