// The lines for a page, in the four ways of docs/embed.md.

import { ATTRIBUTES } from "../attributes";
import { NAME } from "../tell";
import type { Fields } from "./json";

/** One line, an element, a `<div>`, an iframe. */
export const WAYS = ["A", "B", "C", "D"] as const;
export type Way = (typeof WAYS)[number];

/** The name of the file that takes what attributes cannot. */
export const FILE = "config.json";

export interface Wish {
  config: Fields;
  /** Where the calculator's folder lies. */
  folder: string;
  /** The language of the page, where the config names none. */
  language: string;
  /** What the calculator asks: its title, and what stands there until it comes. */
  question: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "&quot;");

/** What an address of the calculator's page takes: no state, and nobody's word where leads go. */
const IN_ADDRESS = ATTRIBUTES.filter((name) => name !== "state" && name !== "lead");

/** The keys that need the file. */
export function inFile(config: Fields, way: Way): string[] {
  const can = way === "D" ? IN_ADDRESS : ATTRIBUTES;
  return Object.keys(config).filter((key) => !can.includes(key) || !["string", "boolean"].includes(typeof config[key]));
}

/** Names and values of the attributes. */
function attributes({ config }: Wish, way: Way): [string, string][] {
  const file = inFile(config, way);
  const fitting = Object.keys(config).filter((key) => !file.includes(key));
  const given = fitting.map((key): [string, string] => [key, String(config[key])]);
  return file.length > 0 ? [...given, ["config", FILE]] : given;
}

const html = (given: [string, string][], prefix = ""): string =>
  given.map(([name, value]) => ` ${prefix}${name}="${escaped(value)}"`).join("");

/** The address of a folder, however it was typed. */
export function tidied(folder: string): string {
  const at = folder.trim();
  return at === "" || at.endsWith("/") ? at : `${at}/`;
}

/** The lines of a way. */
export function snippet(way: Way, wish: Wish): string {
  const given = attributes(wish, way);
  const folder = tidied(wish.folder);
  const script = (name: string, data = "") => `<script async src="${escaped(folder + name)}"${data}></script>`;
  const text = escaped(wish.question);
  switch (way) {
    // A line without any attribute only brings the element.
    case "A":
      return script("slc.js", html(given.length > 0 ? given : [["lang", wish.language]], "data-"));
    case "B":
      return `${script("slc.js")}\n<${NAME}${html(given)}>\n  <p>${text}</p>\n</${NAME}>`;
    case "C":
      return `${script("slc.js")}\n<div data-${NAME}${html(given, "data-")}></div>`;
    case "D": {
      const query = new URLSearchParams(given).toString();
      const address = escaped(query ? `${folder}?${query}` : folder);
      const frame = `<iframe src="${address}" title="${text}"\n  style="width: 100%; height: 700px; border: 0"></iframe>`;
      return `${frame}\n${script("slc-frame.js")}`;
    }
  }
}
