// Loads the parts of the program: each after those whose code it calls.

import { once } from "../files";
import { guarded } from "./guard";
import { instantiate } from "./start";

/** Calls a function of the program back: whether a part is there. */
type Loader = (callback: number, data: number) => Promise<void>;

const loaded = new Map<string, Promise<unknown>>();

/** What the program imports to have its parts loaded. A part imports memory and table of the first one. */
export function parts(first: () => WebAssembly.Exports): Record<string, Loader> {
  const load = (files: readonly string[]): Promise<unknown> => {
    let before: Promise<unknown> = Promise.resolve();
    for (const file of files) {
      const earlier = before;
      before = once(loaded, file, async () => {
        const response = fetch(new URL(file, import.meta.url));
        response.catch(() => {}); // Heard of below.
        await earlier;
        return instantiate(response, { first: first() as WebAssembly.ModuleImports });
      });
    }
    return before;
  };
  const loader =
    (files: readonly string[]): Loader =>
    async (callback, data) => {
      const here = await load(files).then(
        () => 1,
        (error) => (console.error(error), 0),
      );
      guarded((first().__indirect_function_table as WebAssembly.Table).get(callback))(data, here);
    };
  return Object.fromEntries(
    Object.entries(PARTS).map(([name, files]) => [`__wasm_split_load_${name}`, loader(files)]),
  );
}
