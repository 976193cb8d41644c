// Starts the calculator on its own page. A file of its own, because the page's policy
// allows no inline script; it is ours, because Trunk's would swallow a failed download.

const LANGUAGES = ["en", "ru"];
const PRESETS = ["segment", "tier", "currency", "theme", "config"];
const APOLOGY = {
  en: "The calculator could not start. Reload the page; if that does not help, write to the owner of this site and quote:",
  ru: "Калькулятор не запустился. Обновите страницу; если не поможет, напишите владельцу сайта и приведите эту строку:",
};

/** An error with its place, whichever of the two this browser puts into the stack. */
const account = (error) =>
  error?.stack?.includes(error.message) ? error.stack : `${error}\n${error?.stack ?? ""}`.trim();

// Tests read this: not every browser lets its driver see the console.
const errors = (window.__slcErrors = []);
const note = (event) =>
  errors.push(
    String(
      (event.reason && account(event.reason)) ?? // a rejected promise
        event.message ?? // a thrown error
        (event.violatedDirective && `policy: ${event.violatedDirective} ${event.blockedURI}`) ??
        `not loaded: ${event.target?.src ?? event.target?.href}`,
    ),
  );
// Capturing, because the failed load of a file does not bubble.
for (const kind of ["error", "unhandledrejection", "securitypolicyviolation"]) {
  addEventListener(kind, note, true);
}

const query = new URLSearchParams(location.search);
const base = new URL(".", document.baseURI).href;
// A module has no document.currentScript.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // some frames and some settings forbid storage
  }
}

/** The first language we speak among: the link's, the remembered one, the browser's. */
function chooseLanguage() {
  const wishes = [query.get("lang"), stored("slc.lang"), ...navigator.languages];
  const codes = wishes.map((wish) => wish?.slice(0, 2).toLowerCase());
  return codes.find((code) => LANGUAGES.includes(code)) ?? LANGUAGES[0];
}

/** Fetches a file of ours; a missing one is an error, however the host puts it. */
async function get(path) {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // Some hosts answer 200 and a page of theirs for whatever is missing.
  if (response.headers.get("content-type")?.includes("text/html")) {
    throw new Error(`${path}: a page instead of the file`);
  }
  return response;
}

/** The packed language file, as it is: the program reads it. */
async function getTexts(path) {
  const texts = await (await get(path)).text();
  // A page in place of the file, under the file's own type.
  if (texts.trimStart().startsWith("<")) throw new Error(`${path}: a page instead of the file`);
  return texts;
}

// The program's hash, so that nothing from an older build is taken out of a cache.
const version = wasm.match(/-([0-9a-f]+)_bg/)?.[1] ?? "";
const fresh = (path) => `${path}?${version}`;

/** Starts a program and puts what it draws in the place of what was there. */
async function place(root, glue, program, config) {
  // The glue knows the program by its unhashed name only: always hand it over.
  await glue.default({ module_or_path: program });
  // Into an element of its own: what was there stays until something is drawn.
  const stage = document.createElement("div");
  root.prepend(stage);
  try {
    const handle = await glue.mount(stage, config);
    // Yew draws in a task of its own; a panic there does not reach us as an exception.
    if (!stage.hasChildNodes()) await new Promise((done) => setTimeout(done));
    if (!stage.hasChildNodes()) throw new Error(errors.at(-1) ?? "nothing was drawn");
    window.__slc?.destroy();
    window.__slc = handle; // for tests
  } catch (error) {
    stage.remove();
    throw error;
  }
  // Not replaceChildren: that would move the stage too, and the focus in it would be lost.
  for (const other of [...root.childNodes]) if (other !== stage) other.remove();
}

/** The first program: the verdict, the cards, the chart. */
async function start(root, lang) {
  // All at once: each would otherwise wait for the one before.
  const [glue, program, texts] = await Promise.all([
    import(new URL(js, base)),
    get(wasm),
    getTexts(fresh(`locales/${lang}.core.txt`)),
  ]);
  const presets = PRESETS.filter((name) => query.has(name));
  const config = Object.fromEntries(presets.map((name) => [name, query.get(name)]));
  config.currency ??= stored("slc.currency") ?? undefined;
  Object.assign(config, { base, version, grow: (wish) => grow(root, { ...config, ...wish }) });
  await place(root, glue, program, { ...config, lang, texts });
}

/** Adds a style sheet and waits for it, so that nothing is seen unstyled. */
const style = (path) =>
  new Promise((done, failed) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: new URL(path, base), onload: done, onerror: failed });
    document.head.append(link);
  });

/** The full program, in the same state, once something is opened that the first one lacks. */
async function grow(root, config) {
  const [glue, program, texts, more] = await Promise.all([
    import(new URL(fresh("full.js"), base)),
    get(fresh("full_bg.wasm")),
    getTexts(fresh(`locales/${config.lang}.core.txt`)),
    getTexts(fresh(`locales/${config.lang}.more.txt`)),
    style(fresh("full.css")),
  ]);
  await place(root, glue, program, { ...config, texts, more });
}

function apologise(root, lang, error) {
  errors.push(account(error));
  console.error(error);
  const reason = document.createElement("code");
  reason.textContent = String(error?.message ?? error).split("\n")[0].slice(0, 200);
  const sentence = document.createElement("p");
  sentence.className = "notice notice-caution";
  sentence.setAttribute("role", "alert");
  sentence.append(`${APOLOGY[lang]} `, reason);
  const box = document.createElement("div");
  box.className = "slc";
  box.append(sentence);
  root.prepend(box);
}

const lang = chooseLanguage();
const root = document.getElementById("calculator");
document.documentElement.lang = lang;
// The static text is there in every language, for who has no JavaScript.
for (const part of root.querySelectorAll(":scope > [lang]")) part.hidden = part.lang !== lang;
start(root, lang).catch((error) => apologise(root, lang, error));
