//! Turns `data/` and `locales/` into code, so that the page parses neither.
//! A fault in either stops the build with the file, the place and the fault.

mod tables;
mod texts;

fn main() -> Result<(), String> {
    keep_relocations();
    tables::generate()?;
    texts::generate().map_err(|error| error.to_string())
}

/// The page's program is cut into parts after linking, which takes the linker's relocations. Only
/// that program: the worker would grow by a multiple.
fn keep_relocations() {
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=service-level-calculator=--emit-relocs");
    }
}
