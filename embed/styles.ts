// The style sheets of the calculator: one object for all calculators of a document.

import { once, text } from "./files";
import { NAME } from "./tell";

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

/** What the first answer does without: the rest of the first screen, and what opens on demand. */
const LATER = ["screen.css", "later.css"];

/** Gives a shadow root the sheet that the first answer needs, and soon after the other ones. */
export async function adopt(root: ShadowRoot): Promise<void> {
  const document = root.ownerDocument;
  // The element's own sheet, which keeps its room, stays; the order is that of the cascade.
  const all = [root.adoptedStyleSheets[0], await sheet(document, "style.css")];
  const show = () => {
    // Meanwhile the element may have gone to another document.
    if (root.ownerDocument === document) root.adoptedStyleSheets = all.filter((one) => !!one);
  };
  show();
  LATER.forEach((name, at) =>
    sheet(document, name).then(
      (later) => {
        all[2 + at] = later;
        show();
      },
      (error) => console.warn(`${NAME}: ${error.message}`),
    ),
  );
}
