// What this browser keeps of a visitor: for the calculator's own pages, or where an owner lets it.

import { speaks } from "./language";

/** Some settings forbid storage: then nothing is kept. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`slc.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a value for the next visit, or nothing any more. */
export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`slc.${name}`);
    else localStorage.setItem(`slc.${name}`, value);
  } catch {
    // It is asked for again on the next visit.
  }
}

/** Under which name a calculator's state is kept: by page, and by id where there are several. */
export const stateOf = ({ id }: Element): string => `state ${location.pathname} ${id}`;

/** The first language we speak among: the link's, the kept one, the browser's. */
export function wanted(query: URLSearchParams): string {
  return speaks(query.get("lang"), kept("lang"), ...navigator.languages) ?? LANGUAGES[0]!;
}
