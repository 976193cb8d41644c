// The entry of the npm package: whoever imports it has the element. Also on a server, where there
// are no elements.

import { define } from "../element";

export type { ServiceLevelCalculator } from "../element";
export * from "../types";

if ("customElements" in globalThis) {
  define(async (name) => {
    const { scripts } = await import("./files.js");
    return import(/* webpackIgnore: true */ /* @vite-ignore */ scripts[name]!);
  });
}
