// The calculator itself beside the form, in a frame of its own, with the config as it is now. What
// one enters there stays while the config changes.

import { NAME } from "../tell";
import type { ServiceLevelCalculator } from "../element";
import type { ErrorDetail } from "../types";
import type { Fault } from "./form";
import type { Fields } from "./json";
import { make } from "./make";
import { say } from "./say";

/** What a visitor begins with, and how a state writes it. */
const MARKET = { segment: "s", tier: "t", currency: "c" };

/** A state without the market that another config sets. */
function without(state: string, keys: string[]): string {
  const [present = ""] = state.split("!", 1);
  return present.split(";").filter((pair) => !keys.some((key) => pair.startsWith(`${key}=`))).join(";");
}

export class Preview {
  readonly frame: HTMLIFrameElement;
  #calculator: ServiceLevelCalculator | undefined;
  #config: Fields = {};
  #language = "en";
  #faults: Fault[] = [];
  #told: (faults: Fault[]) => void;

  constructor(told: (faults: Fault[]) => void) {
    this.#told = told;
    this.frame = make("iframe", { class: "preview-frame", src: "preview.html", title: say("preview"), onload: () => this.#load() });
  }

  /** What has been entered in it. */
  get state(): string {
    return this.#calculator?.getState?.() ?? "";
  }

  /** Goes on with this config; its language, or the page's. */
  show(config: Fields, language: string): void {
    const before = this.#config;
    this.#config = config;
    this.#language = typeof config.lang === "string" ? config.lang : language;
    const at = this.#calculator;
    if (!at) return;
    this.#faults = [];
    this.#told([]);
    const other = Object.entries(MARKET).filter(([key]) => before[key] !== config[key]);
    const state = this.state;
    if (before.state !== config.state) at.setState?.("");
    else if (other.length > 0 && state) at.setState(without(state, other.map(([, key]) => key)));
    at.setAttribute("lang", this.#language);
    at.config = config;
  }

  #load(): void {
    const { contentDocument: page } = this.frame;
    const place = page?.querySelector("main");
    if (!page || !place) return;
    page.addEventListener("slc:error", (event) => this.#hear((event as CustomEvent<ErrorDetail>).detail));
    const made = page.createElement(NAME) as ServiceLevelCalculator;
    made.setAttribute("lang", this.#language);
    made.config = this.#config;
    place.replaceChildren(made);
    // However far down it stands on a phone: what it refuses is said in the form above.
    const elements = page.defaultView?.customElements;
    elements?.whenDefined(NAME).then(() => made.start()).catch(() => {}); // Told by its event.
    this.#calculator = made;
  }

  #hear({ code, message }: ErrorDetail): void {
    const [path = ""] = code === "config" ? message.split(": ", 1) : [""];
    this.#faults = [...this.#faults, { path, message }];
    this.#told(this.#faults);
  }
}
