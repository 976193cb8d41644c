// The style sheets of the calculator: one object for all calculators of a document.

import { once, text } from "./files";
import { NAME } from "./emit";

const sheets = new Map<string, Promise<CSSStyleSheet>>();
let documents = 0;
const numbers = new WeakMap<Document, number>();

/** A sheet belongs to the document that it was made for. */
function numberOf(document: Document): number {
  const number = numbers.get(document) ?? ++documents;
  numbers.set(document, number);
  return number;
}

/** A sheet for a document, made once. */
export const sheet = (document: Document, name: string): Promise<CSSStyleSheet> =>
  once(sheets, `${numberOf(document)} ${name}`, async () => {
    const css = await text(name);
    const { CSSStyleSheet } = document.defaultView ?? window;
    const made = new CSSStyleSheet();
    made.replaceSync(css); // At once: what comes with the same file is drawn next.
    return made;
  });

/** Gives a shadow root the sheet that the first answer needs, and soon after that of the rest. */
export async function adopt(root: ShadowRoot): Promise<void> {
  const document = root.ownerDocument;
  // The element's own sheet, which keeps its room, stays.
  const first = [...root.adoptedStyleSheets.slice(0, 1), await sheet(document, "style.css")];
  const show = (...sheets: CSSStyleSheet[]) => {
    // Meanwhile the element may have gone to another document.
    if (root.ownerDocument === document) root.adoptedStyleSheets = [...first, ...sheets];
  };
  show();
  sheet(document, "rest.css").then(show, (error) => console.warn(`${NAME}: ${error.message}`));
}
