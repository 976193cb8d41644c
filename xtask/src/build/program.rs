//! Our Wasm programs as a browser loads them: compiled, split, bound to JavaScript, shortened.

use crate::build::Care;
use crate::build::compile::Binary;
use crate::build::shelf::{Shelf, with_hash};
use crate::build::shrink;
use crate::install::tool;
use crate::repo;
use crate::step::output_of;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, iter};

/// The parts that `#[wasm_split(NAME)]` makes of the page's program, each after those that are loaded
/// before it. What several share goes into the last part that all of them load before.
pub const PARTS: [&str; 4] = ["rest", "rest/panels", "rest/panels/takeaway", "rest/owner"];

/// The page.
const APP: Binary = Binary {
    package: "service-level-calculator",
    name: "service-level-calculator",
    doing: "Compiling the page's program",
    features: "",
    release: "web",
};

/// The worker, without Yew.
const WORKER: Binary = Binary {
    package: "worker",
    name: "worker",
    doing: "Compiling the worker's program",
    features: "",
    release: "worker",
};

/// What is timed in the page's place, by the page's flags; never shipped.
const RECOMPUTE: Binary = Binary {
    name: "recompute",
    doing: "Compiling what is to be timed",
    features: "bench",
    ..APP
};

/// A program ready to be stored, each file under the name that its script knows it by.
pub struct Program {
    name: &'static str,
    script: String,
    wasm: Vec<(String, Vec<u8>)>,
}

/// Builds the page's program: `app.js`, `app.wasm`, and the parts.
pub fn app(care: Care) -> Result<Program> {
    make("app", &APP, &PARTS, "glue/app.ts", care)
}

/// Builds the worker's: `worker.js` and `worker.wasm`.
pub fn worker(care: Care) -> Result<Program> {
    make("worker", &WORKER, &[], "worker.ts", care)
}

/// Builds what is timed: `recompute.js` and `recompute.wasm`.
pub fn recompute() -> Result<Program> {
    make("recompute", &RECOMPUTE, &[], "glue/whole.ts", Care::Release)
}

impl Program {
    /// Puts all of its files on the shelf.
    pub fn store(self, shelf: &mut Shelf) -> Result<()> {
        for (file, content) in &self.wasm {
            shelf.put(file, content)?;
        }
        shelf.put(&format!("{}.js", self.name), self.script.as_bytes())?;
        Ok(())
    }
}

fn make(
    name: &'static str,
    binary: &Binary,
    parts: &[&str],
    entry: &str,
    care: Care,
) -> Result<Program> {
    let linked = binary.compile(care)?;
    let folder = repo::scratch()?.join(name);
    // Parts that an earlier build had would be taken for this one's.
    let _ = fs::remove_dir_all(&folder);
    output_of(tool::bundler()?.arg(&linked).arg(&folder).args(parts))?;
    let names = parts.iter().map(|path| last(path));
    let places = names
        .clone()
        .map(|part| folder.join("parts").join(part).with_extension("wasm"));
    let places: Vec<_> = iter::once(folder.join("program.wasm"))
        .chain(places)
        .collect();
    if care == Care::Release {
        shrink::all(&places)?;
    }
    let wasm = iter::once(name)
        .chain(names)
        .zip(places)
        .map(|(name, place)| {
            let content = fs::read(&place).with_context(|| format!("no {}", place.display()))?;
            Ok((format!("{name}.wasm"), content))
        });
    let wasm = wasm.collect::<Result<Vec<_>>>()?;
    let script = script(&folder, entry, &wasm, parts, care)?;
    Ok(Program { name, script, wasm })
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The bindings and what loads the program, as one module; where a script of `embed/` uses them, from
/// there. It knows the program by the constant `PROGRAM`, and by `PARTS` the files of each part, in the
/// order in which they are loaded.
fn script(
    folder: &Path,
    entry: &str,
    wasm: &[(String, Vec<u8>)],
    parts: &[&str],
    care: Care,
) -> Result<String> {
    let embed = repo::root().join("embed");
    let hashed: BTreeMap<&str, String> = wasm
        .iter()
        .map(|(file, content)| (file.trim_end_matches(".wasm"), with_hash(file, content)))
        .collect();
    let steps = |path: &str| -> Vec<_> { path.split('/').map(|part| hashed.get(part)).collect() };
    let files: Vec<String> = parts
        .iter()
        .map(|path| {
            let files: Vec<_> = steps(path).into_iter().flatten().collect();
            format!("{:?}:{files:?}", last(path))
        })
        .collect();
    let main = wasm.first().map(|(file, content)| with_hash(file, content));
    output_of(
        tool::esbuild(care)?
            .args(["--bundle", "--format=esm"])
            .arg(format!("--define:PROGRAM={:?}", main.unwrap_or_default()))
            .arg(format!("--define:PARTS={{{}}}", files.join(",")))
            .arg(format!(
                "--alias:bindings={}",
                folder.join("bindings.js").display()
            ))
            .arg(embed.join(entry)),
    )
}
