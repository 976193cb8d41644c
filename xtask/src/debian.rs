//! Packages of the system, on Debian and its kin.

use crate::repo;
use crate::step::{Step, output_of};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Installs those of the packages that are missing.
pub fn install(packages: &[&str], usually: &str) -> Result<()> {
    if !has_command("dpkg-query") {
        bail!(
            "this system has no apt-get. Install by its own means: {}",
            packages.join(" ")
        );
    }
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|name| !installed(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let by_hand = format!("Try by hand: apt-get update && apt-get install {list}");
    update()?;
    Step {
        doing: &format!("Installing from Debian: {list}"),
        usually,
        remedy: &by_hand,
    }
    .run_logged(
        "apt-install",
        as_root()?
            .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "install"])
            .args(["--yes", "--no-install-recommends"])
            .args(&missing),
    )
}

/// Unpacks packages into a folder, without installing them: nothing that they depend on comes
/// along, and nothing is started.
pub fn unpack(packages: &[&str], folder: &Path) -> Result<()> {
    update()?;
    let fetched = folder.with_added_extension("packages");
    let _ = fs::remove_dir_all(&fetched);
    fs::create_dir_all(&fetched).with_context(|| format!("cannot create {}", fetched.display()))?;
    let list = packages.join(" ");
    let step = Step {
        doing: &format!("Fetching from Debian: {list}"),
        usually: "10 seconds",
        remedy: &format!("Try by hand: apt-get download {list}"),
    };
    let mut fetch = Command::new("apt-get");
    fetch.arg("download").args(packages).current_dir(&fetched);
    step.run_logged("apt-download", &mut fetch)?;
    for name in repo::names_in(&fetched)? {
        let package = fetched.join(name);
        output_of(
            Command::new("dpkg-deb")
                .arg("--extract")
                .args([&package, folder]),
        )?;
    }
    Ok(fs::remove_dir_all(fetched)?)
}

/// What a package depends on or recommends, by name.
pub fn companions(package: &str) -> Result<Vec<String>> {
    let said = output_of(Command::new("apt-cache").args(["depends", package]))?;
    let names = said.lines().filter_map(|line| line.split(": ").nth(1));
    Ok(names.map(str::to_owned).collect())
}

fn update() -> Result<()> {
    Step {
        doing: "Reading the lists of Debian's packages",
        usually: "10 seconds",
        remedy: "Is the network there? Try by hand: apt-get update",
    }
    .run_logged("apt-update", as_root()?.args(["apt-get", "update"]))
}

/// True if a program of that name answers to `--version`.
pub fn has_command(name: &str) -> bool {
    let mut command = Command::new(name);
    command
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn installed(package: &str) -> bool {
    let query = Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .output();
    query.is_ok_and(|output| output.stdout == b"installed")
}

/// `env`, through sudo where we are not root: what follows is run with full rights.
fn as_root() -> Result<Command> {
    let id = Command::new("id").arg("--user").output()?;
    if id.stdout.trim_ascii() == b"0" {
        return Ok(Command::new("env"));
    }
    if !has_command("sudo") {
        bail!(
            "packages must be installed, but this user is not root and there is no sudo. \
             Run `cargo xtask setup --everywhere` as root once"
        );
    }
    let mut sudo = Command::new("sudo");
    sudo.arg("env");
    Ok(sudo)
}
