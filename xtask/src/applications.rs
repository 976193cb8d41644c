//! The applications that try the npm package: those of `tests/packages/`, with the package installed
//! from its archive as anybody would. What they become is tried in browsers by `tests/web/`.

use crate::step::{Step, output_of};
use crate::tally::Tally;
use crate::{build, package, repo, setup, tool};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// Makes the package, installs it, checks the types of the applications and builds them.
pub fn check() -> Result<Tally> {
    setup::applications()?;
    let package = package::run()?;
    let folder = repo::npm()?;
    let archive = output_of(npm(&folder)?.arg("pack").arg("--silent").arg(&package))?;
    let applications = folder.join("applications");
    build::wipe(&applications)?;
    repo::copy(&repo::root().join("tests/packages"), &applications)?;
    let remedy = "Is the network there? Then try again";
    let installing = Step {
        doing: "Installing Vite and React of the applications",
        usually: "half a minute",
        remedy,
    };
    installing.run_logged("applications", npm(&applications)?.arg("ci"))?;
    let archive = folder.join(archive.trim());
    let installing = Step {
        doing: "Installing the package",
        usually: "seconds",
        remedy,
    };
    let mut install = npm(&applications)?;
    install.args(["install", "--no-save"]).arg(archive);
    installing.run_logged("package", &mut install)?;
    let mut tally = Tally::default();
    for (script, doing) in [
        (
            "check",
            "Checking the types of the package, and that servers import it",
        ),
        ("build", "Building the applications"),
    ] {
        let step = Step {
            doing,
            usually: "seconds",
            remedy: "The lines above tell what is wrong",
        };
        tally.add(step.check(npm(&applications)?.args(["run", "--silent", script]))?);
    }
    Ok(tally)
}

fn npm(folder: &Path) -> Result<Command> {
    let mut npm = Command::new("npm");
    npm.current_dir(folder);
    tool::put_on_path(&mut npm)?;
    Ok(npm)
}
