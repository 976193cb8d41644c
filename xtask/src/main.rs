//! The commands that README and CI name. Each says what it does and how long that tends to take,
//! skips what is there already, and on failure names cause and remedy.

mod bench;
mod build;
mod check;
mod install;
mod repo;
mod step;

use anyhow::{Result, bail};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use std::process::{Command, ExitCode};

/// Installs, serves, builds, tests and measures the calculator.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Subcommand)]
enum Task {
    /// Build and serve on 127.0.0.1, with reload where Trunk is there
    Serve {
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Test what a change needs, in Chromium: 15 minutes the first time, then 5
    ///
    /// `test everywhere` tests the rest: Firefox, WebKit, WordPress, nginx, applications (25 minutes).
    /// `test model` tests the model alone, in seconds, without browser and wasm target.
    /// `test scripts` checks the types and tests of embed/ alone.
    Test {
        /// `everywhere`, `model`, `scripts`, or a part of the names of native tests and journeys
        what: Option<String>,
        /// Run the journeys that fit the name in this engine alone, and no native tests
        #[arg(long, requires = "what")]
        engine: Option<Engine>,
    },
    /// Change the model in small ways: does a test notice? An hour
    Mutants {
        /// Options of cargo-mutants
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<String>,
    },
    /// Write anew what is generated: tables, types, snapshots
    Update,
    /// Build the release into dist/
    Build,
    /// Make the npm package of dist/ in target/npm/
    Package,
    /// Hold the bytes, files and requests of dist/ against the budget
    Size,
    /// Measure the speed of dist/ in Chromium, and of the model natively, against the budgets
    Bench,
    /// Run the model on JSON from standard input
    Eval {
        /// What to compute; without it, all
        capability: Option<String>,
    },
    /// Open links, stored states and imported files that are damaged at random
    Fuzz {
        /// How long for each of the three
        #[arg(default_value_t = check::fuzz::USUAL)]
        seconds: u32,
    },
    /// Take screenshots of dist/ into target/gallery/, those of the guides also into docs/gallery/
    Gallery,
    /// Run the plugin in a real WordPress: its tests and pictures, of dist/
    Wordpress {
        /// Only pack it, to be uploaded to a WordPress
        #[arg(long)]
        zip: bool,
    },
    /// Only install what the other commands need
    Setup {
        /// What `test everywhere` needs, too
        #[arg(long)]
        everywhere: bool,
    },
    /// Build quickly into target/site/, as Trunk has it done
    Site,
}

/// A browser engine.
#[derive(Clone, Copy, ValueEnum)]
enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Some(task) => run(task),
        None => Arguments::command()
            .print_help()
            .map(|()| ExitCode::SUCCESS)
            .map_err(Into::into),
    };
    done.unwrap_or_else(|error| {
        eprintln!("\nFailed: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(task: Task) -> Result<ExitCode> {
    match task {
        Task::Serve { port } => build::serve::run(port)?,
        Task::Test { what, engine } => return test(what.as_deref(), engine),
        Task::Mutants { options } => return check::mutants(&options),
        Task::Update => return check::update(),
        Task::Build => build::run()?,
        Task::Package => drop(build::package::run()?),
        Task::Size => return check::size::run(),
        Task::Bench => return bench::run(),
        Task::Eval { capability } => {
            let mut eval = vec!["--package", "service-level-model", "--bin", "eval", "--"];
            eval.extend(capability.as_deref());
            return run_ours(&eval);
        }
        Task::Fuzz { seconds } => return check::fuzz::run(seconds),
        Task::Gallery => {
            install::run(install::Extent::Everywhere)?;
            build::ensure()?;
            let code = run_ours(&["--package", "web", "--bin", "gallery"])?;
            if code == ExitCode::SUCCESS {
                check::wordpress::pictures()?;
            }
            return Ok(code);
        }
        Task::Wordpress { zip: true } => check::wordpress::zip()?,
        Task::Wordpress { zip: false } => return check::wordpress::run(),
        Task::Setup { everywhere: false } => install::run(install::Extent::Build)?,
        Task::Setup { everywhere: true } => install::run(install::Extent::Everywhere)?,
        Task::Site => build::trunk::site()?,
    }
    Ok(ExitCode::SUCCESS)
}

fn test(what: Option<&str>, engine: Option<Engine>) -> Result<ExitCode> {
    match (what, engine) {
        (None, _) => check::usual(),
        (Some("everywhere"), None) => check::everywhere(),
        (Some("model"), None) => check::model(),
        (Some("scripts"), None) => check::only_scripts(),
        (Some(what @ ("everywhere" | "model" | "scripts")), Some(_)) => {
            bail!("`test {what}` takes no --engine")
        }
        (Some(name), engine) => check::named(name, engine.map(Engine::name)),
    }
}

/// Runs one of our programs in our place: its input and output are ours, and so is its exit code.
fn run_ours(arguments: &[&str]) -> Result<ExitCode> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet"]).args(arguments);
    install::tool::put_on_path(cargo.current_dir(repo::root()))?;
    let code = cargo
        .status()?
        .code()
        .and_then(|code| u8::try_from(code).ok());
    Ok(ExitCode::from(code.unwrap_or(1)))
}

#[cfg(test)]
mod tests {
    use super::Arguments;
    use clap::{CommandFactory, Parser};

    #[test]
    fn the_commands_are_whole() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_mistake_is_named() {
        let said = |words: &[&str]| {
            let words = ["cargo xtask"].iter().chain(words);
            let refused = Arguments::try_parse_from(words).err();
            refused.map(|error| error.to_string()).unwrap_or_default()
        };
        assert!(said(&["biuld"]).contains("'biuld'"), "{}", said(&["biuld"]));
        assert!(said(&["test", "panels", "--engine", "lynx"]).contains("'lynx'"));
        assert!(said(&["serve", "--port", "many"]).contains("'many'"));
        assert_eq!(said(&["test", "panels", "--engine", "webkit"]), "");
    }
}
