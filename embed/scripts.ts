// The other scripts of the build, brought when they are wanted.

let folder: string;

/** Says where they are: beside this address. Only the entry of a page knows. */
export function besides(address: string): void {
  folder = address;
}

/** Brings one, by its name with the hash. */
export const bring = <Module>(name: string): Promise<Module> => import(new URL(name, folder).href);
