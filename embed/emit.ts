// Dispatches events on the element. They leave shadow roots, so that a page hears them wherever it listens.

import { bring } from "./scripts";
import type { ErrorDetail, EventMap } from "./types";

export const NAME = "service-level-calculator";

/** Logs what went wrong in one line, with advice where `advice.js` arrives. */
export function warn({ code, message }: Pick<ErrorDetail, "code" | "message">): void {
  const line = `${NAME}: ${code}: ${message}`;
  bring<typeof import("./advice")>(ADVISER).then(
    ({ advise }) => advise(line, code),
    () => console.warn(line),
  );
}

/** Dispatches an event; errors are also logged on the console. */
export function emit<Name extends keyof EventMap>(
  element: HTMLElement,
  name: Name,
  detail: EventMap[Name]["detail"],
): boolean {
  if ("fatal" in detail) warn(detail);
  return element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
