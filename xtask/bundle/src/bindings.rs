//! The bindings between a program and JavaScript, by wasm-bindgen. `embed/glue/` loads the program.

use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// Writes bindings and program into the folder. The parts of a program need what the linker exports.
pub fn write(program: Vec<u8>, folder: &Path, has_parts: bool) -> Result<()> {
    let mut output = Bindgen::new()
        // The target whose bindings leave the loading to others.
        .bundler(true)?
        .typescript(false)
        .keep_lld_exports(has_parts)
        .remove_producers_section(true)
        .input_bytes("program", program)
        .generate_output()?;
    let inline = output.snippets().values().map(Vec::len).sum::<usize>();
    let pieces = inline + output.local_modules().len();
    ensure!(
        pieces == 0,
        "a library brings scripts of its own, which nothing here bundles"
    );
    output.emit(folder)?;
    fs::rename(folder.join("program_bg.js"), folder.join("bindings.js"))?;
    fs::rename(folder.join("program_bg.wasm"), folder.join("program.wasm"))?;
    Ok(())
}
