// What the element does for the program: the JavaScript side of `src/ui/browser.rs` and
// `src/mount.rs`.

import { address, text } from "./files";
import { PAUSE } from "./pause";
import type { Simulations, Tell } from "./simulate";

/** What a calculator starts with. */
export interface Start {
  /** Names of the element's attributes. */
  names: string[];
  /** Their values, in the same order. */
  values: string[];
  /** The config in JSON. */
  json?: string | undefined;
  /** The texts of the first language, packed. */
  texts: string;
  /** The list of keys, where the config has texts of its own. */
  keys?: string | undefined;
}

/** What the program calls. */
export interface Surroundings {
  /** The content of a file of the build. */
  fetchText(name: string): Promise<string>;
  /** What makes simulations and tells of them. */
  simulations(tell: Tell): Pick<Simulations, "start" | "stop">;
  /** Whether all that is here is drawn at once. Else the answer is, and what stands below it once there
   * is nothing to do. */
  atOnce: boolean;
  /** Calls back once there is nothing to do, unless the visitor saves data. */
  whenIdle(then: () => void): void;
  /** Calls back once what has been drawn is to be seen. */
  whenPainted(then: () => void): void;
  /** Calls back once that is so and the simulations that have begun tell, too, or a little later. */
  whenAnswered(then: () => void): void;
  /** Resolves once all that was entered is drawn and told. */
  settle(): Promise<void>;
  /** Calls back whenever an element comes into view or goes out of it. */
  watch(element: Element, then: (seen: boolean) => void): void;
  /** Calls back after a while, in a moment with nothing to do. */
  whenRested(then: () => void): void;
  /** Gives the calculator a colour, as `--slc-accent` takes it. */
  accent(value: string): void;
  /** Does something of `handover.ts`; rejects where that does not come. */
  hand(what: keyof Handover, detail: object | undefined, text: string): Promise<string>;
  /** Tells of an event. */
  tell(name: string, detail: object): void;
}

type Handover = typeof import("./handover");
type Hand = (element: Element, detail: object | undefined, text: string, tell: Surroundings["tell"]) => string | Promise<string>;

/** Time for the page to come to rest where the browser does not tell, milliseconds. */
const REST = 2_000;

/** After so long, in milliseconds, nothing is waited for that is to be seen. */
const UNSEEN = 200;

/** So long simulations are waited for, milliseconds: with them it is drawn once, not twice. */
const SIMULATED = 40;

/** Calls back in a moment with nothing to do; within `most` milliseconds, or where the browser does not
 * tell of such moments after `otherwise`. */
function idle(then: () => void, most: number, otherwise: number): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(() => then(), { timeout: most });
  else setTimeout(then, otherwise);
}

function whenIdle(then: () => void): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!connection?.saveData) idle(then, 10_000, REST);
}

const whenRested = (then: () => void): void => void setTimeout(idle, PAUSE, then, 1_000, 0);

/** Makes simulations once what makes them is here: the first answer does without. */
function simulations(tell: Tell): ReturnType<Surroundings["simulations"]> {
  let [made, wanted]: [Simulations?, Parameters<Simulations["start"]>?] = [];
  const bring = () =>
    (import(address("simulate.js")) as Promise<typeof import("./simulate")>).then(
      ({ Simulations }) => {
        made = new Simulations(tell);
        if (wanted) made.start(...wanted);
      },
      () => {
        coming = undefined; // The next study tries again.
        if (wanted) tell(wanted[0], null);
      },
    );
  let coming: Promise<void> | undefined;
  return {
    start(...study) {
      wanted = study;
      if (made) made.start(...study);
      else coming ??= bring();
    },
    stop() {
      wanted = undefined;
      made?.stop();
    },
  };
}

/** What waits until something is painted. */
class Waiting {
  #all = new Set<() => void>();
  /** What waits for simulations. */
  #simulated: (() => void) | undefined;
  /** What they tell before all is painted that comes first. */
  #told: (() => void)[] | undefined;

  add(then: () => void): void {
    // A frame that nobody sees is not painted.
    this.#in(UNSEEN, then);
    requestAnimationFrame(() => setTimeout(this.#call, 0, then));
  }

  /** Calls back once painted and the simulations that have begun tell. */
  answered(then: () => void): void {
    const told: (() => void)[] = (this.#told = []);
    this.add(() => {
      this.#told = undefined;
      this.#in(SIMULATED, (this.#simulated = then));
      told.forEach((tell) => this.tell(tell));
    });
  }

  #in(time: number, then: () => void): void {
    this.#all.add(then);
    setTimeout(this.#call, time, then);
  }

  /** Simulations tell. */
  tell(tell: () => void): void {
    if (this.#told) return void this.#told.push(tell);
    tell();
    this.#call(this.#simulated); // Both are drawn at once.
  }

  #call = (then?: () => void): void => {
    if (then && this.#all.delete(then)) then();
  };

  /** Calls back all of them, until none is left. */
  async settle(): Promise<void> {
    while (this.#all.size > 0) {
      this.#all.forEach(this.#call);
      await new Promise((then) => setTimeout(then));
    }
  }
}

/** The surroundings of a calculator that is drawn on a stage, and whose events go to `tell`. */
export const surroundings = (
  stage: HTMLElement,
  atOnce: boolean,
  tell: (name: string, detail: object) => void,
  waiting = new Waiting(),
): Surroundings => ({
  atOnce,
  // Not as an attribute: policies forbid those.
  accent: (value) => stage.style.setProperty("--slc-accent", value),
  fetchText: text,
  simulations: (tell) => simulations((...said) => waiting.tell(() => tell(...said))),
  whenIdle,
  watch: (element, then) =>
    new IntersectionObserver(([entry]) => then(entry!.isIntersecting)).observe(element),
  whenPainted: (then) => waiting.add(then),
  whenAnswered: (then) => waiting.answered(then),
  settle: () => waiting.settle(),
  whenRested,
  hand: async (what, detail, text) => {
    const { [what]: hand } = (await import(address("handover.js"))) as Record<string, Hand>;
    return hand!((stage.getRootNode() as ShadowRoot).host, detail, text, tell);
  },
  tell,
});
