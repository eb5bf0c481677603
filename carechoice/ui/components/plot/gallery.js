// The pictures of one chart: the one in its place, and others that the next moves may ask for.
//
// Each is a drawing of its own by the library, so it answers a pointer as soon as it stands in the
// place, and looks the same whatever was shown before it. The others are not in the page: nobody
// hears them, finds them or prints them.

import { changeTo } from "./glide.js";

const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false };
// A slider that goes to and fro over its whole scale finds them all again; more would fill memory.
const MOST = 32;

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

  // The picture of this figure in its place, drawn now if it does not stand ready.
  show(figure) {
    const text = JSON.stringify(figure);
    if (text === this.shown) return;
    if (look(figure) !== this.look) this.empty();
    this.look = look(figure);
    this.place.style.setProperty("--height", `${figure.layout.height}px`);
    const change = () => this.hang(text, figure);
    if (this.shown) changeTo(this.place, change);
    else change();
    this.shown = text;
  }

  hang(text, figure) {
    const ready = this.pictures.get(text);
    const root = ready?.root ?? document.createElement("div");
    this.place.replaceChildren(root);
    if (ready) this.keep(text, ready);
    else {
      this.place.ariaBusy = "true";
      this.keep(text, this.drawn(root, figure)).standing.then(() => (this.place.ariaBusy = "false"));
    }
  }

  // Draws a picture that may be asked for, out of sight in a room that is like the place.
  prepare(figure) {
    const text = JSON.stringify(figure);
    if (this.pictures.has(text) || look(figure) !== this.look) return;
    const room = this.place.cloneNode();
    room.classList.add("unseen");
    const root = room.appendChild(document.createElement("div"));
    this.place.parentElement.append(room);
    this.keep(text, this.drawn(root, figure));
    room.remove();
  }

  // The picture, and when it stands: the library goes on after it has returned.
  drawn(root, { data, layout }) {
    return { root, standing: this.Plotly.newPlot(root, data, layout, CONFIG) };
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
