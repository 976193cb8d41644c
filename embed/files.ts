// The files of the build: their addresses, and one promise for each.

import { Failure } from "./failure";

/** The address of a file; beside this script, whatever page it runs on. */
export function address(name: string): string {
  const file = FILES[name];
  if (file === undefined) throw new Error(`${name}: no such file`);
  return new URL(file, import.meta.url).href;
}

const missing = (name: string, why: string): Failure =>
  new Failure(name.endsWith(".txt") ? "texts_missing" : "program_missing", `${name}: ${why}`);

const PAGE_INSTEAD = "a page instead of the file";

/** Fetches a file; a missing one is an error, however the host puts it. */
export async function get(name: string): Promise<Response> {
  const response = await fetch(address(name)).catch((error) => {
    throw missing(name, String(error)); // The browser's own words do not name the file.
  });
  if (!response.ok) throw missing(name, String(response.status));
  // Some hosts answer 200 and a page of theirs for whatever is missing.
  if (response.headers.get("content-type")?.includes("text/html")) throw missing(name, PAGE_INSTEAD);
  return response;
}

/** What `make` promises for a key, once; what has failed is made again when it is asked for again. */
export function once<K, T>(made: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const before = made.get(key);
  if (before) return before;
  const promise = make();
  made.set(key, promise);
  promise.catch(() => made.delete(key));
  return promise;
}

const texts = new Map<string, Promise<string>>();

/** The content of a text file. */
export const text = (name: string): Promise<string> =>
  once(texts, name, async () => {
    const content = await (await get(name)).text();
    // A page in place of the file, under the file's own type.
    if (content.trimStart().startsWith("<")) throw missing(name, PAGE_INSTEAD);
    return content;
  });
