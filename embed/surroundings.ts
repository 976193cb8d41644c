// What the element does for the program: the JavaScript side of `src/platform/browser.rs` and
// `src/mount.rs`.

import { address, text } from "./files";
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
  /** Gives the calculator a colour, as `--slc-accent` takes it. */
  accent(value: string): void;
  /** Does something of `handover.ts`; rejects where that does not come. */
  hand(what: keyof Handover, detail: object | undefined, text: string): Promise<string>;
  /** Tells of an event. */
  tell(name: string, detail: object): void;
}

type Handover = typeof import("./handover");
type Hand = (element: Element, detail: object | undefined, text: string, tell: Surroundings["tell"]) => string | Promise<string>;

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

/** The surroundings of a calculator that is drawn on a stage, and whose events go to `tell`. */
export const surroundings = (
  stage: HTMLElement,
  atOnce: boolean,
  tell: (name: string, detail: object) => void,
): Surroundings => ({
  atOnce,
  // Not as an attribute: policies forbid those.
  accent: (value) => stage.style.setProperty("--slc-accent", value),
  fetchText: text,
  simulations,
  hand: async (what, detail, text) => {
    const { [what]: hand } = (await import(address("handover.js"))) as Record<string, Hand>;
    return hand!((stage.getRootNode() as ShadowRoot).host, detail, text, tell);
  },
  tell,
});
