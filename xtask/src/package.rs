//! The npm package: `dist/` in a form that bundlers follow, with its types.
//!
//! A bundler takes along, and renames, what a module names by `new URL("…", import.meta.url)`. So
//! one module, `files.js`, names every file in that way, and the scripts of `dist/` look the addresses
//! up in what it makes of them, instead of finding each other by their own.

use crate::step::Step;
use crate::{build, embed, repo, setup, site, tool};
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the declarations of the package consist of, by their places below `embed/`.
const DECLARATIONS: [&str; 3] = ["npm/index.d.ts", "element.d.ts", "types.d.ts"];
/// What stands in the package as it stands in the repository.
const COPIED: [&str; 4] = [
    "embed/config.schema.json",
    "embed/npm/react.d.ts",
    "LICENSE-APACHE",
    "LICENSE-MIT",
];
/// The scripts that the element brings by name.
const SCRIPTS: [&str; 2] = ["calculator", "advice"];
/// Where the addresses stand, in the page.
const ADDRESSES: &str = "serviceLevelCalculatorFiles";
/// What the worker's script is called: it shares nothing with the page but its own address.
const WORKER: &str = "worker-";

/// Makes the package out of `dist/`, which is built if it is not there. Returns the folder.
pub fn run() -> Result<PathBuf> {
    setup::scripts()?;
    if !repo::dist().join("index.html").exists() {
        build::run()?;
    }
    let package = repo::npm()?.join("service-level-calculator");
    build::wipe(&package)?;
    fs::create_dir_all(package.join("files"))?;
    let written = |name: &str, content: &str| {
        fs::write(package.join(name), content).with_context(|| format!("cannot write {name}"))
    };
    let files = Files::of(&repo::dist())?;
    for (name, content) in &files.contents {
        fs::write(package.join("files").join(plain(name)), content)?;
    }
    written("files.js", &files.module()?)?;
    written(
        "index.js",
        &embed::package(&site::scripts_say()?, &files.languages())?,
    )?;
    written("react.js", "export * from \"./index.js\";\n")?;
    for (name, content) in declarations()? {
        written(&name, &content)?;
    }
    for path in COPIED {
        let name = path.rsplit('/').next().unwrap_or(path);
        written(name, &read(path)?)?;
    }
    let version = env!("CARGO_PKG_VERSION");
    let manifest = read("embed/npm/package.json")?.replace("{{version}}", version);
    written("package.json", &manifest)?;
    let elements = read("embed/custom-elements.json")?;
    let elements = elements.replace("\"slc.js\"", "\"index.js\"");
    let elements = elements.replace("docs/embed.md", "README.md");
    written("custom-elements.json", &elements)?;
    written("README.md", &readme(&read("docs/embed.md")?)?)?;
    println!("The package is in {}", package.display());
    Ok(package)
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(repo::root().join(path)).with_context(|| format!("cannot read {path}"))
}

/// What the calculator fetches, by name with hash; in scripts these names are looked up.
struct Files {
    contents: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// The calculator's script and whatever it names, itself or through others.
    fn of(dist: &Path) -> Result<Self> {
        let all: BTreeSet<String> = repo::names_in(dist)?.into_iter().collect();
        let mut open = Vec::new();
        for name in SCRIPTS {
            let script = all
                .iter()
                .find(|file| file.starts_with(&format!("{name}-")));
            open.push(
                script
                    .with_context(|| format!("no {name} in dist/"))?
                    .clone(),
            );
        }
        let mut contents = BTreeMap::new();
        while let Some(name) = open.pop() {
            if contents.contains_key(&name) {
                continue;
            }
            let mut content = fs::read(dist.join(&name))?;
            if name.ends_with(".js") {
                let mut script = String::from_utf8(content)?;
                let place = if name.starts_with(WORKER) {
                    |file: &str| format!("new URL(import.meta.url).searchParams.get(\"{file}\")")
                } else {
                    |file: &str| format!("{ADDRESSES}[\"{file}\"]")
                };
                for file in &all {
                    if script.contains(file.as_str()) {
                        script = looked_up(&script, file, &place(file))?;
                        open.push(file.clone());
                    }
                }
                content = script.into_bytes();
            }
            contents.insert(name, content);
        }
        Ok(Self { contents })
    }

    /// The languages whose texts are among them.
    fn languages(&self) -> Vec<String> {
        let tag = |name: &String| Some(name.split_once(".core-")?.0.to_owned());
        self.contents.keys().filter_map(tag).collect()
    }

