// Stands in until the custom element is there: starts the calculator in an element of the page.

const base = new URL(".", import.meta.url);

async function get(name: string): Promise<Response> {
  const response = await fetch(new URL(FILES[name], base));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

export async function start(root: Element, lang: string): Promise<void> {
  const query = new URLSearchParams(location.search);
  const [glue, texts, more] = await Promise.all([
    import(new URL(FILES["app.js"], base).href).then(async (glue) => {
      await glue.default({ module_or_path: fetch(new URL(FILES["app.wasm"], base), { credentials: "same-origin" }) });
      return glue;
    }),
    get(`${lang}.core.txt`).then((response) => response.text()),
    get(`${lang}.more.txt`).then((response) => response.text()),
  ]);
  glue.on_trap((error: unknown) => root.prepend(`The calculator broke down: ${error}`));
  const stage = document.createElement("div");
  root.prepend(stage);
  glue.mount(stage, { ...Object.fromEntries(query), base: base.href, version: "", lang, texts, more });
  await new Promise((done) => setTimeout(done));
  for (const other of [...root.childNodes]) if (other !== stage) other.remove();
}
