//! The commands that README and CI name. Each says what it does and how long that
//! tends to take, skips what is there already, and on failure names cause and remedy.

mod applications;
mod bench;
mod build;
mod compile;
mod criterion;
mod debian;
mod embed;
mod figure;
mod fuzz;
mod http;
mod machine;
mod package;
mod page;
mod program;
mod repo;
mod rust_src;
mod scripts;
mod serve;
mod setup;
mod shelf;
mod shrink;
mod site;
mod size;
mod step;
mod tally;
mod test;
mod timing;
mod tool;
mod trunk;
mod wasm_target;
mod weight;
mod wordpress;
mod yardstick;

use anyhow::{Result, bail};
use std::process::{Command, ExitCode};

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]    build, serve with reload on 127.0.0.1 (default port 8080)
  test                what a change needs, in Chromium: 15 minutes the first time, then 5
  test everywhere     the rest: Firefox, WebKit, WordPress, nginx, applications; 25 minutes
  test NAME [--engine chromium|firefox|webkit]
                      the native tests and the journeys whose names contain NAME
  test model          the model alone, in seconds: no browser, no wasm target
  test scripts        the types and tests of embed/ alone
  mutants [OPTIONS]   changes the model in small ways: does a test notice? An hour
  update              writes anew what is generated: tables, types, snapshots
  build               release build into dist/
  package             the npm package, of dist/, into target/npm/
  size                bytes of dist/ against the budget
  bench               speed in Chromium and natively, of dist/, against the budgets
  eval [CAPABILITY]   the model on JSON from standard input
  fuzz [SECONDS]      links, stored states and imported files, damaged at random
  gallery             screenshots of dist/ into docs/gallery/
  wordpress           a real WordPress with the plugin: its tests and pictures, of dist/
  wordpress --zip     the plugin as a zip, to be uploaded to a WordPress
  setup [--everywhere]
                      only install what the other commands need
  site                quick build into target/site/ (Trunk calls this itself)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nFailed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<ExitCode> {
    match words {
        ["serve"] => serve::run(serve::DEFAULT_PORT)?,
        ["serve", "--port", port] => serve::run(serve::parse_port(port)?)?,
        ["test"] => return test::usual(),
        ["test", "everywhere"] => return test::everywhere(),
        ["test", "model"] => return test::model(),
        ["test", "scripts"] => return test::scripts(),
        ["test", name] => return test::named(name, None),
        ["test", name, "--engine", engine] => return test::named(name, Some(engine)),
        ["mutants", arguments @ ..] => return test::mutants(arguments),
        ["update"] => return test::update(),
        ["build"] => build::run()?,
        ["package"] => drop(package::run()?),
        ["size"] => return size::run(),
        ["bench"] => return bench::run(),
        ["eval"] => {
            return pass_on(&[
                "run",
                "--quiet",
                "--package",
                "service-level-model",
                "--bin",
                "eval",
            ]);
        }
        ["eval", capability] => {
            return pass_on(&[
                "run",
                "--quiet",
                "--package",
                "service-level-model",
                "--bin",
                "eval",
                "--",
                capability,
            ]);
        }
        ["fuzz"] => return fuzz::run(fuzz::USUAL),
        ["fuzz", seconds] => return fuzz::run(seconds),
        ["gallery"] => {
            setup::run(setup::Extent::Everywhere)?;
            build::ensure()?;
            let code = pass_on(&["run", "--quiet", "--package", "web", "--bin", "gallery"])?;
            if code == ExitCode::SUCCESS {
                wordpress::pictures()?;
            }
            return Ok(code);
        }
        ["wordpress"] => return wordpress::run(),
        ["wordpress", "--zip"] => wordpress::zip()?,
        ["setup"] => setup::run(setup::Extent::Build)?,
        ["setup", "--everywhere"] => setup::run(setup::Extent::Everywhere)?,
        ["site"] => trunk::site()?,
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => bail!("unknown command `{}`\n\n{USAGE}", words.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs cargo in our place: its input and output are ours, and so is its exit code.
fn pass_on(arguments: &[&str]) -> Result<ExitCode> {
    let mut cargo = Command::new("cargo");
    cargo.args(arguments).current_dir(repo::root());
    tool::put_on_path(&mut cargo)?;
    let code = cargo
        .status()?
        .code()
        .and_then(|code| u8::try_from(code).ok());
    Ok(ExitCode::from(code.unwrap_or(1)))
}
