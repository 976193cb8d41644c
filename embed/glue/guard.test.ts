// Run by `cargo xtask test` in Node.

import { guard, on_trap } from "./guard";

/** A module in bytes: `trap` traps, `call` calls the import `m.f`, `seven` returns 7. */
const MODULE = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 8, 2, 0x60, 0, 0, 0x60, 0, 1, 0x7f], // types: () -> (), () -> i32
  ...[2, 7, 1, 1, 0x6d, 1, 0x66, 0, 0], // import m.f
  ...[3, 4, 3, 0, 0, 1], // three functions
  ...[7, 23, 3, 4, 0x74, 0x72, 0x61, 0x70, 0, 1], // exports: trap,
  ...[4, 0x63, 0x61, 0x6c, 0x6c, 0, 2, 5, 0x73, 0x65, 0x76, 0x65, 0x6e, 0, 3], // call, seven
  ...[10, 15, 3, 3, 0, 0, 0x0b, 4, 0, 0x10, 0, 0x0b, 4, 0, 0x41, 7, 0x0b],
]);

/** Neither a number but 0, nor a pair with an error in it. */
const isNothing = (returned: unknown) =>
  Number(returned) === 0 && (returned as unknown[])[1] === undefined;

function expect(holds: boolean, what: string) {
  if (!holds) throw new Error(what);
}

const calls: Record<string, () => unknown> = {};
let inside: unknown = "nothing";
const f = () => {
  try {
    calls.trap();
  } catch (error) {
    inside = error;
  }
};
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { m: { f } });
Object.assign(calls, guard(exports));

expect(calls.seven() === 7, "a call passes its result on");
const told: unknown[] = [];
on_trap((reason) => told.push(reason));
expect(told.length === 0, "all is well so far");

// From JavaScript into the program, out of it, and in again, where it traps.
expect(calls.call() === undefined, "the outermost call swallows the breakdown");
expect(inside instanceof WebAssembly.RuntimeError, "the inner one passes it on");
expect(told.length === 1 && told[0] === inside, `told once: ${told}`);
expect(isNothing(calls.seven()), "the program is left alone from then on");
expect(isNothing(calls.trap()) && told.length === 1, "and nothing is told twice");

let late: unknown;
on_trap((reason) => (late = reason));
expect(late === undefined, "a hook that comes later does not repeat what was told");