    /// The module that names them all.
    fn module(&self) -> Result<String> {
        let called = |start: &str, end: &str| {
            let fits = |name: &&String| name.starts_with(start) && name.ends_with(end);
            let found = self.contents.keys().find(fits);
            found.with_context(|| format!("no {start}*{end} in dist/"))
        };
        let mut module = "// Policies forbid what is inlined.\nconst files = {\n".to_owned();
        for name in self.contents.keys() {
            // Writing into a string cannot fail.
            let _ = writeln!(
                module,
                "  \"{name}\": new URL(\"./files/{}?no-inline\", import.meta.url).href,",
                plain(name)
            );
        }
        let (worker, program) = (called(WORKER, ".js")?, called(WORKER, ".wasm")?);
        let mut scripts = String::new();
        for name in SCRIPTS {
            let script = called(&format!("{name}-"), ".js")?;
            let _ = writeln!(scripts, "  \"{name}.js\": files[\"{script}\"],");
        }
        let _ = write!(
            module,
            "}};
// The worker is told in its own address where its program is.
const worker = new URL(files[\"{worker}\"]);
worker.searchParams.set(\"{program}\", files[\"{program}\"]);
files[\"{worker}\"] = worker.href;
globalThis.{ADDRESSES} = files;
export const scripts = {{
{scripts}}};
"
        );
        Ok(module)
    }
}

/// What a file is called in the package: bundlers have rules of their own for these, and would fetch
/// a module in their place.
fn plain(name: &str) -> String {
    if name.ends_with(".css") || name.ends_with(".json") {
        format!("{name}.txt")
    } else {
        name.to_owned()
    }
}

/// The script with a look-up in the place of every address of a file.
fn looked_up(script: &str, file: &str, place: &str) -> Result<String> {
    let addresses = [format!("\"{file}\""), format!("\"./{file}\"")];
    let known: usize = addresses
        .iter()
        .map(|address| script.matches(address).count())
        .sum();
    ensure!(
        known == script.matches(file).count(),
        "a script names {file} otherwise than as an address"
    );
    let mut script = script.to_owned();
    for address in addresses {
        script = script.replace(&address, "\u{0}");
    }
    Ok(script.replace('\u{0}', place))
}

/// The declarations as the compiler makes them of the scripts, all in one folder.
fn declarations() -> Result<Vec<(String, String)>> {
    let made = repo::npm()?.join("declarations");
    build::wipe(&made)?;
    let mut tsc = Command::new("tsc");
    tsc.arg("--project").arg(repo::root().join("embed/npm"));
    tsc.arg("--outDir").arg(&made);
    tool::put_on_path(&mut tsc)?;
    Step {
        doing: "Writing the types of the package",
        usually: "a second",
        remedy: "The lines above tell what is wrong",
    }
    .run(&mut tsc)?;
    let declaration = |place: &str| {
        let text = fs::read_to_string(made.join(place))?;
        let name = place.rsplit('/').next().unwrap_or(place);
        Ok((name.to_owned(), beside(&text)))
    };
    DECLARATIONS.into_iter().map(declaration).collect()
}

/// A declaration whose imports lie beside it, with the extension that Node wants.
fn beside(declaration: &str) -> String {
    let line = |line: &str| match line.split_once(" from \".") {
        Some((before, path)) => {
            let name = path.trim_end_matches("\";").rsplit('/').next();
            format!("{before} from \"./{}.js\";\n", name.unwrap_or_default())
        }
        None => format!("{line}\n"),
    };
    declaration.lines().map(line).collect()
}

/// What the guide says of the package.
fn readme(guide: &str) -> Result<String> {
    let (_, section) = guide
        .split_once("\n## With npm\n")
        .context("the guide has no such section")?;
    let section = section.split("\n## ").next().unwrap_or_default();
    Ok(format!("# Service level calculator\n{section}"))
}

#[cfg(test)]
mod tests {
    use super::{beside, looked_up, readme};

    #[test]
    fn every_address_becomes_a_look_up() {
        let script = "f={\"a.js\":\"a-1.js\"};fetch(new URL(\"./a-1.js\",here))";
        let said = looked_up(script, "a-1.js", "files[\"a-1.js\"]").ok();
        let wanted = "f={\"a.js\":files[\"a-1.js\"]};fetch(new URL(files[\"a-1.js\"],here))";
        assert_eq!(said.as_deref(), Some(wanted));
        assert!(looked_up("fetch(`/a-1.js`)", "a-1.js", "").is_err());
    }

    #[test]
    fn declarations_find_each_other_in_one_folder() {
        let made = "import type { A } from \"../a\";\nexport * from \"./b\";\ntype C = 1;";
        let wanted = "import type { A } from \"./a.js\";\nexport * from \"./b.js\";\ntype C = 1;\n";
        assert_eq!(beside(made), wanted);
    }

    #[test]
    fn the_readme_is_one_section_of_the_guide() {
        let guide = "# Guide\n\n## A\n\na\n\n## With npm\n\nb\n\n## C\n\nc";
        let wanted = "# Service level calculator\n\nb\n";
        assert_eq!(readme(guide).ok().as_deref(), Some(wanted));
        assert!(readme("# Guide").is_err());
    }
}
