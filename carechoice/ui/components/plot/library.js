// The library that draws charts.

// Browsers fetch and run a module once, however often it is asked for.
export async function load(address) {
  await import(new URL(address, document.baseURI));
  return globalThis.Plotly;
}
