//! The release build into `dist/`.

use crate::step::Step;
use crate::{repo, setup, tool};
use anyhow::Result;
use std::fs;
use std::process::Command;

/// Installs what a build needs and builds.
pub fn run() -> Result<()> {
    setup::run(setup::Extent::Build)?;
    Step {
        doing: "Building the release into dist/",
        usually: "about a minute, three the first time",
        remedy: "The lines above tell what is wrong",
    }
    .run(trunk()?.args(["build", "--release"]))?;
    shorten_scripts()
}

fn cargo_home() -> Option<std::ffi::OsString> {
    let home = std::env::var_os("HOME")?;
    Some(std::path::Path::new(&home).join(".cargo").into_os_string())
}

fn shorten_scripts() -> Result<()> {
    let dist = repo::dist();
    let mut esbuild = Command::new("esbuild");
    esbuild.args(["--minify", "--allow-overwrite", "--log-level=warning"]);
    esbuild.arg(format!("--outdir={}", dist.display()));
    for entry in fs::read_dir(&dist)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            esbuild.arg(path);
        }
    }
    tool::put_on_path(&mut esbuild)?;
    Step {
        doing: "Shortening the scripts",
        usually: "a second",
        remedy: "The lines above tell which script is wrong",
    }
    .run(&mut esbuild)
}

/// Trunk, run where it finds its configuration and our tools.
pub fn trunk() -> Result<Command> {
    let mut trunk = Command::new("trunk");
    trunk.current_dir(repo::root());
    // No question to anybody whether there is a newer one.
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes this for its own switch and wants "true" or "false" there.
    trunk.env_remove("NO_COLOR");
    // The compiler's message is the cause; Trunk's own call stack would bury it.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    // Its minifier of scripts does not know the glue's syntax; that is no news at each build.
    trunk.env("RUST_LOG", "info,trunk::processing::minify=error");
    // Whoever builds: the messages of libraries name no folder of theirs.
    if let Some(home) = std::env::var_os("CARGO_HOME").or_else(cargo_home) {
        let folder = std::path::Path::new(&home).join("registry/src");
        let flag = format!("--remap-path-prefix={}=", folder.display());
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag);
    }
    tool::put_on_path(&mut trunk)?;
    Ok(trunk)
}
