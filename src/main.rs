//! The one program of the page, split into parts: exports `mount`.

#[cfg(target_arch = "wasm32")]
mod mount;

fn main() {}
