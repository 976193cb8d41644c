//! House rules that the compiler does not know: which way imports point, that no style, text or
//! note is left over. That every text exists in every language, with the same slots, is checked
//! at build (`crates/l10n/build/texts/`): an incomplete language does not compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Lines that a file of ours has at most, and from which it is worth a look.
const MOST_LINES: usize = 350;
const MANY_LINES: usize = 250;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder, by their path from the root, with what stands in them.
fn files(folder: &str, extensions: &[&str]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            let extension = path.extension().and_then(|extension| extension.to_str());
            if path.is_dir() {
                folders.push(path);
            } else if extension.is_some_and(|extension| extensions.contains(&extension)) {
                let name = path
                    .strip_prefix(root())
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                found.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

fn sources() -> BTreeMap<String, String> {
    ["src", "crates/model/src", "crates/l10n/src"]
        .into_iter()
        .flat_map(|folder| files(folder, &["rs"]))
        .collect()
}

/// A source without its comments, so that prose may name what code may not.
fn code(source: &str) -> String {
    let code = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
    source.lines().map(code).collect::<Vec<_>>().join("\n")
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}

/// Asserts that no file for which `in_layer` holds names any of `forbidden` as a module.
#[track_caller]
fn names_none(in_layer: impl Fn(&str) -> bool, forbidden: &[&str]) {
    let sources = sources();
    let layer: Vec<_> = sources.iter().filter(|(path, _)| in_layer(path)).collect();
    assert!(!layer.is_empty(), "no file is in this layer");
    for (path, source) in layer {
        let code = code(source);
        for name in forbidden {
            let path_of = |prefix: &str| format!("{prefix}{name}::");
            let module = ["crate::", "super::", " ", "(", "&", "<"];
            let named = module.iter().any(|prefix| code.contains(&path_of(prefix)))
                || code.lines().any(|line| {
                    line.trim_start().starts_with("use ") && words(line).any(|word| word == *name)
                });
            assert!(!named, "{path} names {name}");
        }
    }
}

const BROWSER: [&str; 6] = [
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_timers",
];

fn below(folder: &str) -> impl Fn(&str) -> bool {
    let (folder, file) = (format!("src/{folder}/"), format!("src/{folder}.rs"));
    move |path| path.starts_with(&folder) || path == file
}

#[test]
fn the_session_knows_no_screen_and_no_browser() {
    names_none(below("session"), &["present", "ui"]);
    names_none(below("session"), &BROWSER);
}

#[test]
fn what_is_said_knows_no_components_and_no_browser() {
    names_none(below("present"), &["ui"]);
    names_none(below("present"), &BROWSER);
}

#[test]
fn the_config_and_the_events_know_no_components_and_no_browser() {
    for layer in ["config", "event"] {
        names_none(below(layer), &["ui"]);
        names_none(below(layer), &BROWSER);
    }
}

#[test]
fn every_text_is_used() {
    let sources: Vec<String> = sources()
        .into_values()
        .map(|source| code(&source))
        .collect();
    let english = fs::read_to_string(root().join("locales/en.json")).unwrap();
    let english: serde_json::Value = serde_json::from_str(&english).unwrap();
    let families: BTreeSet<&str> = english["families"]
        .as_array()
        .unwrap()
        .iter()
        .map(|family| family.as_str().unwrap())
        .collect();
    let said: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| source.split("say::").skip(1))
        .filter_map(|after| words(after).next())
        .collect();
    let mut unused = Vec::new();
    for part in ["core", "more"] {
        for (section, texts) in english[part].as_object().unwrap() {
            if families.contains(section.as_str()) {
                continue;
            }
            for key in texts.as_object().unwrap().keys() {
                let function = format!("{section}_{key}").replace(['.', '-'], "_");
                let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
                let slots: String = function.split('_').map(capital).collect();
                if !said.contains(&*function) && !said.contains(&*slots) {
                    unused.push(format!("{section}.{key}"));
                }
            }
        }
    }
    assert!(unused.is_empty(), "nothing says {unused:?}");
    // The lookup of a family is called, or made by the macro of `names.rs`.
    let names = fs::read_to_string(root().join("src/present/names.rs")).unwrap();
    let macro_made: BTreeSet<&str> = names
        .lines()
        .filter_map(|line| line.trim().strip_suffix(','))
        .collect();
    for family in families {
        assert!(
            said.contains(family) || macro_made.contains(family),
            "nothing looks up {family}"
        );
    }
}

#[test]
fn every_text_of_a_family_is_of_something_that_is_there() {
    let sources = sources()
        .into_values()
        .map(|source| code(&source))
        .collect::<Vec<_>>();
    let data: Vec<String> = files("crates/model/data", &["json"])
        .into_values()
        .collect();
    // `usd` is of "USD", `per_year` of "per year", `band_low` of "band.low", `a3` of `a{number}`.
    let known: BTreeSet<String> = sources
        .iter()
        .chain(&data)
        .flat_map(|text| literals(text))
        .map(|literal| literal.to_lowercase().replace([' ', '.'], "_"))
        .collect();
    let numbered = |key: &str| {
        let name = key.trim_end_matches(|c: char| c.is_ascii_digit());
        name != key && known.iter().any(|id| id.starts_with(&format!("{name}{{")))
    };
    let english = fs::read_to_string(root().join("locales/en.json")).unwrap();
    let english: serde_json::Value = serde_json::from_str(&english).unwrap();
    let mut unused = Vec::new();
    for family in english["families"].as_array().unwrap() {
        let family = family.as_str().unwrap();
        let texts = ["core", "more"].iter().filter_map(|part| {
            let texts = english[*part].get(family)?;
            texts.as_object()
        });
        for key in texts.flat_map(serde_json::Map::keys) {
            if !known.contains(key) && !numbered(key) {
                unused.push(format!("{family}.{key}"));
            }
        }
    }
    assert!(unused.is_empty(), "nothing is called {unused:?}");
}

#[test]
fn only_the_browser_s_own_files_touch_storage_network_workers_and_intl() {
    let allowed = |path: &str| {
        let own = ["src/ui/browser.rs", "src/ui/intl.rs"];
        own.contains(&path) || path == "src/worker.rs" || path == "src/mount.rs"
    };
    let touching = [
        "local_storage",
        "session_storage",
        "fetch_with",
        "post_message",
        "Worker::new",
        "js_sys",
        "wasm_bindgen_futures",
        "history(",
        "location(",
    ];
    for (path, source) in sources() {
        let code = code(&source);
        let found = touching.iter().find(|word| code.contains(**word));
        assert!(
            found.is_none() || allowed(&path),
            "{path} touches {found:?}"
        );
    }
}

/// The pages that are published.
fn pages() -> [String; 3] {
    ["index.html", "configurator.html", "preview.html"]
        .map(|page| fs::read_to_string(root().join(page)).unwrap())
}

#[test]
fn the_configurator_says_everything_in_every_language_and_nothing_that_is_never_said() {
    let read = |path: &Path| -> serde_json::Map<String, serde_json::Value> {
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let folder = root().join("locales/configurator");
    let english = read(&folder.join("en.json"));
    for path in files("locales", &["json"]).into_keys() {
        let language = Path::new(&path).file_name().unwrap();
        let texts = read(&folder.join(language));
        assert!(texts.keys().eq(english.keys()), "{path}");
    }
    let scripts = files("embed/configurator", &["ts"]).into_values();
    let page = fs::read_to_string(root().join("embed/configurator.ts")).unwrap();
    let scripts = scripts.chain([page]).collect::<String>();
    let literal = |text: &str| scripts.contains(&format!("\"{text}\""));
    let schema = read(&root().join("embed/config.schema.json"));
    let keys = schema["properties"].as_object().unwrap();
    for key in english.keys() {
        // `way.${way}`: any text that begins so, if what follows is an id of something.
        let of_a_family = key.split_once('.').is_some_and(|(family, rest)| {
            let id = rest.split('.').next().unwrap();
            scripts.contains(&format!("`{family}.${{")) && (literal(id) || keys.contains_key(id))
        });
        assert!(
            literal(key) || of_a_family,
            "nothing says `{key}` in the configurator"
        );
    }
    for key in keys.keys() {
        let name = format!("key.{key}");
        assert!(
            english.contains_key(&name),
            "locales/configurator/ has no `{name}`: what an owner calls `{key}`"
        );
    }
}

/// The classes that the style sheets have rules for.
fn styled() -> BTreeMap<String, String> {
    let mut classes = BTreeMap::new();
    for (path, css) in files("styles", &["css"]) {
        let mut css = css.as_str();
        let mut bare = String::new();
        while let Some((before, comment)) = css.split_once("/*") {
            bare.push_str(before);
            css = comment.split_once("*/").map_or("", |(_, after)| after);
        }
        bare.push_str(css);
        for selector in bare
            .split('{')
            .map(|rule| rule.rsplit(['}', ';']).next().unwrap())
        {
            for after in selector.split('.').skip(1) {
                let end = after.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
                let class = &after[..end.unwrap_or(after.len())];
                if class.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    classes.insert(class.to_owned(), path.clone());
                }
            }
        }
    }
    classes
}

/// The literals of a source.
fn literals(source: &str) -> Vec<&str> {
    source.split('"').skip(1).step_by(2).collect()
}

#[test]
fn every_class_of_the_style_sheets_is_used() {
    let mut used = BTreeSet::new();
    let mut begun = Vec::new();
    let scripts = files("embed", &["ts"]).into_values();
    let pages: Vec<String> = scripts.chain(pages()).collect();
    let sources: Vec<String> = sources()
        .into_values()
        .map(|source| code(&source))
        .collect();
    for source in sources.iter().chain(&pages) {
        for literal in literals(source) {
            for word in literal.split([' ', '.']) {
                match word.split_once('{') {
                    // `part-{}`: any class that begins so.
                    Some((start, _)) if start.ends_with('-') => begun.push(start.to_owned()),
                    _ => drop(used.insert(word.to_owned())),
                }
            }
        }
    }
    let unused = |class: &&String| {
        !used.contains(*class) && !begun.iter().any(|start| class.starts_with(start))
    };
    let styled = styled();
    let unused: Vec<_> = styled
        .keys()
        .filter(unused)
        .map(|class| (class, &styled[class]))
        .collect();
    assert!(unused.is_empty(), "rules for nothing: {unused:?}");
}

/// The braces' content that `text` begins with.
fn braced(text: &str) -> &str {
    let mut depth = 0;
    let end = text.find(|c| {
        depth += i32::from(c == '{' || c == '(') - i32::from(c == '}' || c == ')');
        depth == 0
    });
    &text[..end.unwrap_or(text.len())]
}

#[test]
fn every_class_that_is_used_has_a_rule() {
    let styled = styled();
    for (path, source) in sources()
        .into_iter()
        .filter(|(path, _)| path.starts_with("src/ui"))
    {
        let code = code(&source);
        let mut given: Vec<&str> = Vec::new();
        for (at, word) in code.match_indices("class=") {
            let value = &code[at + word.len()..];
            match value.chars().next() {
                Some('"') => given.extend(literals(value).first()),
                Some('{') => given.extend(literals(braced(value))),
                _ => {}
            }
        }
        for (at, word) in code.match_indices("classes!") {
            given.extend(literals(braced(&code[at + word.len()..])));
        }
        for class in given.into_iter().flat_map(str::split_whitespace) {
            let part = class.contains(['{', '}']);
            assert!(
                part || styled.contains_key(class),
                "{path}: no rule for .{class}"
            );
        }
    }
}

#[test]
fn nothing_is_styled_inline() {
    for (path, source) in sources() {
        let code = code(&source);
        for attribute in ["style=", "style:", "inner_html", "from_html_unchecked"] {
            let found = code.split(attribute).skip(1).count();
            let field = code.matches(": Style").count() + code.matches("style: Style").count();
            assert!(
                found == 0 || (attribute == "style:" && field > 0),
                "{path}: {attribute}"
            );
        }
    }
    for page in pages() {
        assert!(!page.contains("style=") && !page.contains("<style"));
    }
}

#[test]
fn no_file_is_too_long() {
    for (path, source) in sources() {
        let lines = source.lines().count();
        assert!(lines <= MOST_LINES, "{path} has {lines} lines");
        if lines > MANY_LINES {
            println!("{path}: {lines} lines");
        }
    }
}

#[test]
fn no_file_is_named_after_nothing() {
    for path in sources().into_keys() {
        let name = Path::new(&path)
            .file_stem()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        let vague = [
            "utils", "util", "helpers", "helper", "common", "manager", "misc",
        ];
        assert!(!vague.contains(&&*name), "{path}");
    }
}

/// Files that belong to the repository: all there are without a build's output.
fn tracked() -> BTreeMap<String, String> {
    let extensions = [
        "rs", "toml", "md", "json", "css", "html", "js", "ts", "sh", "yml", "yaml", "txt",
    ];
    let mut all = BTreeMap::new();
    for folder in [
        "src", "crates", "locales", "styles", "tests", "xtask", "docs", "embed",
    ] {
        if root().join(folder).is_dir() {
            all.extend(files(folder, &extensions));
        }
    }
    for entry in fs::read_dir(root()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        // The lock file names the registry by itself; in a worktree `.git` is a file that git wrote.
        if path.is_file() && name != "Cargo.lock" && name != ".git" {
            all.extend(fs::read_to_string(&path).ok().map(|text| (name, text)));
        }
    }
    all
}

#[test]
fn no_note_to_do_something_later_is_left() {
    // Put together, so that this file does not find itself.
    let notes = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("todo", "!("),
        concat!("unimple", "mented!("),
        concat!("dbg", "!("),
    ];
    for (path, text) in tracked() {
        let found = notes.iter().find(|note| text.contains(**note));
        assert_eq!(found, None, "{path}");
    }
}
