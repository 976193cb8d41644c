// The configurator's page: a form made from the config's schema, the calculator beside it, and the
// lines to take along. Nothing leaves the browser.

import { readBack, whole } from "./configurator/back";
import { card, type Fault, Form } from "./configurator/form";
import { icon, make } from "./configurator/make";
import { Preview } from "./configurator/preview";
import { Publish } from "./configurator/publish";
import { ownName, say, speakIn, SPOKEN } from "./configurator/say";
import { usable } from "./configurator/schema";
import { type Words, words } from "./configurator/words";
import { Work } from "./configurator/work";
import { keep, wanted } from "./kept";

/** How long the input rests before the preview follows, milliseconds. */
const REST = 250;

const work = new Work();
let language = wanted(new URLSearchParams(location.search));
let shown: { form: Form; publish: Publish; whole: { show: () => void }; undo: HTMLButtonElement } | undefined;

const faults = make("div", { class: "notice notice-caution faults", role: "status", tabindex: "0", hidden: true });
const preview = new Preview(refused);
const top = make("header", { class: "topbar" });
const head = make("div", { class: "question-head" });
const form = make("div", { class: "stack form" });
const bar = make("div", { class: "preview-bar" });
const aside = make("section", { class: "preview", id: "preview" }, bar, faults, preview.frame);
const publish = make("div");
const foot = make("footer", { class: "footer" });

function refused(all: Fault[]): void {
  shown?.form.tell(all);
  faults.hidden = all.length === 0;
  const lines = all.map(({ message }) => make("p", {}, say("refused", { message })));
  faults.replaceChildren(icon("caution"), make("div", { class: "stack" }, ...lines));
}

/** The languages of this page, taking back, the way to the code. */
function drawTop(): HTMLButtonElement {
  const speaks = SPOKEN.map((one) =>
    make(
      "button",
      {
        type: "button", class: "button button-quiet", lang: one, "data-language": one, title: ownName(one),
        "aria-pressed": String(one === language),
        onclick: () => {
          keep("lang", one);
          void speak(one);
        },
      },
      one.toUpperCase(),
    ),
  );
  const quiet = (name: "undo" | "reset", press: () => void) =>
    make("button", { type: "button", class: "button button-quiet", name, title: say(name), "aria-label": say(name), onclick: press }, icon(name));
  const undo = quiet("undo", () => work.undo());
  top.replaceChildren(
    make("p", { class: "brand" }, icon("brand"), make("span", {}, say("brand"))),
    make(
      "div",
      { class: "row" },
      make("div", { role: "group", "aria-label": say("language") }, ...speaks),
      undo,
      quiet("reset", () => work.startOver()),
      make("a", { class: "button button-primary", href: "#code" }, say("to_code")),
    ),
  );
  return undo;
}

/** How wide the preview is: as there is room, or as a phone. */
function drawBar(): void {
  const width = (value: "wide" | "phone") => {
    const radio = make("input", {
      type: "radio", name: "width", value, checked: (value === "phone") === aside.classList.contains("phone"),
      onchange: () => aside.classList.toggle("phone", value === "phone"),
    });
    return make("label", {}, radio, make("span", {}, say(`width.${value}`)));
  };
  bar.replaceChildren(
    make("h2", { class: "card-title", id: "preview-title" }, say("preview")),
    make("fieldset", { class: "segmented" }, make("legend", { class: "visually-hidden" }, say("width")), width("wide"), width("phone")),
  );
  aside.setAttribute("aria-labelledby", "preview-title");
  preview.frame.title = say("preview");
}

/** Draws all anew in a language; only the preview stays as it is. */
async function speak(wanted: string): Promise<void> {
  const texts: Words = await words(wanted).catch(() => new Map<string, string>());
  language = wanted;
  speakIn(language);
  document.documentElement.lang = language;
  document.title = say("title");
  const undo = drawTop();
  drawBar();
  head.replaceChildren(make("h1", {}, say("headline")), make("p", {}, say("lead")));
  const fields = new Form(work, texts, () => preview.state);
  const all = whole(work);
  form.replaceChildren(...fields.cards, card("card.whole", all.element));
  const lines = new Publish(
    work,
    (config) => {
      const named = typeof config.lang === "string" ? config.lang : language;
      const page = PAGES[named.split("-", 1)[0]!.toLowerCase()] ?? PAGES[language]!;
      return { language, question: page.title };
    },
    readBack(work),
  );
  publish.replaceChildren(lines.element);
  foot.replaceChildren(
    make("span", {}, say("kept")),
    make("button", { type: "button", class: "link", name: "forget", onclick: () => work.forget() }, say("forget")),
  );
  shown = { form: fields, publish: lines, whole: all, undo };
  follow();
  preview.show(usable(work.config), language);
}

/** Shows what has changed, at once; but in the field that it was changed in. */
function follow(): void {
  if (!shown) return;
  shown.form.show();
  shown.publish.show();
  shown.whole.show();
  shown.undo.disabled = !work.canUndo;
}

let timer: ReturnType<typeof setTimeout> | undefined;
work.onChange(() => {
  follow();
  clearTimeout(timer);
  timer = setTimeout(() => preview.show(usable(work.config), language), REST);
});

document.querySelector("#configurator")!.replaceChildren(
  make("div", { class: "page" }, top, make("main", { class: "stack" }, head, make("div", { class: "desk" }, form, aside), publish), foot),
);
void speak(language);
