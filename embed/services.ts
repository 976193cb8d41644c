// What the element does for the program: the JavaScript side of `src/platform/services.rs` and
// `src/mount.rs`.

import type { ServiceLevelCalculator } from "./element";
import { address, text } from "./files";
import type { Simulations, Tell } from "./simulate";
import { sheet } from "./styles";

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
export interface Services {
  element: ServiceLevelCalculator;
  /** The content of a file of the build. */
  fetchText(name: string): Promise<string>;
  /** What makes simulations and tells of them. */
  simulations(tell: Tell): Pick<Simulations, "start" | "stop">;
  /** Whether everything that has been loaded is rendered at once. Otherwise the answer is, and the rest
   * once the page is idle. */
  rendersAtOnce: boolean;
  /** Sets the custom property `--slc-accent`. */
  setAccent(colour: string): void;
  /** Dispatches an event on the element. */
  emit(name: string, detail: object): void;
  /** A text that was remembered under a name: in memory, but across restarts of the program. */
  recall(name: string): string | undefined;
  remember(name: string, text: string | undefined): void;
  /** Gives the calculator a style sheet of the build. */
  adoptSheet(name: string): Promise<void>;
  /** Prints the part of the calculator that is marked as this kind of paper. */
  printPaper(kind: string, size: string): Promise<void>;
  /** Clears what has been entered. */
  reset(): void;
}

const memory = new WeakMap<Element, Map<string, string>>();

/** Makes simulations once what makes them is here: the first answer does without. */
function simulations(tell: Tell): ReturnType<Services["simulations"]> {
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

/** The services for a calculator that is rendered into a stage, and whose events go to `emit`. */
export function services(
  element: ServiceLevelCalculator,
  stage: HTMLElement,
  rendersAtOnce: boolean,
  emit: Services["emit"],
): Services {
  const root = element.shadowRoot!;
  const remembered = memory.get(element) ?? new Map<string, string>();
  memory.set(element, remembered);
  return {
    element,
    rendersAtOnce,
    // Not as an attribute: policies forbid those.
    setAccent: (colour) => stage.style.setProperty("--slc-accent", colour),
    fetchText: text,
    simulations,
    emit,
    recall: (name) => remembered.get(name),
    remember(name, text) {
      if (text === undefined) remembered.delete(name);
      else remembered.set(name, text);
    },
    async adoptSheet(name) {
      const brought = await sheet(root.ownerDocument, name);
      if (!root.adoptedStyleSheets.includes(brought)) root.adoptedStyleSheets.push(brought);
    },
    async printPaper(kind, size) {
      const { paper } = (await import(address("paper.js"))) as typeof import("./paper");
      await paper(element, kind, size);
    },
    reset: () => element.reset(),
  };
}
