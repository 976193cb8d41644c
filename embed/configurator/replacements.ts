// Words of the owner's in the place of ours: found by what they say, edited, put back.

import type { Control, Place } from "./control";
import { make } from "./make";
import { ownName, say, SPOKEN } from "./say";
import { isFields } from "./schema";
import { type Words, words as fetched } from "./words";

/** Hits that are shown. */
const MOST_HITS = 8;

/** What owners most often say in their own words: shown until something is searched. */
const USUAL = ["page.question", "page.lead", "page.brand"];

/** The keys of the texts that say what is searched for. */
export function hits(words: Words, own: Record<string, unknown>, search: string): string[] {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === "") return [...new Set([...Object.keys(own), ...USUAL])].filter((key) => words.has(key) || key in own);
  const says = (text: unknown) => String(text).toLocaleLowerCase().includes(wanted);
  return [...words.keys()].filter((key) => says(words.get(key)) || says(own[key] ?? "") || key === wanted);
}

export function replacements(place: Place): Control {
  const { work, path, schema } = place;
  let language = document.documentElement.lang;
  let words = place.words;
  const own = (): Record<string, unknown> => {
    const now = work.at([...path, language]);
    return isFields(now) ? now : {};
  };
  const most = Object.values(schema.properties ?? {})[0] as { additionalProperties?: { maxLength?: number } } | undefined;

  const list = make("ul", { class: "texts" });
  const count = make("p", { class: "field-note", role: "status" });
  const search = make("input", { type: "search", id: "texts-search", autocomplete: "off", oninput: () => draw() });
  const speak = make(
    "select",
    { id: "texts-language", onchange: () => void change() },
    ...SPOKEN.map((one) => make("option", { value: one, selected: one === language }, ownName(one))),
  );
  async function change(): Promise<void> {
    const wanted = speak.value;
    const found = await fetched(wanted);
    if (wanted !== speak.value) return;
    [language, words] = [wanted, found];
    draw();
  }

  /** A text with what stands there now. */
  function row(key: string): HTMLLIElement {
    const ours = words.get(key) ?? "";
    const id = `text-${key}`;
    const write = () => work.set([...path, language, key], area.value.replace(/\s*\n\s*/g, " "), area);
    const area = make("textarea", {
      id, rows: 2, lang: language, maxlength: most?.additionalProperties?.maxLength, placeholder: say("texts.yours"), oninput: write,
    });
    area.value = String(own()[key] ?? "");
    const slots = [...new Set(ours.match(/\{\w+/g) ?? [])].map((slot) => `${slot}}`);
    return make(
      "li",
      { class: "field field-stacked", "data-path": [...path, language, key].join(".") },
      make("label", { for: id, lang: language }, ours || key),
      make("div", { class: "field-control" }, area),
      slots.length > 0 && make("p", { class: "field-note" }, say("texts.slots", { slots: slots.join(", ") })),
      make("p", { class: "field-error", hidden: true }),
    );
  }

  function draw(): void {
    const found = hits(words, own(), search.value);
    list.replaceChildren(...found.slice(0, search.value.trim() === "" ? undefined : MOST_HITS).map(row));
    count.textContent = search.value.trim() === "" ? "" : say("texts.hits", { all: found.length, shown: Math.min(found.length, MOST_HITS) });
  }

  const control = (id: string, label: string, input: HTMLElement) =>
    make("div", { class: "field field-stacked" }, make("label", { for: id }, label), make("div", { class: "field-control" }, input));
  const element = make(
    "div",
    { class: "stack", "data-path": path.join(".") },
    make("p", { class: "field-note" }, say("texts.hint")),
    make("div", { class: "pair" }, control("texts-search", say("texts.search"), search), control("texts-language", say("texts.language"), speak)),
    count,
    list,
    make("p", { class: "field-error", hidden: true }),
  );
  return { element, show: () => void (list.contains(document.activeElement) || draw()) };
}
