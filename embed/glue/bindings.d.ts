// What wasm-bindgen writes around a program, as far as scripts use it.
declare module "bindings" {
  /** Tells the bindings what they call. */
  export function __wbg_set_wasm(exports: object): void;

  /** Of the page's program: see `src/mount.rs`. */
  export function mount(root: Element, start: unknown, host: unknown): Promise<{ destroy(): void }>;

  /** Of the worker's: see `crates/worker`. */
  export class Simulation {
    constructor(study: Float64Array);
    step(count: number): number;
    readonly total: number;
    result(): Float64Array;
    free(): void;
  }
}

/** The file of the program. */
declare const PROGRAM: string;

/** The files of each part, in the order in which they are loaded. */
declare const PARTS: Readonly<Record<string, readonly string[]>>;
