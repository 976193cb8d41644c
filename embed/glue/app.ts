// The page's program as a module: the build bundles this with the bindings that wasm-bindgen writes.

import * as bindings from "bindings";
import { guard } from "./guard";
import { parts } from "./parts";
import { instantiate } from "./start";

export { mount } from "bindings";
export { on_trap } from "./guard";

/** Starts the program. */
export default async function start(program: WebAssembly.Module): Promise<void> {
  const { exports } = await instantiate(program, {
    "./program_bg.js": bindings as unknown as WebAssembly.ModuleImports,
    "./parts": parts(() => exports),
  });
  const guarded = guard(exports);
  bindings.__wbg_set_wasm(guarded);
  (guarded.__wbindgen_start as (() => void) | undefined)?.();
}
