// Prints one calculator alone: a copy of it, in its state, in a frame of its own.

import type { ServiceLevelCalculator } from "./element";
import { NAME } from "./tell";

/** Paper is as wide as this; the height grows with the pages. */
const PAPER = { position: "fixed", left: "-10000px", width: "190mm", height: "270mm", border: "0" };

/** Attributes that are not for the copy: it is another element, and to be seen. */
const APART = ["id", "hidden"];

/** Shows the browser's dialogue; resolves when it is closed. */
export async function print(element: ServiceLevelCalculator, root: ShadowRoot): Promise<void> {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  Object.assign(frame.style, PAPER);
  root.append(frame);
  const paper = frame.contentDocument!;
  paper.title = document.title;
  paper.documentElement.lang = element.closest<HTMLElement>("[lang]")?.lang ?? "";
  const copy = document.createElement(NAME) as ServiceLevelCalculator;
  for (const { name, value } of element.attributes) {
    if (!APART.includes(name)) copy.setAttribute(name, value);
  }
  copy.setAttribute("storage", "false");
  copy.config = element.config;
  copy.state = element.state;
  paper.body.append(copy);
  try {
    await copy.start();
    frame.contentWindow!.print();
  } finally {
    copy.destroy();
    frame.remove();
  }
}
