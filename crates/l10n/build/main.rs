//! Turns `locales/` into code and packed files, so that the page parses no JSON.
//! A fault in a language's file stops the build with the file, the key and the fault.

mod texts;

fn main() -> Result<(), String> {
    texts::generate()
}
