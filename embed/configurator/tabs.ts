// Tabs by the pattern of the ARIA guide: one stop for the Tab key, arrows go from one to the next.

import { make } from "./make";

export interface Tab {
  id: string;
  /** What stands on it. */
  name: Node[];
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A row of tabs that share one panel; `chosen` is called with each choice, and at first. */
export function tabs(name: string, all: Tab[], first: string, panel: HTMLElement, chosen: (id: string) => void): HTMLElement {
  const buttons = all.map(({ id, name }, at) =>
    make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${id}`,
        class: "tab",
        "aria-controls": panel.id,
        onclick: () => choose(at),
        onkeydown: (event) => {
          const step = STEPS[(event as KeyboardEvent).key];
          if (!step) return;
          event.preventDefault();
          const next = step(at, all.length);
          choose(next);
          buttons[next]!.focus();
        },
      },
      ...name,
    ),
  );
  function choose(at: number): void {
    buttons.forEach((button, other) => {
      button.setAttribute("aria-selected", String(other === at));
      button.tabIndex = other === at ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", buttons[at]!.id);
    chosen(all[at]!.id);
  }
  panel.setAttribute("role", "tabpanel");
  choose(Math.max(0, all.findIndex(({ id }) => id === first)));
  return make("div", { role: "tablist", "aria-label": name, class: "tabs" }, ...buttons);
}
