// What a visitor reads: the calculator's own texts, by key, as the build publishes them. From them
// come the names of segments, sections and currencies, and the texts that may be replaced.

import { text } from "../files";

export type Words = ReadonlyMap<string, string>;

/** Lines after the first, which is a signature. */
const lines = (file: string): string[] => file.trimEnd().split("\n").slice(1);

/** Pairs the list of keys with the texts, whose slots get their names back. */
export function paired(keys: string, texts: string[]): Words {
  const rows = lines(keys).map((line) => line.split(" "));
  const said = texts.flatMap(lines);
  return new Map(
    rows.map(([key, ...slots], at) => {
      const named = (said[at] ?? "").replace(/\{(\d+)/g, (_, slot) => `{${slots[Number(slot)]}`);
      return [key!, named];
    }),
  );
}

/** All texts of a language. */
export async function words(language: string): Promise<Words> {
  const files = ["keys.txt", `${language}.core.txt`, `${language}.more.txt`];
  const [keys, ...texts] = await Promise.all(files.map(text));
  return paired(keys!, texts);
}

/** What stands above a section that may be hidden. */
const SECTIONS: Record<string, string> = { todo: "card.levers", breakdown: "card.breakdown" };

/** What a visitor calls an id that a key of the config takes; the id, where he never reads it. */
export function nameOf(words: Words, key: string, id: string): string {
  if (key === "hidden") return words.get(SECTIONS[id] ?? `panel.${id}`) ?? id;
  const name = words.get(`${key}.${id.toLowerCase()}`);
  if (key === "currency") return name ? `${id} · ${name}` : id;
  return name ?? id;
}
