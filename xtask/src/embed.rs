//! The scripts of `embed/`, each with all that it imports in one file.
//!
//! They find the other files of the build by constants: `FILES` is an object of the names with hash
//! by name, `CALCULATOR`, `FRAME` and `ADVISER` the names of modules that are imported where the list
//! would weigh too much. `LANGUAGES` are those there are, `PAGES` is what the scripts say in them.

use crate::build::Care;
use crate::shelf::Shelf;
use crate::step::output_of;
use crate::{repo, tool};
use anyhow::Result;
use std::fmt::Write as _;

/// One script of a build.
struct Entry {
    source: &'static str,
    name: &'static str,
    /// A classic script runs anywhere; a module may import others.
    classic: bool,
    /// Whether other sites name it: then its name never changes.
    stable: bool,
}

/// In order: each knows the files of those before it.
const ENTRIES: [Entry; 10] = [
    Entry {
        source: "simulate.ts",
        name: "simulate.js",
        classic: false,
        stable: false,
    },
    Entry {
        source: "print.ts",
        name: "print.js",
        classic: false,
        stable: false,
    },
    Entry {
        source: "handover.ts",
        name: "handover.js",
        classic: false,
        stable: false,
    },
    Entry {
        source: "calculator.ts",
        name: CALCULATOR,
        classic: false,
        stable: false,
    },
    Entry {
        source: "frame.ts",
        name: FRAME,
        classic: false,
        stable: false,
    },
    Entry {
        source: "advice.ts",
        name: ADVISER,
        classic: false,
        stable: false,
    },
    Entry {
        source: "page.ts",
        name: "page.js",
        classic: false,
        stable: false,
    },
    Entry {
        source: "configurator.ts",
        name: "configurator.js",
        classic: false,
        stable: false,
    },
    Entry {
        source: "slc.ts",
        name: "slc.js",
        classic: true,
        stable: true,
    },
    Entry {
        source: "slc-frame.ts",
        name: "slc-frame.js",
        classic: true,
        stable: true,
    },
];

const CALCULATOR: &str = "calculator.js";
const FRAME: &str = "frame.js";
const ADVISER: &str = "advice.js";

/// The scripts whose names never change.
#[cfg(test)]
pub fn stable() -> impl Iterator<Item = &'static str> {
    let stable = ENTRIES.iter().filter(|entry| entry.stable);
    stable.map(|entry| entry.name)
}

/// Bundles every script and stores it. `pages` is JSON.
pub fn bundle(shelf: &mut Shelf, pages: &str, care: Care) -> Result<()> {
    for entry in ENTRIES {
        let mut esbuild = tool::esbuild(care)?;
        let format = if entry.classic { "iife" } else { "esm" };
        esbuild.arg("--bundle").arg(format!("--format={format}"));
        if !entry.classic {
            // Modules are UTF-8 whatever the page is; escaped, Russian weighs more.
            esbuild.arg("--charset=utf8");
        }
        esbuild.arg(format!("--define:FILES={}", files(shelf)));
        esbuild.arg(format!("--define:LANGUAGES={:?}", languages(shelf)));
        esbuild.arg(format!("--define:PAGES={pages}"));
        for (constant, name) in [
            ("CALCULATOR", CALCULATOR),
            ("FRAME", FRAME),
            ("ADVISER", ADVISER),
        ] {
            if let Ok(name) = shelf.name(name) {
                esbuild.arg(format!("--define:{constant}=\"{name}\""));
            }
        }
        esbuild.arg(repo::root().join("embed").join(entry.source));
        let script = output_of(&mut esbuild)?;
        if entry.stable {
            shelf.put_as(entry.name, script.as_bytes())?;
        } else {
            shelf.put(entry.name, script.as_bytes())?;
        }
    }
    Ok(())
}

/// The languages whose texts the build has: a list of strings is written as in JSON.
fn languages(shelf: &Shelf) -> Vec<&str> {
    let names = shelf.names().keys();
    names
        .filter_map(|name| name.strip_suffix(".core.txt"))
        .collect()
}

/// The entry of the npm package. `pages` is JSON.
pub fn package(pages: &str, languages: &[String]) -> Result<String> {
    output_of(
        tool::esbuild(Care::Release)?
            .args(["--bundle", "--format=esm", "--external:./files.js"])
            // Servers import it too, and have no elements.
            .arg("--banner:js=const HTMLElement = globalThis.HTMLElement ?? class {};")
            .arg(format!("--define:PAGES={pages}"))
            .arg(format!("--define:LANGUAGES={languages:?}"))
            .arg(format!("--define:CALCULATOR=\"{CALCULATOR}\""))
            .arg(format!("--define:ADVISER=\"{ADVISER}\""))
            .arg(repo::root().join("embed/npm/index.ts")),
    )
}

/// The programs that scripts fetch. Their parts are known to their own glue.
const PROGRAMS: [&str; 2] = ["app.wasm", "worker.wasm"];
/// Named by pages, not by scripts.
const OF_PAGES: [&str; 2] = ["page.css", "configurator.css"];

/// `{"app.js":"app-0123456789.js",…}`; the names are ours, so nothing needs escaping.
fn files(shelf: &Shelf) -> String {
    let mut object = String::new();
    let fetched = |name: &str| {
        !OF_PAGES.contains(&name) && (!name.ends_with(".wasm") || PROGRAMS.contains(&name))
    };
    for (name, hashed) in shelf.names().iter().filter(|(name, _)| fetched(name)) {
        let comma = if object.is_empty() { '{' } else { ',' };
        // Writing into a string cannot fail.
        let _ = write!(object, "{comma}\"{name}\":\"{hashed}\"");
    }
    object + "}"
}
