// Says what goes on. The element stays and its text changes: screen readers then speak it, once.
export default function ({ data, parentElement }) {
  const line = parentElement.querySelector("[role=status]");
  if (line.textContent !== data.sentence) line.textContent = data.sentence;
}
