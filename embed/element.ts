// <service-level-calculator>: gives the program a shadow root, its styles, its config and its life.

import { codeOf } from "./failure";
import { LANGUAGES, text } from "./files";
import { around, peek, speaks } from "./language";
import { type Handle, program, type User } from "./program";
import { adopt } from "./styles";
import { type Start, surroundings } from "./surroundings";
import type { ChangeDetail } from "./types";

const NAME = "service-level-calculator";

/** Attributes that are not for the program: most calculators then need nothing that reads a config. */
const OTHERS = ["config", "class", "id", "style", "slot", "part", "hidden", "inert"];

/** How long the input rests before the host is told of a change, milliseconds. */
const REST = 300;

/** What the program tells with each change. */
type Change = Pick<ChangeDetail, "state" | "language" | "currency">;

export class ServiceLevelCalculator extends HTMLElement {
  #root = this.attachShadow({ mode: "open" });
  /** Shows the element's children until the calculator is there, and again if it fails. */
  #children = document.createElement("slot");
  #stage: HTMLElement | undefined;
  #handle: Handle | undefined;
  /** The last state that the program told of: what it is given back after a panic. */
  #last: Change | undefined;
  /** Counts the starts: what an earlier one brings is too late. */
  #start = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.#root.append(this.#children);
  }

  connectedCallback(): void {
    // Moved or put back: everything is still there.
    if (this.#start === 0) void this.#begin();
  }

  adoptedCallback(): void {
    // Sheets belong to a document.
    this.#root.adoptedStyleSheets = [];
    adopt(this.#root).catch((error) => this.#fail(error));
  }

  /** The session as a text, as `slc:change` tells it. */
  get state(): string | undefined {
    return this.#last?.state;
  }

  /** Ends the calculator; its children come back. */
  destroy(): void {
    this.#start += 1;
    clearTimeout(this.#timer);
    this.#handle?.destroy();
    this.#handle = undefined;
    this.#stage?.remove();
    this.#stage = undefined;
    this.#root.append(this.#children);
  }

  async #begin(): Promise<void> {
    const start = ++this.#start;
    const current = () => start === this.#start;
    try {
      const json = await this.#config();
      const language =
        speaks(this.#last?.language, this.getAttribute("lang"), peek(json), around(this)) ??
        (LANGUAGES.includes("en") ? "en" : LANGUAGES[0] ?? "");
      const keys = json?.includes('"texts"') ? text("keys.txt") : undefined;
      const [running, texts, listed] = await Promise.all([
        program(),
        text(`${language}.core.txt`),
        keys,
        adopt(this.#root),
      ]);
      if (!current()) return;
      const stage = document.createElement("div");
      // Beside what is shown now: that stays until something is drawn.
      stage.hidden = true;
      this.#root.append(stage);
      const user: User = {
        restart: (error) => current() && this.#restart(stage, error),
        fail: (error) => current() && this.#fail(error, stage, "panic"),
      };
      const told = surroundings((name, detail) => {
        if (!current()) return;
        if (name === "slc:ready") this.#show(stage);
        this.#tell(name, detail);
      });
      const handle = await running.mount(stage, { ...this.#attributes(), json, texts, keys: listed }, told, user);
      if (current()) this.#handle = handle;
      else handle.destroy();
    } catch (error) {
      if (current()) this.#fail(error);
    }
  }

  /** The config in JSON that the attribute `config` names. */
  async #config(): Promise<string | undefined> {
    const place = this.getAttribute("config");
    if (place === null) return undefined;
    const response = await fetch(new URL(place, document.baseURI)).catch(() => undefined);
    if (response?.ok) return response.text();
    const message = `config: ${place}: ${response?.status ?? "could not be fetched"}`;
    this.#tell("slc:error", { v: 1, code: "config", message, fatal: false });
    return undefined; // The calculator runs on with its defaults.
  }

  /** The attributes that the program reads; after a panic with the last state over them. */
  #attributes(): Pick<Start, "names" | "values"> {
    const attributes = new Map([...this.attributes].map(({ name, value }) => [name, value]));
    for (const name of OTHERS) attributes.delete(name);
    // The language has been chosen; one that we do not speak is told of.
    if (speaks(attributes.get("lang"))) attributes.delete("lang");
    if (this.#last) attributes.set("state", this.#last.state);
    return { names: [...attributes.keys()], values: [...attributes.values()] };
  }

  #show(stage: HTMLElement): void {
    stage.hidden = false;
    for (const other of [...this.#root.children]) if (other !== stage) other.remove();
    this.#stage = stage;
  }

  #tell(name: string, detail: object): void {
    const raise = () =>
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    if (name === "slc:error") console.warn(`${NAME}: ${(detail as { message: string }).message}`);
    if (name !== "slc:change") return void raise();
    const [before, now] = [this.#last, detail as Change];
    this.#last = now;
    clearTimeout(this.#timer);
    // What is chosen is told at once, before the page can be left; what is typed, when it rests.
    const chosen = before?.language !== now.language || before.currency !== now.currency;
    if (chosen) raise();
    else this.#timer = setTimeout(raise, REST);
  }

  /** After a panic: what was drawn stays in sight until it is drawn anew, in the last state. */
  #restart(stage: HTMLElement, error: unknown): void {
    stage.inert = true;
    this.#handle = undefined;
    this.#tell("slc:error", { v: 1, code: "panic", message: String(error), fatal: false });
    void this.#begin();
  }

  /** Nothing more can be shown than the children and a sentence. */
  #fail(error: unknown, stage = this.#stage, code = codeOf(error)): void {
    const message = String((error as Error | undefined)?.message ?? error).split("\n", 1)[0] ?? "";
    stage?.remove();
    this.#stage = this.#handle = undefined;
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "alert");
    const language = speaks(this.#last?.language, this.getAttribute("lang"), around(this));
    sentence.append(`${PAGES[language ?? "en"]?.start_failed ?? ""} ${message}`);
    this.#root.replaceChildren(sentence, this.#children);
    this.#tell("slc:error", { v: 1, code, message, fatal: true });
  }
}

// A second copy of this script leaves the first one in force.
if (!customElements.get(NAME)) customElements.define(NAME, ServiceLevelCalculator);
