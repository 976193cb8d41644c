//! Turns `data/` into code, so that the page parses no table.
//! A fault in a table stops the build with the file, the place and the fault.

mod tables;

fn main() -> Result<(), String> {
    tables::generate()
}
