// The calculator's own page: language, address and title; all else is the element's. It says which
// language is shown: nothing is painted before (`blocking="render"`).

import { define } from "./element";
import { keep, kept, wanted } from "./kept";
import { NAME } from "./tell";
import { EVENTS } from "./types";

const PRESETS = "segment tier mode currency theme config share storage print".split(" ");
const KEPT = ["lang", "currency"] as const;

/** What the page itself offers, and in a frame only where its address says so. */
const OFFERED = ["share", "storage", "print"];

const query = new URLSearchParams(location.search);

function speak(lang: string): void {
  // Whatever is set has the whole page styled anew.
  if (document.documentElement.lang === lang) return;
  document.documentElement.lang = lang;
  document.title = PAGES[lang]?.title ?? document.title;
}

const lang = wanted(query);
speak(lang);
const calculator = document.querySelector<HTMLElement>(NAME);
if (calculator) {
  // The static text is there in every language, for who has no JavaScript.
  for (const part of calculator.querySelectorAll<HTMLElement>(":scope > [lang]")) {
    part.hidden = part.lang !== lang;
  }
  calculator.setAttribute("lang", lang);
  for (const name of PRESETS) {
    const offered = window.parent === window && OFFERED.includes(name) ? "" : null;
    const value = query.get(name) ?? (name === "currency" ? kept(name) : offered);
    if (value !== null) calculator.setAttribute(name, value);
  }
  // What stood there at first is not the visitor's choice: only what differs from it is kept.
  const before = { lang, currency: "" };
  const first = (event: HTMLElementEventMap["slc:result"]) => {
    before.currency = event.detail.currency;
  };
  calculator.addEventListener("slc:result", first, { once: true });
  calculator.addEventListener("slc:change", ({ detail }) => {
    const now = { lang: detail.language, currency: detail.currency };
    for (const name of KEPT) {
      if (before[name] !== now[name]) keep(name, now[name]);
      before[name] = now[name];
    }
    speak(now.lang);
  });
  if (window.parent !== window) {
    // What happens before that which tells of it is here is told then.
    const early: Event[] = [];
    let tell = (event: Event): unknown => early.push(event);
    for (const name of EVENTS) calculator.addEventListener(name, (event) => tell(event));
    import(new URL(FRAME, import.meta.url).href).then(
      ({ tellParent }: typeof import("./frame")) => {
        tell = tellParent(calculator);
        early.forEach(tell);
      },
      (error: Error) => {
        tell = () => {};
        console.warn(`${NAME}: ${error.message}`);
      },
    );
  }
}
define((name) => import(new URL(name, import.meta.url).href));
