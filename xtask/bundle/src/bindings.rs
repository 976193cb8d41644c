//! The glue between a program and JavaScript, by wasm-bindgen.

use crate::{glue, rename};
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// Writes glue and program into the folder. `link` is the script that fetches the program's
/// parts, where it has any: they need what the linker exports.
pub fn write(program: Vec<u8>, folder: &Path, link: Option<&str>) -> Result<()> {
    let mut output = Bindgen::new()
        .web(true)?
        .typescript(false)
        .keep_lld_exports(link.is_some())
        .remove_producers_section(true)
        .input_bytes(glue::STEM, program)
        .generate_output()?;
    let inline = output.snippets().values().map(Vec::len).sum::<usize>();
    let pieces = inline + output.local_modules().len();
    ensure!(
        pieces == 0,
        "a library brings scripts of its own, which nothing here bundles"
    );
    let mut script = glue::with_our_start(output.js(), link.is_some())?;

    let module = format!("./{}_bg.js", glue::STEM);
    let wasm = output.wasm_mut();
    let mut names = rename::Names::default();
    for import in wasm
        .imports
        .iter_mut()
        .filter(|import| import.module == module)
    {
        let short = names.next();
        script = rename::import(&script, &import.name, &short)?;
        import.name = short;
        rename::MODULE.clone_into(&mut import.module);
    }
    script = rename::module(&script, &module)?;

    let mut names = rename::Names::default();
    let mut unused = Vec::new();
    for export in wasm.exports.iter_mut() {
        if link.is_some_and(|link| rename::is_word_of(link, &export.name)) {
            continue;
        }
        let short = names.next();
        match rename::export(&script, &export.name, &short) {
            Some(renamed) => {
                script = renamed;
                export.name = short;
            }
            None => unused.push(export.id()),
        }
    }
    // So that wasm-opt may drop what is behind them.
    unused.into_iter().for_each(|id| wasm.exports.delete(id));
    output.emit(folder)?;
    fs::rename(
        folder.join(format!("{}_bg.wasm", glue::STEM)),
        folder.join("program.wasm"),
    )?;
    Ok(fs::write(folder.join(glue::FILE), script)?)
}
