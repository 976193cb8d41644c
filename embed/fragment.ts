// A session in the fragment of a page's address: it is sent to nobody.

const MARK = "#slc=";

/** The state that this page's address holds. */
export const stated = (): string | undefined =>
  location.hash.startsWith(MARK) ? location.hash.slice(MARK.length) : undefined;

/** This page's address with a state. Its characters need no escaping. */
export const sessionOf = (state: string): string => `${location.href.split("#", 1)[0]}${MARK}${state}`;
