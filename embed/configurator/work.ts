// The config in the making: every change goes through here, can be taken back, and is kept in this
// browser until it is forgotten.

import { keep, kept } from "../kept";
import { type Fields, read } from "./json";
import { isFields } from "./schema";

/** The name that it is kept under. */
const KEPT = "configurator";

/** Changes that can be taken back. */
const MOST_UNDO = 200;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** An object with another value at a path; what is empty then goes. */
function changed(from: unknown, [key, ...rest]: string[], value: unknown): Fields {
  const fields: Fields = isFields(from) ? { ...from } : {};
  const now = rest.length > 0 ? changed(fields[key!], rest, value) : value;
  if (isEmpty(now)) delete fields[key!];
  else fields[key!] = now;
  return fields;
}

export class Work {
  config: Fields = {};
  /** Where the folder with the calculator lies; empty: where this page does. */
  folder = "";
  #past: Fields[] = [];
  /** What the last change was of: as long as it goes on, it is one change. */
  #last = "";
  #heard: ((by: Node | undefined) => void)[] = [];

  constructor() {
    const before = read(kept(KEPT) ?? "{}");
    if (!("config" in before)) return;
    const { config, folder } = before.config;
    if (isFields(config)) this.config = config;
    if (typeof folder === "string") this.folder = folder;
  }

  /** Calls back after each change, with the field that it was made in. */
  onChange(heard: (by: Node | undefined) => void): void {
    this.#heard.push(heard);
  }

  at(path: string[]): unknown {
    let value: unknown = this.config;
    for (const key of path) value = isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return value;
  }

  set(path: string[], value: unknown, by?: Node): void {
    this.replace(changed(this.config, path, value), path.join("."), by);
  }

  /** Goes on with another config. */
  replace(config: Fields, of = "", by?: Node): void {
    if (JSON.stringify(config) === JSON.stringify(this.config)) return;
    if (of === "" || of !== this.#last) this.#past = [...this.#past.slice(-MOST_UNDO), this.config];
    this.#last = of;
    this.config = config;
    this.#tell(by);
  }

  settle(folder: string, by: Node): void {
    this.folder = folder;
    this.#tell(by);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#last = "";
    this.config = before;
    this.#tell();
  }

  /** Begins anew; that can be taken back, too. */
  startOver(): void {
    this.replace({});
  }

  /** Begins anew, and nothing of what was is left anywhere. */
  forget(): void {
    this.config = {};
    this.folder = "";
    this.#past = [];
    this.#tell();
  }

  #tell(by?: Node): void {
    const { config, folder } = this;
    const nothing = isEmpty(config) && folder === "";
    keep(KEPT, nothing ? undefined : JSON.stringify({ config, folder }));
    for (const heard of this.#heard) heard(by);
  }
}
