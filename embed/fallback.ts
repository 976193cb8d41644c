// Shows the element's children and a sentence above them where there can be no calculator.

import { emit } from "./emit";
import { languageAround, speaks } from "./language";
import type { ErrorCode } from "./types";

/** Says that the calculator cannot be shown. `shown` is the language in which it was shown, if it was. */
export function showFallback(
  element: HTMLElement,
  root: ShadowRoot,
  code: ErrorCode,
  message: string,
  shown?: string,
): void {
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "alert");
  const language = speaks(shown, element.getAttribute("lang"), languageAround(element)) ?? "en";
  sentence.append(`${PAGES[language]?.start_failed ?? ""} ${message}`);
  root.adoptedStyleSheets = []; // No room is reserved for a calculator that does not come.
  root.replaceChildren(sentence, document.createElement("slot"));
  emit(element, "slc:error", { v: 1, code, message, fatal: true });
}
