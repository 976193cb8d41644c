// Run by `cargo xtask test scripts`: ends well, or throws what does not hold.

import { inFile, snippet, WAYS, type Wish } from "./snippet";

const hostile = '"><script>alert(1)</script>';
const same = (found: unknown, wanted: unknown): void => {
  const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (is !== should) throw new Error(`${is}, not ${should}`);
};
const wish = (config: Wish["config"], folder = "https://a.example/slc"): Wish =>
  ({ config, folder, language: "en", question: "How good?" });

same(
  snippet("A", wish({ segment: "clinic", lang: "en" })),
  '<script async src="https://a.example/slc/slc.js" data-segment="clinic" data-lang="en"></script>',
);
same(snippet("A", wish({})), '<script async src="https://a.example/slc/slc.js" data-lang="en"></script>');
same(
  snippet("C", wish({ name: "A", tier: "premium" })).split("\n")[1],
  '<div data-service-level-calculator data-tier="premium" data-config="config.json"></div>',
);
same(
  snippet("D", wish({ lang: "ru", accent: "#123456" })).split("\n")[0],
  '<iframe src="https://a.example/slc/?lang=ru&amp;config=config.json" title="How good?"',
);
// What the calculator's page does not take from its address.
same(inFile({ state: "1;s=taxi", lang: "en" }, "B"), []);
same(inFile({ state: "1;s=taxi", lang: "en" }, "D"), ["state"]);

// Whatever is given, there are no more tags than with nothing.
for (const way of WAYS) {
  const tags = (text: string) => text.split("<").length;
  const given = { ...wish({ segment: hostile, lang: hostile, state: hostile, name: hostile }, hostile), question: hostile };
  same(tags(snippet(way, given)), tags(snippet(way, wish({}))));
  same(snippet(way, given).includes("<script>"), false);
}
