// A session in the fragment of a page's address: it is sent to nobody.

/** The state that this page's address holds for a calculator, as `src/platform/address.rs` writes it. */
export const stated = ({ id }: Element): string | undefined => {
  const start = `#slc${id}=`;
  return location.hash.startsWith(start) ? location.hash.slice(start.length) : undefined;
};
