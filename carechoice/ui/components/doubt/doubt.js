// Says below an input what is doubtful about it, and has screen readers say it with the input.
export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".input-doubt");
  place.id = `doubt-${data.field}`;
  if (place.textContent !== data.sentence) place.textContent = data.sentence;
  const inputs = document.querySelectorAll(`.st-key-${data.field} :is(input, [role=combobox])`);
  for (const input of inputs) input.setAttribute("aria-describedby", place.id);
}
