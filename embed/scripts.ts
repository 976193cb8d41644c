// The other scripts of the build, brought when they are wanted.

/** Gives the address of a script by its name with the hash. Only the entry of a page knows.
 * @internal */
export type Find = (name: string) => string | Promise<string>;

let find: Find;

export function findBy(how: Find): void {
  find = how;
}

/** Where they lie beside an address. */
export const beside = (address: string): Find => (name) => new URL(name, address).href;

/** Brings one. */
export const bring = async <Module>(name: string): Promise<Module> =>
  import(/* webpackIgnore: true */ /* @vite-ignore */ await find(name));
