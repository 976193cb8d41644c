//! Our Wasm programs as a browser loads them: compiled, split, bound to JavaScript, shortened.

use crate::build::Care;
use crate::compile::Binary;
use crate::shelf::Shelf;
use crate::shrink;
use crate::step::output_of;
use crate::{repo, tool};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

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
    make("app", &APP, "parts", "glue.js", care)
}

/// Builds the worker's: `worker.js` and `worker.wasm`.
pub fn worker(care: Care) -> Result<Program> {
    make("worker", &WORKER, "whole", "worker.ts", care)
}

/// Builds what is timed: `recompute.js` and `recompute.wasm`.
pub fn recompute() -> Result<Program> {
    let care = Care::Release;
    make("recompute", &RECOMPUTE, "whole", "glue.js", care)
}

impl Program {
    /// Puts all of its files on the shelf.
    pub fn store(mut self, shelf: &mut Shelf) -> Result<()> {
        for (file, content) in &self.parts {
            let hashed = shelf.put(file, content)?;
            self.script = with_name(&self.script, file, &hashed)?;
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
        shrink::all(&files.chain([main.clone()]).collect::<Vec<_>>())?;
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

/// The script with a part's name with hash in the one place where it fetches the part.
fn with_name(script: &str, file: &str, hashed: &str) -> Result<String> {
    let quoted = format!("\"./{file}\"");
    let times = script.matches(&quoted).count();
    ensure!(
        times == 1,
        "the script fetches {file} in {times} places; does esbuild write addresses otherwise now?"
    );
    Ok(script.replace(&quoted, &format!("\"./{hashed}\"")))
}

#[cfg(test)]
mod tests {
    use super::with_name;

    #[test]
    fn a_part_is_fetched_by_its_name_with_hash() {
        let script = "fetch(new URL(\"./a.wasm\"));fetch(new URL(\"./a.b.wasm\"))";
        let named = "fetch(new URL(\"./a-1.wasm\"));fetch(new URL(\"./a.b.wasm\"))";
        assert_eq!(
            with_name(script, "a.wasm", "a-1.wasm").ok().as_deref(),
            Some(named)
        );
        assert!(with_name(script, "c.wasm", "c-1.wasm").is_err());
    }
}
