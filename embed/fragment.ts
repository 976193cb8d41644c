// A session in the fragment of a page's address: it is sent to nobody.

/** What stands before it: where there are several, each is known by its id. */
const mark = ({ id }: Element): string => `#slc${id}=`;

/** The state that this page's address holds for a calculator. */
export const stated = (element: Element): string | undefined => {
  const start = mark(element);
  return location.hash.startsWith(start) ? location.hash.slice(start.length) : undefined;
};

/** This page's address with a state. Its characters need no escaping. */
export const sessionOf = (element: Element, state: string): string =>
  `${location.href.split("#", 1)[0]}${mark(element)}${state}`;
