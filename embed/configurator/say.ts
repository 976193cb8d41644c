// What the configurator itself says: a flat table a language, in `locales/configurator/`.

import en from "../../locales/configurator/en.json";
import ru from "../../locales/configurator/ru.json";

export type Key = keyof typeof en;

/** English has every text; where another table lacked one, this would not compile. */
const TABLES: Record<string, Record<Key, string>> = { en, ru };

let table: Record<Key, string> = en;

/** The languages that both the calculator and its configurator speak. */
export const SPOKEN = LANGUAGES.filter((language) => language in TABLES);

/** From now on everything is said in this language. */
export function speakIn(language: string): void {
  table = TABLES[language] ?? en;
}

/** A text with its slots filled in. */
export const say = (key: Key, slots: Record<string, string | number> = {}): string =>
  table[key].replace(/\{(\w+)\}/g, (_, name) => String(slots[name] ?? ""));

/** A text that may not be there, as of a key of the config that is newer than this page. */
export const known = (key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key as Key] : undefined;

/** The name of a language in that language, with a capital. */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
