// A button that brings a part of the inputs in the dock, from where the page names what stands there.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = () => {
    document.dispatchEvent(new CustomEvent("dock-brings", { detail: data.section }));
  };
}
