//! Checks of the scripts in `embed/`: their types, and their `*.test.ts`, which end well or throw.

use crate::step::{Step, output_of};
use crate::tally::Tally;
use crate::{repo, tool};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// All of them.
pub fn check() -> Result<Tally> {
    let embed = repo::root().join("embed");
    let mut tsc = Command::new("tsc");
    tsc.arg("--project").arg(&embed);
    tool::put_on_path(&mut tsc)?;
    let mut tally = Step {
        doing: "Checking the types of the scripts",
        usually: "a second",
        remedy: "The lines above tell what is wrong",
    }
    .check(&mut tsc)?;
    for test in tests(vec![embed])? {
        let bundled = repo::scratch()?.join("test.mjs");
        let mut esbuild = tool::esbuild(crate::build::Care::Quick)?;
        esbuild.args(["--bundle", "--format=esm", "--platform=node"]);
        esbuild.arg(format!("--outfile={}", bundled.display()));
        output_of(esbuild.arg(&test))?;
        let name = test.strip_prefix(repo::root()).unwrap_or(&test);
        tally.add(
            Step {
                doing: &format!("Running {}", name.display()),
                usually: "a second",
                remedy: "The lines above tell what does not hold",
            }
            .check(Command::new("node").arg(&bundled))?,
        );
    }
    Ok(tally)
}

fn tests(mut folders: Vec<PathBuf>) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for name in repo::names_in(&folder)? {
            let path = folder.join(&name);
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".test.ts") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
