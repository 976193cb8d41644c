// The stable entry: one line for any site. It brings the element, puts one where the line itself
// says what is to be shown, and one into every marked `<div>`, also those that come later.

import { define } from "./element";
import { NAME } from "./tell";

const MARK = "data-service-level-calculator";

/** A calculator by the `data-` attributes of another element. */
function calculator({ dataset }: HTMLElement): HTMLElement {
  const made = document.createElement(NAME);
  for (const [name, value] of Object.entries(dataset)) {
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (`data-${attribute}` !== MARK) made.setAttribute(attribute, value ?? "");
  }
  return made;
}

/** Gives each marked element below one a calculator, which takes over its children. */
function fill(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>(`[${MARK}]`)) {
    if (place.querySelector(NAME)) continue;
    const made = calculator(place);
    made.append(...place.childNodes);
    place.append(made);
  }
}

/** The line itself. Some loaders run its text, or take it for a module: then the first one there is. */
const script = [document.currentScript, document.querySelector('script[src*="slc.js"]')].find(
  (line): line is HTMLScriptElement => !!(line as HTMLScriptElement | null)?.src,
);
if (script) {
  define((name) => import(new URL(name, script.src).href));
  if (Object.keys(script.dataset).length > 0) script.after(calculator(script));
  fill(document);
  // Also what is still to be read, and what a page puts in later.
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) fill(document);
  }).observe(document, { childList: true, subtree: true });
}
