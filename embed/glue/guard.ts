// Notices when the program breaks down. Its panics are bare traps without a message (which saves a
// visitor a tenth of the bytes), and whatever traps leaves the program in an unknown state: from
// then on it is left alone.

type Hook = (reason: unknown) => void;

let hook: Hook | undefined;
let trapped = false;
let told = false;
let reason: unknown;
/** Calls into the program that are under way: it calls us, and we it. */
let depth = 0;

/**
 * What a call returns that did nothing. The glue takes a number from what is returned, or looks
 * for an error in a pair: here it finds 0 and no error.
 */
const NOTHING: readonly never[] = Object.freeze([]);

function tell() {
  if (!trapped || told || !hook) return;
  told = true;
  hook(reason);
}

/** Calls back once when the program has broken down, also where that has happened already. */
export function on_trap(callback: Hook): void {
  hook = callback;
  tell();
}

/**
 * A function of the program as JavaScript may call it. Whatever it throws is a breakdown: the
 * errors that an export returns on purpose are thrown outside, by the glue. The outermost call
 * swallows it and tells; the inner ones pass it on, so that nothing in between goes on as if all
 * were well. After a breakdown every call does nothing.
 */
export function guarded<A extends unknown[], R>(call: (...values: A) => R) {
  return (...values: A): R | typeof NOTHING => {
    if (trapped) return NOTHING;
    depth += 1;
    try {
      return call(...values);
    } catch (error) {
      if (!trapped) reason = error;
      trapped = true;
      if (depth > 1) throw error;
      return NOTHING;
    } finally {
      depth -= 1;
      if (depth === 0) tell();
    }
  };
}

/** The exports of an instance, each function guarded; memories, tables and globals as they are. */
export function guard(exports: WebAssembly.Exports): Record<string, unknown> {
  const all = Object.entries(exports) as [string, unknown][];
  return Object.fromEntries(
    all.map(([name, value]) => [
      name,
      typeof value === "function" ? guarded(value as (...values: unknown[]) => unknown) : value,
    ]),
  );
}
