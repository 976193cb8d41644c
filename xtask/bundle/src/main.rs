//! Makes of a linked Wasm program what a browser can load: its parts, and the bindings between them
//! and JavaScript, as files for esbuild and wasm-opt to shorten.
//!
//! A program of its own, because the libraries behind it take a minute to compile, which
//! `cargo xtask test model` must not cost anybody.

mod bindings;
mod parts;

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str = "\
usage: bundle LINKED.wasm FOLDER [PART...]
Splits LINKED.wasm into a first part and each PART, and writes FOLDER/bindings.js,
FOLDER/program.wasm and FOLDER/parts/. A PART is called after the parts that are loaded before
it: `rest/panels` is the part `panels`, loaded after the part `rest`.
Without a PART the program stays whole.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bundle: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<()> {
    let [linked, folder, parts @ ..] = words else {
        bail!("{USAGE}");
    };
    let folder = Path::new(folder);
    let linked = fs::read(linked).with_context(|| format!("cannot read {linked}"))?;
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    if parts.is_empty() {
        return bindings::write(linked, folder, false);
    }
    bindings::write(parts::split(&linked, folder, parts)?, folder, true)
}
