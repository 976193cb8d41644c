//! Turns `data/` and `locales/` into code, so that the page parses neither.
//! A fault in either stops the build with the file, the place and the fault.

mod tables;
mod texts;

fn main() -> Result<(), String> {
    tables::generate()?;
    texts::generate().map_err(|fault| fault.to_string())
}
