// The pictures of one chart: the one in its place, and others that the next moves may ask for.
//
// Each is a drawing of its own by the library, so it answers a pointer as soon as it stands in the
// place, and looks the same whatever was shown before it. The others are not in the page: nobody
// hears them, finds them or prints them.

import { changeTo } from "./glide.js";
import { takenOver } from "./handover.js";
import { Pointing } from "./pointing.js";

const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false };
// A slider that goes to and fro over its whole scale finds them all again; more would fill memory.
const MOST = 32;

// How long the picture took that was drawn last.
let drawnInMs = 0;

// What a picture has from the page and not from its numbers. Where it changes, none fits any more.
function look({ layout: { width, font } }) {
  return JSON.stringify([width, font]);
}

export class Gallery {
  constructor(place, Plotly) {
    this.place = place;
    this.Plotly = Plotly;
    // By the figure as text; what was asked for last comes last.
    this.pictures = new Map();
  }

  // The picture of a figure, given as text, in its place; drawn now if it does not stand ready.
  show(text) {
    if (text === this.shown) return;
    const change = () => this.hang(text);
    if (this.shown) changeTo(this.place, change);
    else change();
    this.shown = text;
  }

  // How long it will take to show a figure, as far as anyone knows.
  takesMs(text) {
    return text === this.shown || this.pictures.has(text) ? 0 : drawnInMs;
  }

  hang(text) {
    const ready = this.pictures.get(text) ?? this.takenOver(text);
    const root = ready?.root ?? document.createElement("div");
    const pointedAt = this.endPointing();
    this.place.replaceChildren(root);
    const picture = this.keep(text, ready ?? this.drawnInPlace(root, JSON.parse(text)));
    this.place.style.setProperty("--height", `${picture.height}px`);
    picture.pointing.pointAt(pointedAt);
  }

  takenOver(text) {
    const picture = takenOver(text);
    if (!picture) return;
    this.seeIn(JSON.parse(text));
    this.place.ariaBusy = "false";
    return picture;
  }

  // The picture in the place, for another gallery; a copy of how it looks stays.
  give() {
    this.endPointing();
    const picture = this.pictures.get(this.shown);
    this.pictures.delete(this.shown);
    this.shown = undefined;
    this.place.replaceChildren(picture.root.cloneNode(true));
    return picture;
  }

  // What was pointed at in the picture that is shown.
  endPointing() {
    return this.pictures.get(this.shown)?.pointing.end() ?? [];
  }

  drawnInPlace(root, figure) {
    this.seeIn(figure);
    this.place.ariaBusy = "true";
    const picture = this.drawn(root, figure);
    picture.standing.then(() => (this.place.ariaBusy = "false"));
    return picture;
  }

  // Pictures in another look do not fit any more.
  seeIn(figure) {
    if (look(figure) !== this.look) this.empty();
    this.look = look(figure);
  }

  // Draws a picture that may be asked for, out of sight in a room that is like the place.
  prepare(text) {
    if (this.pictures.has(text)) return;
    const figure = JSON.parse(text);
    if (look(figure) !== this.look) return;
    const room = this.place.cloneNode();
    room.classList.add("unseen");
    const root = room.appendChild(document.createElement("div"));
    this.place.parentElement.append(room);
    this.keep(text, this.drawn(root, figure));
    room.remove();
  }

  // The picture, and when it stands: the library goes on after it has returned.
  drawn(root, { data, layout }) {
    const since = performance.now();
    const standing = this.Plotly.newPlot(root, data, layout, CONFIG);
    drawnInMs = performance.now() - since;
    return { root, standing, height: layout.height, pointing: new Pointing(root, this.Plotly) };
  }

  keep(text, picture) {
    this.pictures.delete(text);
    this.pictures.set(text, picture);
    const others = [...this.pictures.keys()].filter((each) => each !== this.shown);
    for (const oldest of others.slice(0, -MOST)) this.discard(oldest);
    return picture;
  }

  empty() {
    for (const text of [...this.pictures.keys()]) this.discard(text);
  }

  // What the library still draws into must not be taken from it.
  discard(text) {
    const { root, standing } = this.pictures.get(text);
    this.pictures.delete(text);
    standing.then(() => this.Plotly.purge(root));
  }
}
