// Which language a calculator speaks.

/** The first of these tags whose language the calculator has. */
export function speaks(...wishes: unknown[]): string | undefined {
  const codes = wishes.map((wish) => String(wish ?? "").trim().split("-", 1)[0]?.toLowerCase());
  return codes.find((code) => code !== undefined && LANGUAGES.includes(code));
}

/** The language of the text around an element, its shadow roots' hosts included. */
export function around(element: Element): string | undefined {
  let at: Element | null = element;
  while (at) {
    const named: Element | null = at.closest("[lang]");
    if (named) return named.getAttribute("lang") ?? undefined;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

