// What has been entered, kept in the visitor's browser where the owner lets it. Some settings forbid
// storage, and a full one takes nothing: then nothing is kept.

/** Where it is kept: by page, and by the element's id where there are several. */
const place = ({ id }: Element): string => `slc.state ${location.pathname} ${id}`;

export function kept(element: Element): string | undefined {
  try {
    return localStorage.getItem(place(element)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a state; an empty one is forgotten. */
export function keep(element: Element, state: string): void {
  try {
    if (state) localStorage.setItem(place(element), state);
    else localStorage.removeItem(place(element));
  } catch {
    // It lasts as long as the page.
  }
}
