// Goes before every script of the tests: finds what is shown, in open shadow roots too. A
// calculator's children, its static text, count only while the calculator shows them.
const shown = (e) => {
  const host = e.closest("service-level-calculator");
  return !host || host === e || !host.shadowRoot || !!host.shadowRoot.querySelector("slot");
};
const deep = (root, css) => within((root === document && window.__looked) || root, css);
const within = (root, css) => [
  ...[...root.querySelectorAll(css)].filter(shown),
  ...[...root.querySelectorAll("*")].flatMap((e) => (e.shadowRoot ? within(e.shadowRoot, css) : [])),
];
const one = (css) => deep(document, css)[0] ?? null;
const active = () => {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  return e;
};
// What a visitor reads in an element, in its shadow root too.
const read = (e) => {
  const inside = e.shadowRoot ? [...e.shadowRoot.children] : [...e.children];
  if (e.localName === "slot") return e.assignedNodes().map((node) => (node instanceof Text ? node.data : read(node))).join("\n");
  if (!e.shadowRoot && !deep(e, "*").some((child) => child.shadowRoot)) return e.innerText;
  return inside.map(read).join("\n");
};
