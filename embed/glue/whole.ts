// A program in one piece as a module, with the bindings that wasm-bindgen writes.

import * as bindings from "bindings";
import { instantiate } from "./start";

export * from "bindings";

/** Fetches and starts the program. */
export default async function start(): Promise<void> {
  const { exports } = await instantiate(fetch(new URL(PROGRAM, import.meta.url)), {
    "./program_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as (() => void) | undefined)?.();
}
