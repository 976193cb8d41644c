//! The full program, fetched when the first panel is opened: exports `mount` too.

#[cfg(target_arch = "wasm32")]
mod mount;

fn main() {}
