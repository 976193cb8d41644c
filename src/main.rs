//! The program of the first screen: exports `mount`. It leaves out what opens on demand.

#[cfg(target_arch = "wasm32")]
mod mount;

fn main() {}
