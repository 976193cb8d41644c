//! The compiler's part of a build: one of our programs as linked Wasm.

use crate::build::Care;
use crate::repo;
use crate::step::{Step, output_of};
use anyhow::Result;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether the standard library is compiled anew for the page's program, for size and with panics
/// that are bare traps. It takes 14 KB (brotli) off what a visitor waits for, without which the
/// budget cannot be kept; the price is a switch of the compiler that is not stable yet, and that a
/// panic has no message: `embed/glue/guard.ts` tells of it.
const SMALL_STD: bool = true;

/// While developing: a page that starts quickly enough, from a build that takes seconds.
const QUICK: [&str; 3] = [
    "profile.dev.opt-level = 1",
    "profile.dev.panic = \"abort\"",
    "profile.dev.strip = \"debuginfo\"",
];

const TARGET: &str = "wasm32-unknown-unknown";

/// A program to compile.
pub struct Binary {
    /// Its name, and what it is to the reader.
    pub name: &'static str,
    pub doing: &'static str,
    /// Its feature.
    pub feature: &'static str,
    /// Its profile in a release.
    pub release: &'static str,
    /// Whether bytes count more than anything else.
    pub small: bool,
}

impl Binary {
    /// Compiles and links; returns where the result lies.
    pub fn compile(&self, care: Care) -> Result<PathBuf> {
        let small = SMALL_STD && self.small && care == Care::Release;
        let mut flags = anonymous()?;
        let mut folder = repo::target();
        let mut cargo = Command::new("cargo");
        cargo.current_dir(repo::root());
        cargo.args(["build", "--package", "service-level-calculator"]);
        cargo.args(["--target", TARGET, "--no-default-features"]);
        cargo.args(["--features", self.feature, "--bin", self.name]);
        let profile = match care {
            Care::Release => self.release,
            Care::Quick => {
                // Not a profile of its own: what it shares with native builds would be built twice.
                for setting in QUICK {
                    cargo.args(["--config", setting]);
                }
                "dev"
            }
        };
        cargo.args(["--profile", profile]);
        if small {
            cargo.args(["-Zbuild-std=std,panic_abort"]);
            cargo.arg("-Zbuild-std-features=optimize_for_size");
            cargo.env("RUSTC_BOOTSTRAP", "1");
            flags.extend(
                [
                    "-Zunstable-options",
                    "-Cpanic=immediate-abort",
                    "-Zlocation-detail=none",
                    "-Zfmt-debug=none",
                ]
                .map(str::to_owned),
            );
            // Apart, because that variable makes cargo rebuild what other commands have built.
            folder.push("small");
        }
        cargo.arg("--target-dir").arg(&folder);
        // Before all other ways to set flags: one of those would silently replace ours.
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        Step {
            doing: self.doing,
            usually: match care {
                Care::Release => "a minute, three the first time",
                Care::Quick => "seconds, a minute the first time",
            },
            remedy: "The lines above tell what is wrong",
        }
        .run(&mut cargo)?;
        let built = match profile {
            "dev" => "debug",
            other => other,
        };
        let built = folder.join(TARGET).join(built);
        Ok(built.join(self.name).with_extension("wasm"))
    }
}

/// Whoever builds: what the program says names no folder of theirs.
fn anonymous() -> Result<Vec<String>> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sysroot = output_of(Command::new("rustc").args(["--print", "sysroot"]))?;
    let std = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    let folders = home.map(|home| home.join("registry/src"));
    let folders = folders.into_iter().chain([std]);
    Ok(folders
        .map(|folder| format!("--remap-path-prefix={}=", folder.display()))
        .collect())
}
