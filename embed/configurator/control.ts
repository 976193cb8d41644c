// A control for a key of the config, by what the schema says that it takes.

import { make } from "./make";
import { known, ownName, say, SPOKEN } from "./say";
import { isFields, lacking, type Schema } from "./schema";
import { nameOf, type Words } from "./words";
import type { Work } from "./work";

/** What a control shows and changes. */
export interface Place {
  work: Work;
  words: Words;
  path: string[];
  schema: Schema;
  /** What has been entered in the preview, as a state. */
  entered: () => string;
}

export interface Control {
  element: HTMLElement;
  /** Shows what is set now. */
  show(): void;
}

const id = ({ path }: Place): string => path.join("-");

/** What a key is called here, or by the calculator; its own name, where it is newer than both. */
export function label({ path, words }: Place): string {
  const last = path.at(-1)!;
  const named = known(`key.${path.join(".")}`);
  if (named !== undefined || path.length === 1) return named ?? last;
  if (SPOKEN.includes(last)) return ownName(last);
  return words.get(`field.${last}`) ?? words.get(`parameter.${last}`) ?? last;
}

/** What a value is called. */
function valueName({ path, words }: Place, value: string): string {
  return known(`key.${path.join(".")}.${value}`) ?? nameOf(words, path.at(-1)!, value);
}

/** What to know about a key; of one that is newer than this page the schema tells. */
export function hint({ path, schema }: Place): string | undefined {
  const key = path.join(".");
  return known(`hint.${key}`) ?? (known(`key.${key}`) ? undefined : schema.description);
}

/** The frame of a control: its name, what to know, room for a fault. */
export function field(place: Place, ...controls: (Node | undefined)[]): HTMLElement {
  const said = hint(place);
  return make(
    "div",
    { class: "field field-stacked", "data-path": place.path.join(".") },
    make("label", { for: id(place) }, label(place)),
    ...controls,
    said && make("p", { class: "field-note", id: `${id(place)}-note` }, said),
    make("p", { class: "field-error", id: `${id(place)}-fault`, hidden: true }),
  );
}

/** What every input of a field has. */
const given = (place: Place) => ({
  id: id(place),
  name: place.path.join("."),
  "aria-describedby": hint(place) ? `${id(place)}-note ${id(place)}-fault` : `${id(place)}-fault`,
});

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Shows a text in a field, unless that is where it is being typed. */
function put(input: Input, text: string): void {
  if (input.value !== text && !input.matches(":focus")) input.value = text;
}

/** What is set, as text. */
const textOf = ({ work, path }: Place): string => String(work.at(path) ?? "");

/** A line of text; where it must have a form, it counts once it has, or is left. */
export function line(place: Place, type = "text", ...beside: Node[]): Control {
  const { work, path, schema } = place;
  const whole = new RegExp(schema.pattern ?? "");
  const take = (done: boolean) => {
    const text = input.value.trim() === "" ? "" : input.value;
    if (done || text === "" || whole.test(text)) work.set(path, text, input);
  };
  const input = make("input", {
    ...given(place),
    type,
    maxlength: schema.maxLength,
    autocomplete: "off",
    spellcheck: "false",
    oninput: () => take(false),
    onchange: () => take(true),
  });
  const element = field(place, make("div", { class: "field-control" }, ...beside, input));
  return { element, show: () => put(input, textOf(place)) };
}

function number(place: Place): Control {
  const { work, path, schema } = place;
  const take = () => work.set(path, input.value === "" ? undefined : Number(input.value), input);
  const input = make("input", {
    ...given(place), type: "number", step: "any", min: schema.minimum, max: schema.maximum, oninput: take,
  });
  return {
    element: field(place, make("div", { class: "field-control" }, input)),
    show: () => put(input, textOf(place)),
  };
}

/** One of several, by groups where there are any; none, where nothing is set. */
export function choice(place: Place, groups: [string, string[]][]): Control {
  const { work, path } = place;
  const option = (value: string) => make("option", { value }, valueName(place, value));
  const none = known(`none.${path.join(".")}`) ?? say("none");
  const input = make(
    "select",
    { ...given(place), onchange: () => work.set(path, input.value, input) },
    make("option", { value: "" }, none),
    ...groups.flatMap(([name, values]) =>
      name === "" ? values.map(option) : [make("optgroup", { label: name }, ...values.map(option))],
    ),
  );
  const show = () => {
    const value = textOf(place);
    // What a file has brought stays, whether there is such a one or not.
    if (![...input.options].some((one) => one.value === value)) input.append(option(value));
    input.value = value;
  };
  return { element: field(place, make("div", { class: "field-control" }, input)), show };
}

