//! Programs that are not Debian's: installed once into the user's cache, by version, so
//! that a second clone finds them there. The right version on the PATH will do as well.

use crate::repo;
use crate::step::Step;
use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How a tool is come by.
enum Source {
    /// Compiled by `cargo install`, from its own lock file or not.
    Cargo { package: &'static str, locked: bool },
    /// Installed by npm.
    Npm { package: &'static str },
}

/// A tool of exactly one version.
pub struct Tool {
    program: &'static str,
    version: String,
    source: Source,
    usually: &'static str,
}

/// Bundles the page. The newest that this compiler builds.
pub fn trunk() -> Tool {
    Tool {
        program: "trunk",
        version: "0.21.14".to_owned(),
        source: Source::Cargo {
            package: "trunk",
            locked: true,
        },
        usually: "about 7 minutes",
    }
}

/// Writes the glue between Wasm and JavaScript; works only at the library's own version.
pub fn wasm_bindgen() -> Result<Tool> {
    Ok(Tool {
        program: "wasm-bindgen",
        version: repo::locked_version("wasm-bindgen")?,
        // Its lock file names a version of a crate that is not to be had any more.
        source: Source::Cargo {
            package: "wasm-bindgen-cli",
            locked: false,
        },
        usually: "about 4 minutes",
    })
}

/// Shrinks the Wasm. Debian's is too old for what this compiler emits.
pub fn wasm_opt() -> Tool {
    Tool {
        program: "wasm-opt",
        version: "132.0.0".to_owned(),
        source: Source::Npm {
            package: "binaryen",
        },
        usually: "about 20 seconds",
    }
}

/// Shortens the scripts: a third of their bytes, and Trunk's own minifier fails on them.
pub fn esbuild() -> Tool {
    Tool {
        program: "esbuild",
        version: "0.28.2".to_owned(),
        source: Source::Npm { package: "esbuild" },
        usually: "about 10 seconds",
    }
}

/// Drives Firefox in the browser tests.
pub fn geckodriver() -> Tool {
    Tool {
        program: "geckodriver",
        version: "0.37.1".to_owned(),
        source: Source::Cargo {
            package: "geckodriver",
            locked: true,
        },
        usually: "about 3 minutes",
    }
}

/// Lets a command find every tool that is installed, ours before the system's.
pub fn put_on_path(command: &mut Command) -> Result<()> {
    let ours = [
        trunk(),
        wasm_bindgen()?,
        wasm_opt(),
        esbuild(),
        geckodriver(),
    ];
    let mut folders: Vec<PathBuf> = Vec::new();
    for tool in ours {
        folders.push(tool.programs_folder()?);
    }
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    command.env("PATH", env::join_paths(folders)?);
    Ok(())
}

impl Tool {
    /// Installs the tool unless it is there.
    pub fn ensure(&self) -> Result<()> {
        let own = self.programs_folder()?.join(self.program);
        if self.answers(&own) || self.answers(Path::new(self.program)) {
            return Ok(());
        }
        let folder = self.folder()?;
        let doing = format!("Installing {} {}", self.program, self.version);
        let remedy = format!(
            "Is the network there, and room in {}? Remove that folder and try again",
            folder.display()
        );
        let step = Step {
            doing: &doing,
            usually: self.usually,
            remedy: &remedy,
        };
        step.run_logged(self.program, &mut self.installation(&folder))?;
        anyhow::ensure!(
            self.answers(&own),
            "{} does not run. {remedy}",
            own.display()
        );
        Ok(())
    }

    fn installation(&self, folder: &Path) -> Command {
        match self.source {
            Source::Cargo { package, locked } => {
                let mut cargo = Command::new("cargo");
                cargo.args(["install", package, "--version", &self.version, "--root"]);
                cargo.arg(folder).args(locked.then_some("--locked"));
                // Away from this workspace: its build folder stays unlocked meanwhile.
                cargo
                    .current_dir(env::temp_dir())
                    .env_remove("CARGO_TARGET_DIR");
                cargo
            }
            Source::Npm { package } => {
                let mut npm = Command::new("npm");
                npm.args(["install", "--no-audit", "--no-fund", "--prefix"])
                    .arg(folder);
                npm.arg(format!("{package}@{}", self.version));
                npm
            }
        }
    }

    /// True if that program reports our version, "1.2.3" or, as binaryen, "1" for "1.0.0".
    fn answers(&self, program: &Path) -> bool {
        let Ok(output) = Command::new(program).arg("--version").output() else {
            return false;
        };
        let wanted = self.version.trim_end_matches(".0.0");
        let said = String::from_utf8_lossy(&output.stdout);
        said.split_whitespace().any(|word| word == wanted)
    }

    fn programs_folder(&self) -> Result<PathBuf> {
        let inside = match self.source {
            Source::Cargo { .. } => "bin",
            Source::Npm { .. } => "node_modules/.bin",
        };
        Ok(self.folder()?.join(inside))
    }

    fn folder(&self) -> Result<PathBuf> {
        let cache = env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty());
        let cache = match cache {
            Some(path) => PathBuf::from(path),
            None => env::home_dir()
                .context("no home folder to keep tools in")?
                .join(".cache"),
        };
        let name = match self.source {
            Source::Npm { package } => package,
            Source::Cargo { .. } => self.program,
        };
        Ok(cache
            .join("service-level-calculator/tools")
            .join(format!("{name}-{}", self.version)))
    }
}
