// Run by `cargo xtask test scripts`: ends well, or throws what does not hold.

import { read, written } from "./json";

/** Texts at fault: line, column, what should have stood there. */
const FAULTS: [string, number, number, string][] = [
  ["", 1, 1, "value"],
  ["[]", 1, 1, "object"],
  ["null", 1, 1, "object"],
  ['{\n  "name": "A",\n  lang: "en"\n}', 3, 3, "key"],
  ['{"name" "A"}', 1, 9, "colon"],
  ['{"name": A}', 1, 10, "value"],
  ['{"name": "A" "lang": "en"}', 1, 14, "comma"],
  ['{"hidden": ["kpi", ]}', 1, 20, "value"],
  ['{"name": "A",}', 1, 14, "key"],
  ['{"name": "A"', 1, 13, "comma"],
  ['{"name": "A\nB"}', 1, 10, "value"],
  ['{"name": "\\q"}', 1, 10, "value"],
  ["{} {}", 1, 4, "end"],
];

for (const [text, line, column, wanted] of FAULTS) {
  const found = read(text);
  const is = "config" in found ? "read" : `${found.line}:${found.column} ${found.wanted}`;
  if (is !== `${line}:${column} ${wanted}`) throw new Error(`${text}: ${is}`);
}

const config = { name: '"><script>', call: { text: "A\u2028", href: "x" }, later: [1, [null, true]] };
const again = read(written(config));
if (!("config" in again) || written(again.config) !== written(config)) throw new Error("what is written is read");

if ("config" in read("[".repeat(200_000))) throw new Error("it is no object");
