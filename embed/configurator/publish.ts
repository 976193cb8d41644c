// What one takes along: the lines for a page in four ways, and the config as a file.

import { icon, make } from "./make";
import { type Key, known, say } from "./say";
import { usable } from "./schema";
import { FILE, inFile, snippet, tidied, type Way, WAYS, type Wish } from "./snippet";
import { type Fields, written } from "./json";
import { tabs } from "./tabs";
import type { Work } from "./work";

/** Where this page lies, and with it the calculator. */
export const here = (): string => new URL(".", location.href).href;

/** Saves the config. */
export function download(work: Work): void {
  const file = new Blob([written(usable(work.config))], { type: "application/json" });
  const address = URL.createObjectURL(file);
  make("a", { href: address, download: FILE }).click();
  // Not at once: WebKit has only begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Puts a text on the clipboard; where that is forbidden, marks it to be copied by hand. */
async function copy(code: HTMLElement): Promise<Key> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    return "copy.done";
  } catch {
    getSelection()?.selectAllChildren(code);
    return "copy.marked";
  }
}

const names = (keys: string[]): string => keys.map((key) => known(`key.${key}`) ?? key).join(", ");

/** What the page adds to a config: its language, and what the calculator asks. */
type Around = (config: Fields) => Pick<Wish, "language" | "question">;

export class Publish {
  readonly element: HTMLElement;
  #work: Work;
  #way: Way = "A";
  #around: Around;
  #code = make("code");
  #text = make("p", { class: "small" });
  #needs = make("div", { class: "notice needs", hidden: true });
  #told = make("span", { role: "status", class: "small" });
  #folder: HTMLInputElement;

  constructor(work: Work, around: Around, readBack: Node) {
    this.#work = work;
    this.#around = around;
    this.#folder = make("input", {
      id: "folder", type: "url", name: "folder", autocomplete: "off", spellcheck: "false", placeholder: here(),
      "aria-describedby": "folder-note",
      oninput: () => work.settle(this.#folder.value.trim(), this.#folder),
    });
    const panel = make(
      "div",
      { class: "stack", id: "way", tabindex: "0" },
      this.#text,
      this.#needs,
      make("pre", { class: "formula snippet" }, this.#code),
      make(
        "div",
        { class: "row" },
        make("button", { type: "button", class: "button button-primary", name: "copy", onclick: () => void this.#copy() }, icon("copy"), say("copy")),
        this.#told,
      ),
    );
    const all = WAYS.map((way) => ({ id: way, name: [make("b", {}, way), make("span", {}, say(`way.${way}`))] }));
    const row = tabs(say("way"), all, "A", panel, (way) => {
      this.#way = way as Way;
      this.show();
    });
    this.element = make(
      "section",
      { class: "card publish", id: "code", "aria-labelledby": "code-title", tabindex: "-1" },
      make("h2", { id: "code-title", class: "card-title" }, say("publish")),
      make(
        "div",
        { class: "field field-stacked folder" },
        make("label", { for: "folder" }, say("folder")),
        make("div", { class: "field-control" }, this.#folder),
        make("p", { class: "field-note", id: "folder-note" }, say("folder.hint")),
      ),
      make("div", { class: "ways-box" }, row, panel),
      make(
        "div",
        { class: "stack" },
        make("h3", {}, say("file")),
        make("p", { class: "small" }, say("file.hint")),
        make("div", { class: "row" }, this.#download(), readBack),
      ),
    );
    this.#folder.value = work.folder;
  }

  /** Shows the lines for what is set now. */
  show(): void {
    const config = usable(this.#work.config);
    const folder = tidied(this.#work.folder) || here();
    if (!this.#folder?.matches(":focus") && this.#folder) this.#folder.value = this.#work.folder;
    const way = this.#way;
    this.#code.textContent = snippet(way, { config, folder, ...this.#around(config) });
    this.#text.textContent = say(`way.${way}.when`);
    this.#told.textContent = "";
    const keys = inFile(config, way);
    this.#needs.hidden = keys.length === 0;
    if (keys.length === 0) return;
    const said = say(way === "D" ? "needs.folder" : "needs.page", { names: names(keys), file: FILE });
    this.#needs.replaceChildren(make("p", {}, said), this.#download());
  }

  #download(): HTMLButtonElement {
    return make("button", { type: "button", class: "button", name: "download", onclick: () => download(this.#work) }, icon("download"), say("download"));
  }

  async #copy(): Promise<void> {
    this.#told.textContent = say(await copy(this.#code));
  }
}
