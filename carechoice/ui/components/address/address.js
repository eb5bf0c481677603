// Puts the scenario into the address, without a step for the back button, and says that the page
// shows it: live sliders wait for that before they send more.

// Parameters of the framework itself (embed, embed_options) stay.
function ofFramework([name]) {
  return name.startsWith("embed");
}

// What stands behind the path of an address that shows this query.
export function searchOf(query) {
  const kept = [...new URLSearchParams(location.search)].filter(ofFramework);
  const text = new URLSearchParams([...query, ...kept]).toString();
  return text && `?${text}`;
}

// What the page shows, once it has said so.
export let shown;

// A session that does not know the visit shows another scenario than the person's (visit.js).
function isOfThisVisit(detail) {
  const arrives = new CustomEvent("scenario-arrives", { detail, cancelable: true });
  return document.dispatchEvent(arrives);
}

document.addEventListener("visit-begins", () => shown && isOfThisVisit(shown));

export default function ({ data }) {
  if (!isOfThisVisit(data)) return;
  shown = data;
  const search = searchOf(data.query);
  if (search !== location.search) {
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  }
  document.dispatchEvent(new CustomEvent("scenario-shown", { detail: data }));
}
