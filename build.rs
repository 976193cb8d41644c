//! Keeps the linker's relocations in the page's program: it is cut into parts after linking, which
//! needs them. The worker does without; they would make it several times as large.

fn main() {
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=service-level-calculator=--emit-relocs");
    }
}
