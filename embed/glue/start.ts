// Instantiates a program, or a part of one.

/** What holds a program: an answer of the network, or the compiled module. */
export type Source = Response | WebAssembly.Module;

/** Instantiates a program; what is no program is an error, however the host puts it. */
export async function instantiate(
  source: Source | Promise<Source>,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.Instance> {
  const program = await source;
  if (program instanceof WebAssembly.Module) return WebAssembly.instantiate(program, imports);
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
