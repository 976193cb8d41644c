//! Within a layer, too, arrows point one way: no module needs one that needs it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What each module of a folder names of its neighbours. A path in an attribute counts.
fn named(folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut named = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() || module == "mod" || module == "lib" {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        named.insert(module, neighbours(&source));
    }
    named
}

fn neighbours(source: &str) -> BTreeSet<String> {
    let code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let after = code.flat_map(|line| line.split("super::").skip(1));
    let name = |path: &str| {
        let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
        path[..end.unwrap_or(path.len())].to_owned()
    };
    after.map(name).filter(|name| !name.is_empty()).collect()
}

/// The modules that can be reached from themselves.
fn in_circles(named: &BTreeMap<String, BTreeSet<String>>) -> Vec<&String> {
    let reaches_itself = |module: &&String| {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&String> = named[*module].iter().collect();
        while let Some(other) = next.pop() {
            if seen.insert(other) {
                next.extend(named.get(other).into_iter().flatten());
            }
        }
        seen.contains(module)
    };
    named.keys().filter(reaches_itself).collect()
}

#[test]
fn no_module_of_the_model_or_of_the_session_is_in_a_circle() {
    for folder in ["crates/model/src", "src/session"] {
        let named = named(folder);
        assert!(named.len() > 3, "{folder}");
        assert_eq!(in_circles(&named), Vec::<&String>::new(), "{folder}");
    }
}

#[test]
fn a_circle_is_noticed() {
    let modules = [
        ("a", "use super::b::{B, C};"),
        ("b", "#[serde(with = \"super::c::C\")]"),
        ("c", "let a = super::a::new();"),
        ("d", "// use super::d;\nuse super::a;"),
    ];
    let named = modules.map(|(name, source)| (name.to_owned(), neighbours(source)));
    assert_eq!(in_circles(&named.into()), ["a", "b", "c"]);
}
