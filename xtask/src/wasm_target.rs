//! The standard library for `wasm32-unknown-unknown`. rustup fetches it; where that cannot be, it
//! is built from the source.

use crate::repo::{self, names_in};
use crate::rust_src;
use crate::step::{Step, output_of};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the target and the source of its library unless they are there.
pub fn ensure() -> Result<()> {
    let sysroot = output_of(Command::new("rustc").args(["--print", "sysroot"]))?;
    let sysroot = PathBuf::from(sysroot.trim());
    rust_src::ensure(&sysroot)?;
    let libraries = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    if holds_std(&libraries) {
        return Ok(());
    }
    let fetched = Step {
        doing: "Installing the target wasm32-unknown-unknown",
        usually: "10 seconds",
        remedy: "Without rustup or its network the library is built from source instead",
    }
    .run_logged(
        "wasm-target",
        Command::new("rustup")
            .args(["target", "add", TARGET])
            .env_remove("RUST_BACKTRACE"),
    );
    match fetched {
        Ok(()) if holds_std(&libraries) => return Ok(()),
        Ok(()) => println!("rustup installed no library into {}", libraries.display()),
        Err(refusal) => println!("{refusal:#}"),
    }
    build_from_source(&libraries).context(
        "the target is not to be had from rustup and cannot be built. \
         Try by hand: rustup target add wasm32-unknown-unknown",
    )?;
    ensure!(
        holds_std(&libraries),
        "no standard library in {}",
        libraries.display()
    );
    Ok(())
}

fn holds_std(libraries: &Path) -> bool {
    names_in(libraries).is_ok_and(|names| {
        names
            .iter()
            .any(|name| name.starts_with("libstd-") && name.ends_with(".rlib"))
    })
}

fn build_from_source(libraries: &Path) -> Result<()> {
    // An empty crate, because cargo builds the standard library only for something.
    let probe = repo::scratch()?.join("probe");
    let _ = fs::remove_dir_all(&probe);
    fs::create_dir_all(probe.join("src"))?;
    fs::write(probe.join("src/lib.rs"), "")?;
    let manifest = "[package]\nname = \"probe\"\nedition = \"2024\"\n[workspace]\n";
    fs::write(probe.join("Cargo.toml"), manifest)?;
    Step {
        doing: "Building the standard library for wasm32-unknown-unknown",
        usually: "about a minute",
        remedy: "The log tells what the compiler missed",
    }
    .run_logged(
        "wasm-std",
        Command::new("cargo")
            .current_dir(&probe)
            .args(["build", "--release", "--target", TARGET])
            .arg("-Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro")
            .env("RUSTC_BOOTSTRAP", "1")
            // Without bitcode the libraries refuse link-time optimisation.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env("CARGO_TARGET_DIR", probe.join("target")),
    )?;

    // Beside their place, which they get only when they are complete.
    let staged = libraries.with_extension("partial");
    let _ = fs::remove_dir_all(&staged);
    fs::create_dir_all(&staged).with_context(|| format!("cannot write {}", staged.display()))?;
    let built = probe.join("target").join(TARGET).join("release/deps");
    for name in names_in(&built)? {
        if name.ends_with(".rlib") && !name.starts_with("libprobe") {
            fs::copy(built.join(&name), staged.join(&name))?;
        }
    }
    let _ = fs::remove_dir_all(libraries);
    fs::rename(&staged, libraries).with_context(|| format!("cannot write {}", libraries.display()))
}
