// A component with the style and markup that its script brings along: the framework would send them
// again with every change of the component.

export function dressed({ default: component, look }) {
  const known = new WeakSet();
  return (part) => {
    const root = part.parentElement;
    if (!known.has(root)) root.append(document.createRange().createContextualFragment(look));
    known.add(root);
    return component(part);
  };
}
