//! Our Wasm programs as a browser loads them: compiled, split, bound to JavaScript, shortened.

use crate::build::Care;
use crate::compile::Binary;
use crate::shelf::Shelf;
use crate::step::output_of;
use crate::{repo, tool};
use anyhow::{Context, Result, anyhow, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

/// The page: what is marked `#[wasm_split(NAME)]` becomes a part NAME, fetched when called.
const APP: Binary = Binary {
    name: "service-level-calculator",
    doing: "Compiling the page's program",
    feature: "ui",
    release: "web",
    small: true,
};

/// The worker, without Yew.
const WORKER: Binary = Binary {
    name: "worker",
    doing: "Compiling the worker's program",
    feature: "worker",
    release: "worker",
    small: false,
};

/// What is timed in the page's place, by the page's flags; never shipped.
const RECOMPUTE: Binary = Binary {
    name: "recompute",
    doing: "Compiling what is to be timed",
    feature: "bench",
    ..APP
};

/// A program ready to be stored: its script knows the parts by names without hash.
pub struct Program {
    name: &'static str,
    script: String,
    main: Vec<u8>,
    /// By file name in the script.
    parts: Vec<(String, Vec<u8>)>,
}

/// Builds the page's program: `app.js`, `app.wasm`, and the parts.
pub fn app(care: Care) -> Result<Program> {
    make("app", &APP, "parts", "-Oz", "glue.js", care)
}

/// Builds the worker's: `worker.js` and `worker.wasm`.
pub fn worker(care: Care) -> Result<Program> {
    make("worker", &WORKER, "whole", "-O3", "worker.ts", care)
}

/// Builds what is timed: `recompute.js` and `recompute.wasm`.
pub fn recompute() -> Result<Program> {
    let care = Care::Release;
    make("recompute", &RECOMPUTE, "whole", "-Oz", "glue.js", care)
}

impl Program {
    /// Puts all of its files on the shelf.
    pub fn store(mut self, shelf: &mut Shelf) -> Result<()> {
        for (file, content) in &self.parts {
            let hashed = shelf.put(file, content)?;
            let quoted = format!("\"./{file}\"");
            let times = self.script.matches(&quoted).count();
            ensure!(
                times == 1,
                "{file} is fetched in {times} places of the script"
            );
            self.script = self.script.replace(&quoted, &format!("\"./{hashed}\""));
        }
        let main = format!("{}.wasm", self.name);
        let hashed = shelf.put(&main, &self.main)?;
        // The worker's script fetches its program itself; the page's is handed it.
        self.script = self
            .script
            .replace(&format!("\"./{main}\""), &format!("\"./{hashed}\""));
        shelf.put(&format!("{}.js", self.name), self.script.as_bytes())?;
        Ok(())
    }
}

fn make(
    name: &'static str,
    binary: &Binary,
    way: &str,
    level: &str,
    entry: &str,
    care: Care,
) -> Result<Program> {
    let linked = binary.compile(care)?;
    let folder = repo::scratch()?.join(name);
    // Parts that an earlier build had would be taken for this one's.
    let _ = fs::remove_dir_all(&folder);
    output_of(tool::bundler().arg(way).arg(&linked).arg(&folder))?;
    let script = script(&folder, entry, care)?;
    let parts = folder.join("parts");
    let mut names = if parts.is_dir() {
        repo::names_in(&parts)?
    } else {
        Vec::new()
    };
    names.sort();
    let main = folder.join("program.wasm");
    if care == Care::Release {
        let files = names.iter().map(|file| parts.join(file));
        shrink_all(files.chain([main.clone()]).collect(), level)?;
    }
    let read = |path: &Path| fs::read(path).with_context(|| format!("no {}", path.display()));
    Ok(Program {
        name,
        script,
        main: read(&main)?,
        parts: names
            .into_iter()
            .map(|file| {
                let content = read(&parts.join(&file))?;
                Ok((file, content))
            })
            .collect::<Result<_>>()?,
    })
}

/// The glue, the script that fetches the parts and our own care for both, as one module; where a
/// script of `embed/` uses the glue, from there.
fn script(folder: &Path, entry: &str, care: Care) -> Result<String> {
    let embed = repo::root().join("embed");
    let (ours, glue) = (embed.join("glue"), folder.join("glue.js"));
    let entry = if entry == "glue.js" {
        glue.clone()
    } else {
        embed.join(entry)
    };
    output_of(
        tool::esbuild(care)?
            .args(["--bundle", "--format=esm"])
            .arg(format!("--alias:program={}", ours.display()))
            .arg(format!("--alias:worker-glue={}", glue.display()))
            .arg(entry),
    )
}

/// Has wasm-opt make files smaller, side by side.
fn shrink_all(files: Vec<PathBuf>, level: &str) -> Result<()> {
    thread::scope(|scope| {
        let running: Vec<_> = files
            .iter()
            .map(|file| scope.spawn(|| shrink(file, level)))
            .collect();
        running
            .into_iter()
            .try_for_each(|one| one.join().map_err(|_| anyhow!("shrinking broke off"))?)
    })
}

/// Functions in the order of their names lie beside their like, which saves 1 % once compressed.
fn shrink(file: &Path, level: &str) -> Result<()> {
    let mut wasm_opt = Command::new("wasm-opt");
    // Never --all-features: it then writes what no browser reads.
    wasm_opt.args([level, "--reorder-functions-by-name"]);
    wasm_opt.arg(file).arg("--output").arg(file);
    tool::put_on_path(&mut wasm_opt)?;
    output_of(&mut wasm_opt).map(drop)
}
