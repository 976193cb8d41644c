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

const sheet = (document: Document, name: string): Promise<CSSStyleSheet> =>
  once(sheets, `${numberOf(document)} ${name}`, async () => {
    const css = await text(name);
    const { CSSStyleSheet } = document.defaultView ?? window;
    return new CSSStyleSheet().replace(css);
  });

/** Gives a shadow root the sheet that the first answer needs, and soon after the other one. */
export async function adopt(root: ShadowRoot): Promise<void> {
  const document = root.ownerDocument;
  const first = await sheet(document, "style.css");
  const add = (more: CSSStyleSheet[]) => {
    // Meanwhile the element may have gone to another document.
    if (root.ownerDocument === document) root.adoptedStyleSheets = more;
  };
  add([first]);
  sheet(document, "later.css").then(
    (later) => add([first, later]),
    (error) => console.warn(`${NAME}: ${error.message}`),
  );
}
