// What a page sees and hears where there can be no calculator: the element's children, above them a
// sentence, and an event.

import { around, speaks } from "./language";
import { tell } from "./tell";
import type { ErrorCode } from "./types";

/** Says that the calculator cannot be shown. `said` is the language it was shown in, if it was. */
export function sorry(
  element: HTMLElement,
  root: ShadowRoot,
  code: ErrorCode,
  message: string,
  said?: string,
): void {
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "alert");
  const language = speaks(said, element.getAttribute("lang"), around(element)) ?? "en";
  sentence.append(`${PAGES[language]?.start_failed ?? ""} ${message}`);
  root.adoptedStyleSheets = []; // No room is kept for what does not come.
  root.replaceChildren(sentence, document.createElement("slot"));
  tell(element, "slc:error", { v: 1, code, message, fatal: true });
}
