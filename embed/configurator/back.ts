// Reads a config back: from a file that is picked or dropped anywhere, or as it is typed. What
// cannot be read changes nothing.

import { type Read, read, written } from "./json";
import { icon, make } from "./make";
import { say } from "./say";
import type { Work } from "./work";

/** As large as the calculator takes it, bytes. */
const MOST = 256 * 1024;

/** What is wrong, in words. */
const reason = ({ line, column, wanted }: Exclude<Read, { config: object }>): string =>
  say("misread", { line, column, wanted: say(`wanted.${wanted}`) });

/** Reads a file; says what came of it. */
async function take(work: Work, file: File): Promise<string> {
  const name = file.name;
  if (file.size > MOST) return say("back.refused", { name, reason: say("back.large", { most: MOST / 1024 }) });
  const found = read(await file.text().catch(() => ""));
  if (!("config" in found)) return say("back.refused", { name, reason: reason(found) });
  work.replace(found.config);
  return say("back.done", { name });
}

/** A button that picks a file; files dropped on the page are taken too. */
export function readBack(work: Work): HTMLElement {
  const told = make("p", { role: "status", class: "small back-told" });
  const use = async (file: File | undefined) => {
    if (file) told.textContent = await take(work, file);
  };
  const picked = make("input", {
    type: "file", id: "back", name: "back", accept: ".json,application/json", class: "visually-hidden",
    onchange: () => void use(picked.files?.[0]).then(() => (picked.value = "")),
  });
  document.ondragover = (event) => event.preventDefault();
  document.ondrop = (event) => {
    event.preventDefault();
    void use(event.dataTransfer?.files[0]);
  };
  return make("div", { class: "upload" }, picked, make("label", { class: "button", for: "back" }, icon("open"), say("back")), told);
}

/** The whole config as JSON, to be read and written. */
export function whole(work: Work): { element: HTMLElement; show: () => void } {
  const fault = make("p", { class: "field-error", id: "whole-fault", role: "status", hidden: true });
  const tell = (text: string) => {
    fault.textContent = text;
    fault.hidden = text === "";
    area.setAttribute("aria-invalid", String(text !== ""));
  };
  const area = make("textarea", {
    id: "whole", name: "whole", class: "code", rows: 12, spellcheck: "false", "aria-describedby": "whole-note whole-fault",
    oninput: () => {
      const found = read(area.value);
      if (!("config" in found)) return tell(reason(found));
      tell("");
      work.replace(found.config, "whole", area);
    },
  });
  const element = make(
    "div",
    { class: "field field-stacked" },
    make("label", { for: "whole" }, say("whole")),
    make("div", { class: "field-control" }, area),
    make("p", { class: "field-note", id: "whole-note" }, say("whole.hint")),
    fault,
  );
  const show = () => {
    if (area.matches(":focus")) return;
    area.value = written(work.config);
    tell("");
  };
  return { element, show };
}
