// What the build puts into the scripts: see xtask/src/embed.rs.

/** The names with hash of the files of the build, by their names: "app.js", "en.core.txt", …. */
declare const FILES: Readonly<Record<string, string>>;

/** The name of the module of what stands in the custom element. Not known in that module itself. */
declare const CALCULATOR: string;

/** The name of the module that speaks with the page around an iframe; likewise. */
declare const FRAME: string;

/** The name of the module that says what to change where something went wrong; likewise. */
declare const ADVISER: string;

/** The languages that the build has. */
declare const LANGUAGES: readonly string[];

/** What the scripts say, by language. */
declare const PAGES: Readonly<Record<string, { title: string; start_failed: string }>>;
