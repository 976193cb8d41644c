// What stands in an element once it is wanted: gives the program its styles, its config and its life.

import type { ServiceLevelCalculator } from "./element";
import { codeOf } from "./failure";
import { stated } from "./fragment";
import { address, text } from "./files";
import { keep, kept, stateOf } from "./kept";
import { around, speaks } from "./language";
import { type Handle, program, type User } from "./program";
import type { sorry } from "./sorry";
import { adopt } from "./styles";
import { type Start, type Surroundings, surroundings } from "./surroundings";
import type { tell } from "./tell";
import type { ChangeDetail, Config, EventMap } from "./types";

/** Attributes that are not for the program: most calculators then need nothing that reads a config. */
const OTHERS = ["config", "class", "id", "style", "slot", "part", "hidden", "inert"];

/** How long the input rests before the host is told of a change, milliseconds. */
const REST = 300;

/** What the program tells with each change. */
type Change = Pick<ChangeDetail, "state" | "language" | "currency">;

/** A state without the version of the model: reading an older link adds it, and that is no change of the
 * visitor's. */
const entered = (state: string | undefined): string | undefined => state?.replace(/;v=\d+/, "");

/** What an error says, on one line. */
const said = (error: unknown): string =>
  String((error as Error | undefined)?.message ?? error).split("\n", 1)[0] ?? "";

/** What a config in JSON sets, before it is read in full by the program. */
function peek(json: string | undefined): Config {
  try {
    return JSON.parse(json ?? "") ?? {};
  } catch {
    return {}; // The program says what is wrong with it.
  }
}

/** What the element does already, so that it need not be fetched twice. */
export interface Voice {
  tell: typeof tell;
  sorry: typeof sorry;
}

export class Calculator {
  /** Settles once it can be used, or cannot be brought. */
  readonly begun: Promise<void>;
  #settle!: [() => void, (error: unknown) => void];
  #element: ServiceLevelCalculator;
  #root: ShadowRoot;
  #voice: Voice;
  #stage: HTMLElement | undefined;
  #handle: Handle | undefined;
  /** What does for the program that is shown what it cannot. */
  #around: Surroundings | undefined;
  /** The state to begin in: after a panic, a change of config, or as the page has given it. */
  #state: string | undefined;
  /** The language that the visitor has chosen, if he has. */
  #language: string | undefined;
  /** What the program told of last. */
  #told: Change | undefined;
  /** Whether the browser keeps what is entered. */
  #keeps = false;
  /** Whether a link may say what is entered. */
  #shares = false;
  /** In which state an address was left. */
  #left = new Map<string, string>();
  /** Counts the starts: what an earlier one brings is too late. */
  #start = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Tells the host of a change that it has not heard of. */
  #raise: (() => void) | undefined;
  #height = 0;
  /** In a frame of its own: whoever hears of a size may change one. */
  #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor(element: ServiceLevelCalculator, root: ShadowRoot, voice: Voice, state?: string) {
    this.#element = element;
    this.#root = root;
    this.#voice = voice;
    this.#state = state;
    this.begun = new Promise((...settle) => (this.#settle = settle));
    void this.#begin();
  }

  get state(): string {
    return this.#state ?? "";
  }

  /** Goes on in another state. */
  take(state: string): void {
    this.#state = state;
    if (this.#keeps && !state) keep(stateOf(this.#element), undefined);
    void this.#begin();
  }

  /** A link within the page is followed, or one goes back: each address has its state. */
  #follow = ({ oldURL, newURL }: HashChangeEvent): void => {
    this.#left.set(oldURL, this.state);
    const state = this.#shares ? (stated(this.#element) ?? this.#left.get(newURL)) : undefined;
    if (state !== undefined) this.take(state);
  };

  /** The page is left: what has been entered in the last moment is told. */
  #leave = (): void => {
    void this.#around?.settle();
    this.#catchUp();
  };

