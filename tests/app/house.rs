//! The rooms of the code: imports point one way, circles stay small, a feature is reached through its
//! `mod.rs` only.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of `src/` from the lowest to the highest. A room imports its own line and the lines
/// above it in this list. What is not listed is above all: `main.rs` and the other programs.
const ROOMS: &[&[&str]] = &[
    &["names", "panics", "rank", "shared"],
    &["session"],
    &["answer", "panel"],
    &["config"],
    &["event", "typescript"],
    &["platform"],
    &["context"],
    &["widgets"],
    &["features"],
    &["panels"],
    &["app"],
];

/// A circle has at most so many files.
const LARGEST_CIRCLE: usize = 3;

/// Each module of a crate with the modules that it imports, by their paths.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// The path of a module: `features::chart::view` of `src/features/chart/view.rs`.
fn module_of(file: &Path, source: &Path) -> String {
    let path = file.strip_prefix(source).unwrap().with_extension("");
    let path = path.to_str().unwrap().replace('/', "::");
    path.strip_suffix("::mod").unwrap_or(&path).to_owned()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The names of a path such as `crate::features::chart`, from where it begins.
fn path_at(code: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = code;
    loop {
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        if end == 0 {
            return names;
        }
        names.push(&rest[..end]);
        match rest[end..].strip_prefix("::") {
            Some(next) => rest = next,
            None => return names,
        }
    }
}

/// The paths that a module names, from the root of its crate.
fn named(module: &str, code: &str) -> Vec<Vec<String>> {
    let own: Vec<&str> = module.split("::").collect();
    let mut paths = Vec::new();
    for (at, _) in code.char_indices() {
        if code[..at].ends_with(|c| is_name(c) || c == ':') {
            continue;
        }
        let path = path_at(&code[at..]);
        let base: &[&str] = match path.first() {
            Some(&"crate" | &"service_level_calculator") => &[],
            Some(&"self") => &own,
            Some(&"super") => {
                let up = path.iter().take_while(|name| **name == "super").count();
                &own[..own.len().saturating_sub(up)]
            }
            _ => continue,
        };
        let below = path.iter().skip_while(|name| {
            ["crate", "service_level_calculator", "self", "super"].contains(name)
        });
        let full = base.iter().chain(below);
        paths.push(full.map(|name| (*name).to_owned()).collect());
    }
    // `pub use view::Chart` names a child.
    for line in code.lines() {
        let line = line.trim_start();
        let used = line.split_once("use ").filter(|(before, _)| {
            before.is_empty() || before.trim_end() == "pub" || before.trim_end() == "pub(crate)"
        });
        if let Some((_, path)) = used {
            let path = own.iter().copied().chain(path_at(path));
            paths.push(path.map(str::to_owned).collect());
        }
    }
    paths
}

fn imports(source: &Path) -> Imports {
    let sources: BTreeMap<String, String> = files(source)
        .into_iter()
        .map(|file| {
            let text = fs::read_to_string(&file).unwrap();
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let code = code.collect::<Vec<_>>().join("\n");
            (module_of(&file, source), code)
        })
        .collect();
    let known = |path: &Vec<String>| {
        let longest = (1..=path.len()).rev();
        longest
            .map(|length| path[..length].join("::"))
            .find(|module| sources.contains_key(module))
    };
    sources
        .iter()
        .map(|(module, code)| {
            let named = named(module, code);
            // A child naming its own parent's items is one module written in two files.
            let imported = named
                .iter()
                .filter_map(known)
                .filter(|other| other != module && !module.starts_with(&format!("{other}::")));
            (module.clone(), imported.collect())
        })
        .collect()
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// On which line of [`ROOMS`] the room of a module is.
fn floor(module: &str) -> usize {
    let room = module.split("::").next().unwrap();
    let found = ROOMS.iter().position(|rooms| rooms.contains(&room));
    found.unwrap_or(ROOMS.len())
}

/// The imports that point upward, as "file imports file".
fn upward(imports: &Imports) -> Vec<String> {
    let mut found = Vec::new();
    for (module, imported) in imports {
        for other in imported.iter().filter(|other| floor(other) > floor(module)) {
            found.push(format!("{module} imports {other}"));
        }
    }
    found
}

/// The modules that can be reached from a module.
fn reached(imports: &Imports, from: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut next = vec![from.to_owned()];
    while let Some(module) = next.pop() {
        for other in imports.get(&module).into_iter().flatten() {
            if seen.insert(other.clone()) {
                next.push(other.clone());
            }
        }
    }
    seen
}

/// The sets of modules that import each other, directly or through others.
fn circles(imports: &Imports) -> BTreeSet<Vec<String>> {
    let reached: BTreeMap<&String, BTreeSet<String>> = imports
        .keys()
        .map(|module| (module, reached(imports, module)))
        .collect();
    let circle = |module: &String| -> Vec<String> {
        let back = |other: &&String| reached.get(other).is_some_and(|from| from.contains(module));
        reached[module].iter().filter(back).cloned().collect()
    };
    let circles = imports.keys().map(circle);
    circles.filter(|circle| circle.len() > 1).collect()
}

#[test]
fn every_import_points_down() {
    let imports = imports(&source());
    assert!(imports.len() > 100, "{}", imports.len());
    assert_eq!(upward(&imports), Vec::<String>::new());
}

#[test]
fn no_circle_has_more_than_three_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    for source in ["src", "crates/model/src", "crates/l10n/src", "xtask/src"] {
        let circles = circles(&imports(&folder.join(source)));
        let large: Vec<_> = circles
            .iter()
            .filter(|circle| circle.len() > LARGEST_CIRCLE)
            .collect();
        assert!(large.is_empty(), "{source}: {large:?}");
    }
}

#[test]
fn a_feature_is_reached_through_its_face_only() {
    let imports = imports(&source());
    let feature = |module: &str| {
        let mut names = module.split("::");
        (names.next() == Some("features")).then(|| names.next().map(str::to_owned))?
    };
    let is_inside = |module: &str| module.split("::").count() > 2;
    for (module, imported) in &imports {
        for other in imported {
            let foreign = feature(other).is_some() && feature(other) != feature(module);
            assert!(!foreign || !is_inside(other), "{module} imports {other}");
        }
    }
}

#[test]
fn what_is_said_names_no_component_and_no_browser() {
    for file in files(&source()) {
        let module = module_of(&file, &source());
        let pure = module.starts_with("session")
            || module.starts_with("config")
            || module.contains("::view")
            || ["answer", "event", "names", "panel", "rank"].contains(&&*module);
        if pure && !module.starts_with("context") {
            let text = fs::read_to_string(&file).unwrap();
            for name in ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"] {
                let named = text.lines().any(|line| {
                    !line.trim_start().starts_with("//") && line.contains(&format!("{name}::"))
                });
                assert!(!named, "{module} names {name}");
            }
        }
    }
}

/// Imports in which each of these names the next.
fn ring(modules: &[&str]) -> Imports {
    let next = modules.iter().cycle().skip(1);
    let pairs = modules.iter().zip(next);
    pairs
        .map(|(module, next)| ((*module).to_owned(), BTreeSet::from([(*next).to_owned()])))
        .collect()
}

#[test]
fn a_large_circle_and_an_import_upward_are_noticed() {
    let four = ring(&["session::a", "session::b", "session::c", "session::d"]);
    assert_eq!(circles(&four).iter().map(Vec::len).max(), Some(4));
    let up = ring(&["session::a", "app::parts"]);
    assert_eq!(upward(&up), ["session::a imports app::parts"]);
    let code =
        "use crate::app::parts;\nuse super::b;\npub use child::Thing;\nlet x = self::child::y;";
    let found = named("session::a", code);
    for path in [
        vec!["app", "parts"],
        vec!["session", "b"],
        vec!["session", "a", "child", "Thing"],
        vec!["session", "a", "child", "y"],
    ] {
        assert!(
            found.iter().any(|named| *named == path),
            "{path:?}: {found:?}"
        );
    }
}
