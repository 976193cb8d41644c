// Prints what stands in the calculator as paper: a copy of it in a frame of its own, divided among
// sheets as a typesetter would.

import { text } from "./files";

/** What is printed, and on which paper. */
interface Wanted {
  kind: string;
  size: string;
}

/** What a style sheet calls a paper; ours leave the margins to the sheets. */
const SIZES: Record<string, string> = { a4: "A4", letter: "letter" };

/** Out of sight, and wide enough for either paper. */
const APART = { position: "fixed", left: "-10000px", width: "220mm", height: "300mm", border: "0" };

/** So many rows of a table stay together at its beginning and at its end. */
const TOGETHER = 3;

/** Shows the browser's dialogue; resolves when it is closed. */
export async function paper(element: Element, { kind, size }: Wanted): Promise<string> {
  const root = element.shadowRoot!;
  const from = root.querySelector<HTMLElement>(`[data-paper="${kind}"]`)!;
  const css = await text("paper.css");
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  Object.assign(frame.style, APART);
  root.append(frame);
  try {
    const [view, page] = [frame.contentWindow as Window & typeof globalThis, frame.contentDocument!];
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(`${css}@page{size:${SIZES[size]};margin:0}`);
    page.adoptedStyleSheets = [sheet];
    page.title = from.querySelector("h3")?.textContent ?? document.title;
    page.documentElement.lang = from.closest<HTMLElement>("[lang]")?.lang ?? element.closest<HTMLElement>("[lang]")?.lang ?? "";
    const laid = async (look: string[], anew: number) => {
      const copy = page.importNode(from, true);
      copy.dataset.size = size;
      copy.classList.add("sheets", ...look);
      page.body.replaceChildren(copy);
      // One that does not come leaves no hole.
      await Promise.all([...copy.querySelectorAll("img")].map((image) => image.decode().catch(() => image.remove())));
      return divide(copy, anew);
    };
    // A last sheet with next to nothing on it: closer lines save it, or the last section goes there whole.
    const loose = await laid([], Infinity);
    if (loose.thin) {
      const close = await laid(["tight"], Infinity);
      if (close.thin) await laid([], close.last);
    }
    view.print();
  } finally {
    frame.remove();
  }
  return "";
}

/** Shorter tables are never split: as a share of a sheet. */
const LONG = 0.35;

/** Less of a last sheet than this looks forgotten. */
const THIN = 0.2;

/** Divides what stands in a copy among sheets, each with what runs at its head and foot; the block at
 * `anew` begins one. Tells whether the last sheet is all but empty, and which block begins the last
 * section. */
function divide(copy: HTMLElement, anew: number): { thin: boolean; last: number } {
  const running = [...copy.querySelectorAll<HTMLElement>(":scope > .running")];
  const blocks = [...copy.children].filter((block) => !running.includes(block as HTMLElement)) as HTMLElement[];
  const sheets: HTMLElement[] = [];
  let body!: HTMLElement;
  const begin = () => {
    const sheet = copy.ownerDocument.createElement("section");
    sheet.className = "sheet";
    body = copy.ownerDocument.createElement("div");
    body.className = "sheet-body";
    const [head, foot] = running.map((one) => one.cloneNode(true));
    sheet.append(...(head ? [head] : []), body, ...(foot ? [foot] : []));
    copy.append(sheet);
    sheets.push(sheet);
  };
  const full = () => body.scrollHeight > body.clientHeight + 1;
  const place = (group: HTMLElement[]): void => {
    const fresh = !body.childElementCount;
    body.append(...group);
    if (!full()) return;
    const last = group.at(-1)!;
    const rest = fresh || last.offsetHeight > LONG * body.clientHeight ? split(last, full) : undefined;
    if (!rest) {
      // What is higher than any sheet stays as it is.
      if (fresh) return;
      begin();
      return place(group);
    }
    begin();
    place([rest]);
  };
  for (const one of [...running, ...blocks]) one.remove();
  begin();
  let held: HTMLElement[] = [];
  for (const [at, block] of blocks.entries()) {
    if (at === anew) begin();
    held.push(block);
    if (block.matches(".with-next")) continue;
    place(held);
    held = [];
  }
  sheets.forEach((sheet, at) => {
    for (const number of sheet.querySelectorAll("[data-page]")) number.textContent = `${at + 1} / ${sheets.length}`;
  });
  const [first, end] = [body.firstElementChild, body.lastElementChild];
  const used = end ? end.getBoundingClientRect().bottom - first!.getBoundingClientRect().top : 0;
  const thin = sheets.length > 1 && used < THIN * body.clientHeight;
  return { thin, last: blocks.indexOf(blocks.filter((block) => block.matches(".with-next")).at(-1)!) };
}

/** Takes the last rows off a table until it has room; nothing where too few would stay or go. */
function split(block: HTMLElement, full: () => boolean): HTMLElement | undefined {
  const rows = block.querySelector("tbody")?.rows;
  if (!rows) return undefined;
  const rest = block.cloneNode(true) as HTMLElement;
  const over = rest.querySelector("tbody")!;
  over.replaceChildren();
  while (rows.length > TOGETHER && (full() || over.rows.length < TOGETHER)) over.prepend(rows[rows.length - 1]!);
  if (!full()) return rest;
  block.querySelector("tbody")!.append(...over.rows);
  return undefined;
}
