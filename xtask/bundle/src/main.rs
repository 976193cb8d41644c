//! Makes of a linked Wasm program what a browser can load: its parts and the glue between them and
//! JavaScript, as files for esbuild and wasm-opt to shorten.
//!
//! A program of its own, because the libraries behind it take a minute to compile, which
//! `cargo xtask test model` must not cost anybody.

mod bindings;
mod glue;
mod parts;
mod rename;

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str = "\
usage: bundle parts LINKED.wasm FOLDER     a program that is split and guarded
       bundle whole LINKED.wasm FOLDER     a program in one piece
Writes FOLDER/glue.js, FOLDER/program.wasm, and the parts in FOLDER/parts/.";

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
    let (split, linked, folder) = match words {
        ["parts", linked, folder] => (true, linked, Path::new(folder)),
        ["whole", linked, folder] => (false, linked, Path::new(folder)),
        _ => bail!("{USAGE}"),
    };
    let linked = fs::read(linked).with_context(|| format!("cannot read {linked}"))?;
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    if split {
        let main = parts::split(&linked, folder)?;
        let link = fs::read_to_string(folder.join(parts::LINK))?;
        bindings::write(main, folder, Some(&link))
    } else {
        bindings::write(linked, folder, None)
    }
}
