// <service-level-calculator> as a page has it from the start: its children stand there, nothing is
// fetched until it nears the window, and whatever it is told meanwhile is kept.

import { ATTRIBUTES } from "./attributes";
import type { Calculator } from "./calculator";
import { bring, type Bring, bringBy } from "./scripts";
import { sorry } from "./sorry";
import { NAME, tell, warn } from "./tell";
import type { Config, EventMap } from "./types";

declare global {
  interface HTMLElementTagNameMap {
    "service-level-calculator": ServiceLevelCalculator;
  }
  /** The calculator's events, known wherever an element is listened to. */
  interface HTMLElementEventMap extends EventMap {}
}

/** How far from the window it starts to load. */
const NEAR = "600px";

/** How long it is kept ready out of the page, milliseconds. */
const OUT = 30_000;

/** The room that is kept while it is not there. A host's own rule for the element wins. */
const ROOM = ":host{display:block;min-height:var(--slc-min-height,640px)}:host([hidden]){display:none}";

/** Whether the browser has not what it needs: one from before 2023, or one that is locked down. */
const lacks = (): boolean => !("WebAssembly" in globalThis && "adoptedStyleSheets" in document);

/** What stands in an element once it is wanted. */
const load = async (): Promise<{ Calculator: typeof Calculator }> => {
  if (lacks()) throw new Error("too old");
  return bring(CALCULATOR);
};

export class ServiceLevelCalculator extends HTMLElement {
  /** Attributes whose change is heeded while the calculator is there. */
  static readonly observedAttributes = ["config", ...ATTRIBUTES];

  /** Resolves once the calculator can be used; rejects where it cannot be brought. */
  readonly ready: Promise<void>;
  #settle!: [() => void, (error: unknown) => void];
  #root = this.attachShadow({ mode: "open" });
  #near: IntersectionObserver | undefined;
  /** From its beginning to its end: what an earlier one brings is too late. */
  #life: object | undefined;
  #calculator: Calculator | undefined;
  #config: Config | string | undefined;
  /** A state given before the calculator was there. */
  #state: string | undefined;

  constructor() {
    super();
    this.ready = new Promise((...settle) => (this.#settle = settle));
    this.ready.catch(() => {}); // Who does not ask is told by the event.
    this.#root.append(document.createElement("slot"));
    this.#keepRoom();
    // Set by a page before this script was here: an own property would hide ours.
    for (const name of ["config", "state"] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const { [name]: given } = this;
      delete this[name];
      Object.assign(this, { [name]: given });
    }
  }

  connectedCallback(): void {
    // Moved or put back: everything is still there.
    if (this.#life) return;
    this.#near ??= new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && void this.start(),
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
  }

  disconnectedCallback(): void {
    this.#near?.disconnect();
    // Frameworks drop an element without a word; the program would keep it for ever.
    setTimeout(() => {
      if (this.isConnected || !this.#life) return;
      this.#state = this.getState();
      this.destroy();
    }, OUT);
  }

  adoptedCallback(): void {
    // Sheets belong to a document.
    this.#keepRoom();
    this.#calculator?.adopt();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before !== now) this.#calculator?.heed(name);
  }

  /** Brings the calculator now, however far from the window it is. */
  start(): Promise<void> {
    this.#near?.disconnect();
    if (!this.#life) void this.#begin();
    return this.ready;
  }

  /** The config, in the place of the one that the attribute `config` names. */
  get config(): Config | string | undefined {
    return this.#config;
  }

  set config(config: Config | string | undefined) {
    this.#config = config;
    this.#calculator?.heed("config");
  }

  /** What has been entered, as a text; empty where nothing has. */
  get state(): string {
    return this.getState();
  }

  set state(state: string) {
    this.setState(state);
  }

  getState(): string {
    return this.#calculator?.state ?? this.#state ?? "";
  }

  /** Takes up a state that `getState` or `slc:change` gave, here or elsewhere. */
  setState(state: string): void {
    this.#state = state;
    this.#calculator?.take(state);
  }

  /** Forgets what has been entered. */
  reset(): void {
    this.setState("");
  }

  /** Prints the calculator, and nothing of the page around it. */
  async print(): Promise<void> {
    await this.start();
    await this.#calculator?.print();
  }

  /** Ends the calculator; its children come back. Put into the page anew it starts again. */
  destroy(): void {
    this.#near?.disconnect();
    this.#calculator?.destroy();
    this.#calculator = this.#life = undefined;
  }

  #keepRoom(): void {
    if (lacks()) return;
    const sheet = new (this.ownerDocument.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(ROOM);
    this.#root.adoptedStyleSheets = [sheet];
  }

  async #begin(): Promise<void> {
    const [settle, fail] = this.#settle;
    const life = (this.#life = {});
    try {
      const { Calculator } = await load().catch((error: Error) => {
        sorry(this, this.#root, lacks() ? "old_browser" : "program_missing", error.message);
        throw error;
      });
      if (life !== this.#life) return;
      this.#calculator = new Calculator(this, this.#root, { tell, sorry }, this.#state);
      await this.#calculator.begun;
      settle();
    } catch (error) {
      // Ended before it was there, it may still come to be.
      if (life === this.#life) fail(error);
    }
  }
}

/** Defines the element, whose other scripts are brought by `bring`. A second copy of this script leaves
 * the first one in force.
 * @internal */
export function define(bring: Bring): void {
  bringBy(bring);
  if (!globalThis.customElements) return warn({ code: "old_browser", message: "too old" });
  if (!customElements.get(NAME)) customElements.define(NAME, ServiceLevelCalculator);
}
