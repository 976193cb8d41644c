// Which language a calculator speaks.

/** The first of these tags whose language the calculator has. */
export function speaks(...wishes: (string | null | undefined)[]): string | undefined {
  const codes = wishes.map((wish) => wish?.trim().split("-", 1)[0]?.toLowerCase());
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

/** What a config in JSON sets, before it is read in full by the program. */
export function peek(json: string | undefined): string | undefined {
  try {
    const { lang } = JSON.parse(json ?? "{}");
    return typeof lang === "string" ? lang : undefined;
  } catch {
    return undefined; // The program says what is wrong with it.
  }
}
