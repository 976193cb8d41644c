// The form: a card for each thing that an owner decides, with the keys of the config in it.

import { type Control, type Place } from "./control";
import { icon, make } from "./make";
import { type Key, say } from "./say";
import { KEYS } from "./schema";
import { keyControl } from "./special";
import type { Words } from "./words";
import type { Work } from "./work";

/** The cards, and their keys in order; what is in none of them comes last. */
const CARDS: [Key, string[]][] = [
  ["card.look", ["name", "accent", "logo", "lang", "theme"]],
  ["card.market", ["segment", "tier", "currency", "state", "defaults", "segments"]],
  ["card.sections", ["mode", "hidden"]],
  ["card.next", ["call", "lead", "share", "print", "storage"]],
  ["card.texts", ["texts"]],
  ["card.more", ["parameters", "origins"]],
];

/** Those that stand open at first: with them alone one has a calculator of one's own. */
const OPEN: Key[] = ["card.look", "card.market"];

/** What the calculator refuses, and where. */
export interface Fault {
  path: string;
  message: string;
}

/** A part of the form that opens. */
export function card(title: Key, ...children: (Node | undefined)[]): HTMLDetailsElement {
  const head = make("summary", {}, make("h2", {}, say(title)), icon("chevron"));
  return make("details", { class: "card", "data-card": title.slice(5), open: OPEN.includes(title) }, head, make("div", { class: "stack" }, ...children));
}

export class Form {
  readonly cards: HTMLDetailsElement[];
  #controls: Control[] = [];

  constructor(work: Work, words: Words, entered: () => string) {
    const named = CARDS.flatMap(([, keys]) => keys);
    const others = Object.keys(KEYS).filter((key) => !named.includes(key));
    this.cards = CARDS.map(([title, keys], at) => {
      const all = at === CARDS.length - 1 ? [...keys, ...others] : keys;
      const places = all.filter((key) => key in KEYS).map((key): Place => ({ work, words, entered, path: [key], schema: KEYS[key]! }));
      const controls = places.map(keyControl);
      this.#controls.push(...controls);
      return card(title, ...controls.map((control) => control.element));
    });
    this.show();
  }

  /** Shows what is set now. */
  show(): void {
    for (const control of this.#controls) control.show();
  }

  /** Says what is refused where it was entered. */
  tell(faults: Fault[]): void {
    const places = this.cards.flatMap((card) => [...card.querySelectorAll<HTMLElement>("[data-path]")]);
    for (const place of places) {
      const path = place.dataset.path!;
      // The innermost field says it.
      const own = faults.filter((fault) => {
        const holds = (inner: string) => fault.path === inner || fault.path.startsWith(`${inner}.`);
        return holds(path) && !places.some((other) => place !== other && place.contains(other) && holds(other.dataset.path!));
      });
      const said = place.querySelector<HTMLElement>(":scope > .field-error");
      if (!said) continue;
      said.textContent = own.map((fault) => say("refused", { message: fault.message })).join(" ");
      said.hidden = own.length === 0;
      const input = place.querySelector(":scope > .field-control > :is(input:not([type=color]), textarea, select)");
      if (own.length > 0) input?.setAttribute("aria-invalid", "true");
      else input?.removeAttribute("aria-invalid");
    }
  }
}
