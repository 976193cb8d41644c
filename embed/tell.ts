// Events on the element: they leave shadow roots, so that a page hears them wherever it listens.

import type { EventMap } from "./types";

export const NAME = "service-level-calculator";

/** Events of which a page can make something else. */
const CANCELABLE = ["slc:lead", "slc:share"];

/** Raises an event; what goes wrong is also said to whoever builds the page. False: refused. */
export function tell<Name extends keyof EventMap>(
  element: HTMLElement,
  name: Name,
  detail: EventMap[Name]["detail"],
): boolean {
  if ("fatal" in detail) console.warn(`${NAME}: ${detail.code}: ${detail.message}`);
  const cancelable = CANCELABLE.includes(name);
  return element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