  /** An attribute or the config has changed: goes on by it, in the state there is. */
  heed(name: string): void {
    if (name === "state") this.#state = undefined;
    if (name === "lang") this.#language = undefined;
    // Pages set several one after the other: the last one counts.
    const start = ++this.#start;
    queueMicrotask(() => start === this.#start && void this.#begin());
  }

  /** Sheets belong to a document. */
  adopt(): void {
    adopt(this.#root).catch((error) => this.#fail(error));
  }

  /** Prints it alone. */
  async print(): Promise<void> {
    const { print } = (await import(address("print.js"))) as typeof import("./print");
    await print(this.#element, this.#root);
  }

  /** Ends the calculator; the element's children come back. */
  destroy(): void {
    this.#start += 1;
    this.#raise = undefined;
    clearTimeout(this.#timer);
    this.#sizes.disconnect();
    removeEventListener("hashchange", this.#follow);
    removeEventListener("pagehide", this.#leave);
    this.#handle?.destroy();
    this.#root.replaceChildren(document.createElement("slot"));
    this.#settle[1](new Error("destroyed"));
  }

  async #begin(): Promise<void> {
    const start = ++this.#start;
    const current = () => start === this.#start;
    const stage = document.createElement("div");
    try {
      const json = await this.#config();
      const at = this.#element;
      const set = peek(json);
      const says = (name: "share" | "storage") => (at.getAttribute(name) ?? `${set[name] === true}`) !== "false";
      this.#keeps = says("storage");
      this.#shares = says("share");
      (this.#shares ? addEventListener : removeEventListener)("hashchange", this.#follow);
      // A link that was followed counts before what was entered earlier.
      if (!this.#stage) this.#state ??= (this.#shares && stated(at)) || (this.#keeps && kept(stateOf(at))) || undefined;
      const language =
        speaks(this.#language, at.getAttribute("lang"), set.lang, around(at)) ?? LANGUAGES[0]!;
      const keys = json?.includes('"texts"') ? text("keys.txt") : undefined;
      const [running, texts, listed] = await Promise.all([
        program(),
        text(`${language}.core.txt`),
        keys,
        adopt(this.#root),
      ]);
      if (!current()) return;
      // Beside what is shown now: that stays, and can be used, until something is drawn.
      stage.hidden = true;
      this.#root.append(stage);
      const before = this.#handle;
      const state = this.#state;
      const lives = () => current() || stage === this.#stage;
      const user: User = {
        restart: (error) => lives() && this.#restart(stage, error),
        fail: (error) => lives() && this.#fail(error, "panic"),
      };
      const shown = this.#around;
      let settling: Promise<void> | undefined;
      const told = surroundings(stage, !!shown, async (name, detail) => {
        if (name !== "slc:ready") {
          if (settling) await settling;
          if (lives()) this.#tell(name, detail);
          return;
        }
        // What has been entered meanwhile stands in what is shown: it has to go on.
        await (settling = shown?.settle());
        settling = undefined;
        if (!current()) return;
        if (state === this.#state) this.#show(stage, told);
        else void this.#begin();
      });
      const handle = await running.mount(stage, { ...this.#attributes(), json, texts, keys: listed }, told, user);
      if (!current()) {
        stage.remove();
        return handle.destroy();
      }
      this.#handle = handle;
      before?.destroy();
    } catch (error) {
      if (!current()) return;
      stage.remove();
      // What is shown and works goes on.
      if (this.#handle) this.#tell("slc:error", { v: 1, code: codeOf(error), message: said(error), fatal: false });
      else this.#fail(error);
    }
  }

  /** The config in JSON: the page's own, or the file that the attribute `config` names. */
  async #config(): Promise<string | undefined> {
    const { config } = this.#element;
    const refused = (message: string) => this.#tell("slc:error", { v: 1, code: "config", message, fatal: false });
    try {
      if (config !== undefined) return typeof config === "string" ? config : JSON.stringify(config);
    } catch (error) {
      refused(`config: ${error}`);
    }
    const place = this.#element.getAttribute("config");
    if (place === null) return undefined;
    const response = await fetch(new URL(place, document.baseURI)).catch(() => undefined);
    if (response?.ok) return response.text();
    refused(`config: ${place}: ${response?.status ?? "not there"}`);
    return undefined; // The calculator runs on with its defaults.
  }

  /** The attributes that the program reads, the state there is over them. */
  #attributes(): Pick<Start, "names" | "values"> {
    const attributes = new Map([...this.#element.attributes].map(({ name, value }) => [name, value]));
    for (const name of OTHERS) attributes.delete(name);
    // The language has been chosen; one that we do not speak is told of.
    if (speaks(attributes.get("lang"))) attributes.delete("lang");
    if (this.#state === "") attributes.delete("state");
    else if (this.#state !== undefined) attributes.set("state", this.#state);
    return { names: [...attributes.keys()], values: [...attributes.values()] };
  }

  #show(stage: HTMLElement, around: Surroundings): void {
    this.#around = around;
    const first = !this.#stage;
    stage.hidden = false;
    for (const other of [...this.#root.children]) if (other !== stage) other.remove();
    this.#stage = stage;
    if (first) this.#tell("slc:ready", { v: 1 });
    this.#sizes.observe(this.#element);
    addEventListener("pagehide", this.#leave);
    this.#settle[0]();
  }

  #measure(): void {
    const height = Math.ceil(this.#element.getBoundingClientRect().height);
    if (height === this.#height || height === 0) return;
    this.#height = height;
    this.#tell("slc:resize", { v: 1, height });
  }

  #tell(name: string, detail: object): void {
    const raise = () => this.#voice.tell(this.#element, name as keyof EventMap, detail as EventMap[keyof EventMap]["detail"]);
    if (name !== "slc:change") return void raise();
    const [before, now] = [this.#told, detail as Change];
    this.#told = now;
    // What a link or the page has brought is not the visitor's until he changes it.
    if (this.#keeps && entered(this.#state) !== entered(now.state)) keep(stateOf(this.#element), now.state);
    this.#state = now.state;
    this.#language = now.language;
    clearTimeout(this.#timer);
    // What is chosen is told at once, before the page can be left; what is typed, when it rests.
    const chosen = before?.language !== now.language || before.currency !== now.currency;
    this.#raise = raise;
    if (chosen) this.#catchUp();
    else this.#timer = setTimeout(this.#catchUp, REST);
  }

  #catchUp = (): void => {
    clearTimeout(this.#timer);
    this.#raise?.();
    this.#raise = undefined;
  };

  /** After a panic: what was drawn stays in sight until it is drawn anew, in the last state. */
  #restart(stage: HTMLElement, error: unknown): void {
    stage.inert = true;
    this.#handle = undefined;
    this.#tell("slc:error", { v: 1, code: "panic", message: String(error), fatal: false });
    void this.#begin();
  }

  /** Nothing more can be shown than the children and a sentence. */
  #fail(error: unknown, code = codeOf(error)): void {
    this.#start += 1;
    this.#stage = this.#handle = undefined;
    this.#voice.sorry(this.#element, this.#root, code, said(error), this.#language);
    this.#settle[1](error);
  }
}
