// The loader: fetches the program once for a page, starts it, and starts it afresh after a panic.

import { address, get, once } from "./files";
import type { Services, Start } from "./services";
import { NAME } from "./emit";

/** A calculator in the program's hands. */
export interface Handle {
  /** Draws and tells everything that was entered up to now. */
  settle(): Promise<void>;
  destroy(): void;
}

/** The program's script: `embed/glue/app.ts` with the bindings of wasm-bindgen. */
interface Glue {
  default(program: WebAssembly.Module): Promise<void>;
  mount(root: Element, start: Start, services: Services): Promise<Handle>;
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
  mount(root: Element, start: Start, services: Services, user: User): Promise<Handle>;
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
  await glue.default(module);
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
    async mount(root, start, services, user) {
      users.add(user);
      const handle = await glue.mount(root, start, services);
      return {
        settle: () => handle.settle(),
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
