// Builds and patches elements. Text is only ever set as text: callers' words are not to be trusted.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

/** An element: h("p", {class: "x", onclick: f}, "text", otherElement). */
export const h = (tag, props, ...children) => fill(document.createElement(tag), props, children);

/** An SVG element. */
export const s = (tag, props, ...children) =>
  fill(document.createElementNS(SVG, tag), props, children);

export const byId = (id) => document.getElementById(id);

/** Sets an element's text when it differs, so that screen readers are not told again. */
export function text(element, value) {
  if (element.textContent !== value) element.textContent = value;
}

/**
 * Makes parent's children match items: a child is made anew only when its item's key or signature
 * changed, so that focus, open details and selections stay.
 */
export function keyed(parent, items, keyOf, make) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let before = null;
  for (const item of items) {
    const key = String(keyOf(item));
    const sign = JSON.stringify(item);
    let child = old.get(key);
    old.delete(key);
    if (!child || child.dataset.sign !== sign) {
      const open = child?.querySelector("details")?.open;
      const focused = child && child.contains(document.activeElement);
      const fresh = make(item);
      fresh.dataset.key = key;
      fresh.dataset.sign = sign;
      if (open) fresh.querySelector("details")?.setAttribute("open", "");
      if (child) child.replaceWith(fresh);
      child = fresh;
      if (focused) (child.querySelector("button, summary") ?? child).focus();
    }
    const place = before ? before.nextSibling : parent.firstChild;
    if (child !== place) parent.insertBefore(child, place);
    before = child;
  }
  for (const gone of old.values()) gone.remove();
}
