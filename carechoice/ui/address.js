// Puts the scenario into the address, without a step for the back button, and says that the page
// shows it: live sliders wait for that before they send more.

// Parameters of the framework itself (embed, embed_options) stay.
function ofFramework([name]) {
  return name.startsWith("embed");
}

export default function ({ data }) {
  // A session that does not know the visit (visit.js) shows another scenario than the person's.
  const arrives = new CustomEvent("scenario-arrives", { detail: data, cancelable: true });
  if (!document.dispatchEvent(arrives)) return;
  const kept = [...new URLSearchParams(location.search)].filter(ofFramework);
  const query = new URLSearchParams([...data.query, ...kept]).toString();
  const search = query && `?${query}`;
  if (search !== location.search) {
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  }
  document.dispatchEvent(new CustomEvent("scenario-shown", { detail: data }));
}
