// Makes elements: the one place where the configurator's page comes from.

type Given = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;
type Child = Node | string | undefined | false;

/** An element with attributes, listeners (`onclick`) and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Given = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** Small pictures, drawn with lines as those of the calculator. */
const ICONS = {
  brand: "M3 20h4.5v-4.500H12V11h4.5V6.500H21",
  undo: "M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3",
  reset: "M4 12a8 8 0 1 0 2.5-5.8M4 4v5h5",
  chevron: "m6 9 6 6 6-6",
  caution: "M12 4 21 20H3zM12 10v4.5M12 17.3v.01",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  download: "M12 4v11m-5-5 5 5 5-5M4 20h16",
  open: "M12 20V9m-5 5 5-5 5 5M4 4h16",
};

/** A picture, hidden from screen readers: what it says stands beside it. */
export function icon(name: keyof typeof ICONS): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  made.setAttribute("class", name === "chevron" ? "icon chevron" : "icon");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", ICONS[name]);
  made.append(path);
  return made;
}
