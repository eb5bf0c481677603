// Pictures of the early page, which the live page takes over instead of drawing them again.

// What has a picture to give, as long as the early page stands.
const givers = new Set();

export function offer(gallery) {
  givers.add(gallery);
}

export function withdraw(gallery) {
  givers.delete(gallery);
}

// The picture of a figure, given as text, where the early page shows it; a copy of it stays there.
export function takenOver(text) {
  const giver = [...givers].find(({ shown }) => shown === text);
  return giver?.give();
}
