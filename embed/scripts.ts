// The other scripts of the build, brought when they are wanted.

/** Brings a script by its name with the hash. Only the entry of a page knows where they are.
 * @internal */
export type Bring = (name: string) => Promise<unknown>;

let how: Bring;

export function bringBy(bring: Bring): void {
  how = bring;
}

/** Brings one. */
export const bring = <Module>(name: string): Promise<Module> => how(name) as Promise<Module>;
