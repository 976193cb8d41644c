// What to change about whatever went wrong, for whoever builds the page. Brought only then.

import type { ErrorCode } from "./types";

const FOLDER =
  "copy the whole folder, all files of one build; serve .js as text/javascript and .wasm as " +
  "application/wasm, to other origins with `Access-Control-Allow-Origin: *`: see docs/hosting.md";

const ADVICE: Readonly<Record<ErrorCode, string>> = {
  config: "put there what may stand there; the rest is used: see docs/config.md",
  state: "give back a whole state, as slc:change told it",
  program_missing: FOLDER,
  part_missing: FOLDER,
  texts_missing: FOLDER,
  worker: "serve the folder with the headers of docs/hosting.md; all but the ranges works without",
  policy:
    "your Content-Security-Policy needs 'wasm-unsafe-eval' and the folder's origin in script-src, " +
    "and that origin in connect-src: see docs/embed.md",
  old_browser: "nothing on the page: the browser is from before 2023 or has WebAssembly switched off",
  lead: "listen to slc:lead and call preventDefault, or see that the address of `lead` answers well: see docs/embed.md",
  panic: "nothing on the page: the error is the calculator's own; please report it",
};

/** Says what went wrong and what to change. */
export const advise = (line: string, code: ErrorCode): void =>
  console.warn(`${line}. What to change: ${ADVICE[code]}`);
