// Screen readers speak a status line when its text changes, so the element stays.
export default function ({ data, parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  if (status.textContent !== data.sentence) status.textContent = data.sentence;
}
