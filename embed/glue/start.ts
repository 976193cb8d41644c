// Loads a program, or a part of one. The build puts this in place of the glue's own loading.

/** What holds a program: an answer of the network, its address, its bytes, or the compiled module. */
export type Source = Response | URL | string | BufferSource | WebAssembly.Module;

/** Instantiates a program; what is no program is an error, however the host puts it. */
export async function instantiate(
  source: Source | Promise<Source>,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.Instance> {
  let program = await source;
  if (typeof program === "string" || program instanceof URL) program = await fetch(program);
  if (program instanceof WebAssembly.Module) return WebAssembly.instantiate(program, imports);
  if (!(program instanceof Response)) return (await WebAssembly.instantiate(program, imports)).instance;
  const type = program.headers.get("content-type") ?? "";
  // Some hosts answer 200 and a page of theirs for whatever is missing.
  if (!program.ok || type.includes("text/html")) {
    throw new Error(`${program.url}: ${program.ok ? "a page instead of the file" : program.status}`);
  }
  // Under any other type the browser refuses to compile what streams in.
  const loaded = type.startsWith("application/wasm")
    ? await WebAssembly.instantiateStreaming(program, imports)
    : await WebAssembly.instantiate(await program.arrayBuffer(), imports);
  return loaded.instance;
}

/**
 * The glue's `default` export: starts the program once, whoever asks and however often. A start
 * that failed may be tried again.
 */
export function starter(imports: () => WebAssembly.Imports, begin: (instance: WebAssembly.Instance) => void) {
  let started: Promise<void> | undefined;
  return (program: { module_or_path: Source | Promise<Source> }): Promise<void> => {
    started ??= instantiate(program.module_or_path, imports()).then(begin);
    started.catch(() => (started = undefined));
    return started;
  };
}