/** Some of several; `out` lists those that are not ticked. */
export function ticks(place: Place, values: string[], out = false): Control {
  const { work, path } = place;
  const set = (): unknown[] => {
    const now = work.at(path);
    return Array.isArray(now) ? now : [];
  };
  const boxes = values.map((value) => {
    const change = () => {
      const others = set().filter((one) => one !== value);
      work.set(path, box.checked === out ? others : [...others, value], box);
    };
    const box = make("input", { type: "checkbox", name: path.join("."), value, onchange: change });
    return box;
  });
  const said = hint(place);
  const element = make(
    "fieldset",
    { class: "ticks", "data-path": path.join(".") },
    make("legend", {}, label(place)),
    said && make("p", { class: "field-note" }, said),
    ...boxes.map((box) => make("label", { class: "check" }, box, valueName(place, box.value))),
    make("p", { class: "field-error", hidden: true }),
  );
  const show = () => boxes.forEach((box) => (box.checked = set().includes(box.value) !== out));
  return { element, show };
}

/** Yes, or nothing. */
function flag(place: Place): Control {
  const { work, path } = place;
  const input = make("input", { ...given(place), type: "checkbox", onchange: () => work.set(path, input.checked || undefined, input) });
  const said = hint(place);
  const element = make(
    "div",
    { class: "ticks", "data-path": path.join(".") },
    make("label", { class: "check", for: id(place) }, input, label(place)),
    said && make("p", { class: "field-note", id: `${id(place)}-note` }, said),
    make("p", { class: "field-error", id: `${id(place)}-fault`, hidden: true }),
  );
  return { element, show: () => (input.checked = work.at(path) === true) };
}

/** A text a line. */
function lines(place: Place): Control {
  const { work, path } = place;
  const take = () => work.set(path, input.value.split("\n").map((one) => one.trim()).filter(Boolean), input);
  const input = make("textarea", { ...given(place), rows: 3, spellcheck: "false", onchange: take });
  const show = () => {
    const now = work.at(path);
    put(input, Array.isArray(now) ? now.join("\n") : "");
  };
  return { element: field(place, make("div", { class: "field-control" }, input)), show };
}

/** Whatever the schema has no simpler form for: as JSON. */
export function json(place: Place): Control {
  const { work, path } = place;
  const take = () => {
    try {
      work.set(path, input.value.trim() === "" ? undefined : JSON.parse(input.value), input);
      input.setCustomValidity("");
    } catch {
      input.setCustomValidity(say("fault.json"));
      input.reportValidity();
    }
  };
  const input = make("textarea", { ...given(place), class: "code", rows: 4, spellcheck: "false", onchange: take });
  const show = () => {
    const now = work.at(path);
    put(input, now === undefined ? "" : JSON.stringify(now, null, 2));
  };
  const note = make("p", { class: "field-note" }, say("json.hint"));
  return { element: field(place, make("div", { class: "field-control" }, input), note), show };
}

/** Fields of their own; says what an object begun still lacks. */
function group(place: Place): Control {
  const { work, path, schema } = place;
  const { properties = {}, required = [] } = schema;
  // What is needed comes first, in the order that it is needed in.
  const names = [...new Set([...required, ...Object.keys(properties)])].filter((name) => name in properties);
  const parts = names.map((name) => control({ ...place, path: [...path, name], schema: properties[name]! }));
  const lacks = make("p", { class: "field-note", role: "status" });
  const said = hint(place);
  const element = make(
    "fieldset",
    { class: "stack", "data-path": path.join(".") },
    make("legend", {}, label(place)),
    said && make("p", { class: "field-note" }, said),
    ...parts.map((part) => part.element),
    lacks,
    make("p", { class: "field-error", hidden: true }),
  );
  const show = () => {
    for (const part of parts) part.show();
    const still = isFields(work.at(path)) ? lacking(work.at(path), schema) : [];
    const called = still.map((name) => label({ ...place, path: [...path, name] }));
    lacks.textContent = called.length > 0 ? say("lacking", { names: called.join(", ") }) : "";
  };
  return { element, show };
}

/** The control for what a schema describes. */
export function control(place: Place): Control {
  const { type, enum: ids, items, properties } = place.schema;
  if (ids) return choice(place, [["", ids]]);
  if (type === "string") return line(place);
  if (type === "boolean") return flag(place);
  if (type === "number" || type === "integer") return number(place);
  if (type === "array" && items?.enum) return ticks(place, items.enum);
  if (type === "array" && items?.type === "string") return lines(place);
  if (type === "object" && properties) return group(place);
  return json(place);
}
