// The loader: fetches the program once for a page, starts it, and starts it afresh after a panic.

import { address, get, once } from "./files";
import type { Start, Surroundings } from "./surroundings";
import { NAME } from "./tell";

/** A calculator in the program's hands. */
export interface Handle {
  destroy(): void;
}

/** The glue that the build writes around the program. */
interface Glue {
  default(init: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  mount(root: Element, start: Start, host: Surroundings): Promise<Handle>;
  /** Is called once, when the program has panicked; whatever is called of it later does nothing. */
  on_trap(heard: (error: unknown) => void): void;
}

/** Who uses the program. */
export interface User {
  /** The program has panicked: ask for it again. */
  restart(error: unknown): void;
  /** It has done so again: give up. */
  fail(error: unknown): void;
}

/** A program that runs. */
export interface Program {
  /** Draws a calculator into an element of its own. */
  mount(root: Element, start: Start, host: Surroundings, user: User): Promise<Handle>;
}

/** A second panic within this time, milliseconds, is no accident. */
const SOON = 10_000;

const modules = new Map<string, Promise<WebAssembly.Module>>();
let running: Promise<Program> | undefined;
let runs = 0;
let lastPanic = -Infinity;

/** Compiles the program once for all calculators of the page and all of its runs. */
const compiled = (): Promise<WebAssembly.Module> =>
  once(modules, "app.wasm", async () => {
    const response = await get("app.wasm");
    const type = response.headers.get("content-type");
    if (type?.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
    // Streaming is refused then, though the bytes are right.
    console.warn(`${NAME}: serve .wasm as application/wasm, not ${type}`);
    return WebAssembly.compile(await response.arrayBuffer());
  });

async function start(): Promise<Program> {
  // Each run is a module of its own: a program that has panicked cannot be used again.
  const script = address("app.js") + (runs ? `?run=${runs}` : "");
  runs += 1;
  const [glue, module] = await Promise.all([import(script) as Promise<Glue>, compiled()]);
  await glue.default({ module_or_path: module });
  const users = new Set<User>();
  glue.on_trap((error) => {
    running = undefined;
    const again = performance.now() - lastPanic < SOON;
    lastPanic = performance.now();
    // Out of the program's own call: what follows must not run inside of what has just broken.
    setTimeout(() => {
      for (const user of users) again ? user.fail(error) : user.restart(error);
    });
  });
  return {
    async mount(root, start, host, user) {
      users.add(user);
      const handle = await glue.mount(root, start, host);
      return {
        destroy() {
          users.delete(user);
          handle.destroy();
        },
      };
    },
  };
}

/** The program, started when it is first asked for. */
export function program(): Promise<Program> {
  const now = (running ??= start());
  now.catch(() => {
    if (running === now) running = undefined;
  });
  return now;
}
