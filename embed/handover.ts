// What a visitor takes away or hands over: a lead, a link, paper. Fetched with the part of the
// program that shows it.

import type { ServiceLevelCalculator } from "./element";
import { sessionOf } from "./fragment";
import { keep, kept, stateOf } from "./kept";
import { sheet } from "./styles";
import type { ErrorDetail, LeadDetail, ShareDetail } from "./types";

export { pass, passes, place, save } from "./save";

/** What is being written, by calculator: in memory alone, so that beginning anew loses none of it. */
const drafts = new WeakMap<Element, string>();

/** Keeps a text, if there is one; gives the last one, at first a number for this lead. */
export function draft(element: Element, _: undefined, text: string): string {
  // Not `randomUUID`: pages without encryption do not have it.
  const unique = () => [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(16)).join("-");
  const kept = text || (drafts.get(element) ?? unique());
  drafts.set(element, kept);
  return kept;
}

/** Raises an event of which the page can make something else; false: it does. */
const ask = (element: Element, name: "slc:lead" | "slc:share", detail: LeadDetail | ShareDetail): boolean =>
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));

/** Opens a message of the visitor's own mail program. */
function write(root: ShadowRoot, to: string, { summary }: LeadDetail): void {
  const link = document.createElement("a");
  const [first = ""] = summary.split("\n", 1);
  const joint = to.includes("?") ? "&" : "?";
  link.href = `${to}${joint}subject=${encodeURIComponent(first)}&body=${encodeURIComponent(summary.replaceAll("\n", "\r\n"))}`;
  link.hidden = true;
  root.append(link);
  link.click();
  link.remove();
}

/** Hands a lead over: `taken` by the page, `written` into a mail, `sent` to the owner's address; or
 * `failed`. */
export async function lead(
  element: ServiceLevelCalculator,
  detail: LeadDetail,
  to: string,
  tell: (name: "slc:error", detail: ErrorDetail) => void,
): Promise<string> {
  // The next one is another.
  const done = (word: string) => {
    drafts.delete(element);
    return word;
  };
  if (!ask(element, "slc:lead", detail)) return done("taken");
  if (to.startsWith("mailto:")) {
    write(element.shadowRoot!, to, detail);
    return done("written");
  }
  const failed = (message: string) => {
    tell("slc:error", { v: 1, code: "lead", message, fatal: false });
    return "failed";
  };
  if (to === "") return failed("nobody took it: the page has to call preventDefault, or the config to say where it goes");
  try {
    const body = new URLSearchParams(Object.entries(detail).map(([name, value]) => [name, String(value)]));
    const response = await fetch(new URL(to, document.baseURI), { method: "POST", body });
    return response.ok ? done("sent") : failed(`${to}: ${response.status}`);
  } catch (error) {
    return failed(`${to}: ${(error as Error).message}`);
  }
}

/** Gives a link away: `taken` by the page, `shared` by the system, `copied`; or the link itself, to be
 * copied by hand. */
export async function share(element: ServiceLevelCalculator, { v, state }: ShareDetail): Promise<string> {
  const url = sessionOf(element, state);
  if (!ask(element, "slc:share", { v, state, url })) return "taken";
  try {
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      await navigator.share({ title: document.title, url });
      return "shared";
    }
    await navigator.clipboard.writeText(url);
    return "copied";
  } catch (error) {
    // Who closes the system's sheet has changed his mind.
    return (error as Error).name === "AbortError" ? "" : url;
  }
}

export { paper } from "./paper";

/** Brings a style sheet of the build. */
export async function dress(element: Element, _: undefined, name: string): Promise<string> {
  const root = element.shadowRoot!;
  const brought = await sheet(root.ownerDocument, name);
  if (!root.adoptedStyleSheets.includes(brought)) root.adoptedStyleSheets.push(brought);
  return "";
}

/** Which day it is, in a language. */
export const today = (_: Element, __: undefined, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long" }).format();

/** What was pressed at the counter, by calculator: as long as the page is open. */
const tallies = new WeakMap<Element, string>();
const tallyOf = (element: Element): string => `tally ${stateOf(element)}`;

/** Keeps a tally, if there is one, in the browser where it may; gives the last one. */
export function tally(element: Element, may: { keep: boolean }, text: string): string {
  if (text) {
    tallies.set(element, text);
    if (may.keep) keep(tallyOf(element), text);
  }
  return (may.keep ? kept(tallyOf(element)) : null) ?? tallies.get(element) ?? "";
}

/** Forgets what has been entered, kept or not. */
export function forget(element: ServiceLevelCalculator): string {
  tallies.delete(element);
  keep(tallyOf(element), undefined);
  element.reset();
  return "";
}

/** Cases that no browser keeps, by calculator: as long as the page is open. */
const unkept = new WeakMap<Element, string>();

/** Makes the record of the cases this text, if there is one and the record is still `over`; in the browser
 * where it may. Gives the record: `held` by the browser or by the `page`, and on the next lines its text. */
export function cases(element: Element, may: { keep: boolean; over: string }, text: string): string {
  const name = `cases ${stateOf(element)}`;
  const stored = () => (may.keep ? kept(name) : null);
  const record = () => unkept.get(element) ?? stored() ?? "";
  if (text && record() === may.over) {
    if (may.keep) keep(name, text);
    if (stored() === text) unkept.delete(element);
    else unkept.set(element, text);
  }
  return `${unkept.has(element) ? "page" : "held"}\n${record()}`;
}

/** No file that is ours is larger, bytes. */
const LARGEST = 256 * 1024;

/** The text of the file that was chosen in the field of this name, as far as it could be ours. */
export async function chosen(element: ServiceLevelCalculator, _: undefined, name: string): Promise<string> {
  const field = element.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const text = await field!.files![0]!.slice(0, LARGEST + 1).text();
  // The same one may be chosen again.
  field!.value = "";
  return text;
}
