// Controls for keys of which the schema does not say enough: a colour to look at, markets by kind,
// a picture to pick, sections that are shown until one hides them.

import tables from "../../crates/model/data/segments.json";
import { json, type Control, choice, control, hint, label, line, type Place, ticks } from "./control";
import { make } from "./make";
import { replacements } from "./replacements";
import { say, SPOKEN } from "./say";

/** The segments by kind of market; those that the tables do not have, by none. */
function segment(place: Place): Control {
  const ids = place.schema.enum ?? [];
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const market = tables.segments.find((row) => row.id === id)?.market ?? "";
    groups.set(market, [...(groups.get(market) ?? []), id]);
  }
  const named = [...groups].map(([market, own]): [string, string[]] => [place.words.get(`market.${market}`) ?? "", own]);
  return choice(place, named);
}

/** A colour, as a swatch to pick by and as text. */
function accent(place: Place): Control {
  const { work, path } = place;
  const set = () => String(work.at(path) ?? "");
  const swatch = make("input", {
    type: "color",
    class: "swatch-input",
    "aria-label": say("accent.pick"),
    oninput: () => {
      work.set(path, swatch.value);
    },
  });
  const text = line(place, "text", swatch);
  const show = () => {
    text.show();
    swatch.value = /^#[\da-f]{6}$/i.test(set()) ? set() : "#0b6b5b";
  };
  return { element: text.element, show };
}

/** The largest picture that goes into a config, bytes. */
const MOST_PICTURE = 24_000;

/** A picture's address, or the picture itself. */
function logo(place: Place): Control {
  const { work, path } = place;
  const told = make("p", { class: "field-error", role: "status", hidden: true });
  const tell = (text: string) => {
    told.textContent = text;
    told.hidden = text === "";
  };
  const take = async () => {
    const file = picked.files?.[0];
    picked.value = "";
    if (!file) return;
    if (!file.type.startsWith("image/")) return tell(say("logo.kind"));
    if (file.size > MOST_PICTURE) return tell(say("logo.size", { size: Math.ceil(file.size / 1000), most: MOST_PICTURE / 1000 }));
    const reader = new FileReader();
    reader.onload = () => {
      tell("");
      work.set(path, reader.result);
    };
    reader.onerror = () => tell(say("logo.kind"));
    reader.readAsDataURL(file);
  };
  const picked = make("input", { type: "file", accept: "image/*", class: "visually-hidden", id: "logo-file", onchange: take });
  const button = make("span", { class: "upload" }, picked, make("label", { class: "button", for: "logo-file" }, say("logo.pick")));
  const elsewhere = make("p", { class: "field-note", role: "status" });
  const text = line(place);
  text.element.querySelector(".field-control")!.after(button, told);
  text.element.append(elsewhere);
  const show = () => {
    text.show();
    const away = /^https?:/i.test(String(work.at(path) ?? "")) && !String(work.at(path)).startsWith(location.origin);
    elsewhere.textContent = away ? say("logo.elsewhere") : "";
  };
  return { element: text.element, show };
}

/** What visitors find entered: taken from the preview, as nobody writes it by hand. */
function state(place: Place): Control {
  const { work, path, entered } = place;
  const [what] = path;
  const button = (name: string, label: string, press: () => void) =>
    make("button", { type: "button", class: "button", name, onclick: press }, label);
  const told = make("p", { class: "small", role: "status" });
  // What could be undone there is nobody's business.
  const take = button("take", say("state.take"), () => {
    const now = entered().split("!", 1)[0];
    if (now) work.set(path, now);
    else told.textContent = say("state.nothing");
  });
  const drop = button("drop", say("state.drop"), () => work.set(path, ""));
  const element = make(
    "fieldset",
    { class: "stack", "data-path": what },
    make("legend", {}, label(place)),
    make("p", { class: "field-note" }, hint(place)),
    make("div", { class: "row" }, take, drop),
    told,
    make("p", { class: "field-error", hidden: true }),
  );
  const show = () => {
    const is = work.at(path) !== undefined;
    drop.hidden = !is;
    told.textContent = is ? say("state.taken") : "";
  };
  return { element, show };
}

const SPECIAL: Record<string, (place: Place) => Control> = {
  lang: (place) => choice(place, [["", SPOKEN]]),
  segment,
  accent,
  logo,
  state,
  hidden: (place) => ticks(place, place.schema.items?.enum ?? [], true),
  texts: replacements,
  // Too many for fields: whoever has measured them has them in a file.
  parameters: json,
};

/** The control for a key of the config. */
export function keyControl(place: Place): Control {
  const special = SPECIAL[place.path[0]!];
  return special ? special(place) : control(place);
}
