//! Making Wasm smaller with wasm-opt.

use crate::shelf::hash;
use crate::step::output_of;
use crate::{repo, tool};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

/// Never --all-features: what is written then no browser reads. -Os rather than -Oz, which the
/// compiler has been through already: it gives the fewer bytes once compressed (1 %), and code as
/// fast as -O2's, which gives 0.3 % more. Functions in the order of their names lie beside their
/// like: another 1 %.
const WAYS: [&str; 10] = [
    // The first kilobyte is the end of the stack, where no constant lies.
    "--low-memory-unused",
    // Blocks made anew from the flow of control, and few functions put into their one caller: half
    // a percent.
    "--flatten",
    "--rereloop",
    "--one-caller-inline-max-function-size=120",
    "-Os",
    // What stands twice costs less, once compressed, than a local that holds it: 1 %.
    "--skip-pass=local-cse",
    "--strip-producers",
    "--strip-target-features",
    "--strip-debug",
    "--reorder-functions-by-name",
];

/// Shrinks files in their place, side by side; none of them twice.
pub fn all(files: &[PathBuf]) -> Result<()> {
    thread::scope(|scope| {
        let running: Vec<_> = files
            .iter()
            .map(|file| scope.spawn(|| shrink(file)))
            .collect();
        running
            .into_iter()
            .try_for_each(|one| one.join().map_err(|_| anyhow!("shrinking broke off"))?)
    })
}

fn shrink(file: &Path) -> Result<()> {
    let before = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    // Ten seconds a file: whoever changes the scripts only need not wait for them.
    let done = repo::scratch()?.join("shrunk");
    fs::create_dir_all(&done)?;
    let key = hash(&[&before, WAYS.concat().as_bytes()].concat());
    let known = done.join(key).with_extension("wasm");
    if !known.exists() {
        let mut wasm_opt = Command::new("wasm-opt");
        wasm_opt.args(WAYS).arg(file).arg("--output").arg(file);
        tool::put_on_path(&mut wasm_opt)?;
        output_of(&mut wasm_opt)?;
        // Renamed at the end, so that an interrupted copy is not taken for a result.
        let staged = known.with_extension("partial");
        fs::copy(file, &staged)?;
        fs::rename(&staged, &known)?;
    }
    fs::copy(&known, file).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(())
}
