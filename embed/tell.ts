// Events on the element: they leave shadow roots, so that a page hears them wherever it listens.

import { bring } from "./scripts";
import type { ErrorDetail, EventMap } from "./types";

export const NAME = "service-level-calculator";

/** Says on the console, in one line, what went wrong and, where that comes, what to change. */
export function warn({ code, message }: Pick<ErrorDetail, "code" | "message">): void {
  const line = `${NAME}: ${code}: ${message}`;
  bring<typeof import("./advice")>(ADVISER).then(
    ({ advise }) => advise(line, code),
    () => console.warn(line),
  );
}

/** Raises an event; what goes wrong is also said to whoever builds the page. False: refused. */
export function tell<Name extends keyof EventMap>(
  element: HTMLElement,
  name: Name,
  detail: EventMap[Name]["detail"],
): boolean {
  if ("fatal" in detail) warn(detail);
  return element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
