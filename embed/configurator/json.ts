// Reads JSON that people have written: what is wrong with it is told by line and column, in which
// no two browsers agree.

/** What should have stood where the text is at fault. */
export type Wanted = "value" | "key" | "colon" | "comma" | "end" | "object";

export type Fields = Record<string, unknown>;

/** The object in a text, or the place of its first fault. */
export type Read = { config: Fields } | { line: number; column: number; wanted: Wanted };

const SPACE = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Goes through a text up to its first fault. */
class Walk {
  at = 0;
  #text: string;
  wanted: Wanted = "value";

  constructor(text: string) {
    this.#text = text;
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    this.at += found?.[0].length ?? 0;
    return found !== null;
  }

  #sign(sign: string): boolean {
    this.#take(SPACE);
    const is = this.#text[this.at] === sign;
    if (is) this.at += 1;
    return is;
  }

  /** Notes what has to come next; false where something else does. */
  #want(wanted: Wanted, comes: () => boolean): boolean {
    this.#take(SPACE);
    this.wanted = wanted;
    return comes();
  }

  #entries(close: string, entry: () => boolean): boolean {
    if (this.#sign(close)) return true;
    do if (!entry()) return false;
    while (this.#sign(","));
    return this.#want("comma", () => this.#sign(close));
  }

  #value(): boolean {
    if (this.#sign("[")) return this.#entries("]", () => this.#want("value", () => this.#value()));
    if (!this.#sign("{")) return this.#take(TEXT) || this.#take(PLAIN);
    return this.#entries(
      "}",
      () =>
        this.#want("key", () => this.#take(TEXT)) &&
        this.#want("colon", () => this.#sign(":")) &&
        this.#want("value", () => this.#value()),
    );
  }

  whole(): boolean {
    return this.#want("value", () => this.#value()) && this.#want("end", () => this.at === this.#text.length);
  }
}

/** Reads a config. */
export function read(text: string): Read {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { config: value as Fields };
    return { line: 1, column: 1, wanted: "object" };
  } catch {
    const walk = new Walk(text);
    try {
      walk.whole();
    } catch {
      // Nested too deep to go on: the fault is here.
    }
    const before = text.slice(0, walk.at).split("\n");
    return { line: before.length, column: before.at(-1)!.length + 1, wanted: walk.wanted };
  }
}

/** How a config is written. */
export const written = (config: Fields): string => `${JSON.stringify(config, null, 2)}\n`;
