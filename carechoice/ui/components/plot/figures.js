// The figures that this browser has, by the names that the server gives them: none comes twice.

// A page has a few charts, and the next moves of a slider a few values.
const MOST = 128;
const figures = new Map();

export function keep({ name, figure }) {
  figures.delete(name);
  figures.set(name, figure);
  if (figures.size > MOST) figures.delete(figures.keys().next().value);
}

export function figureNamed(name) {
  return figures.get(name);
}
