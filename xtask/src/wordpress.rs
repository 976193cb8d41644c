//! The plugin for WordPress: tried in a real one, and packed.

use crate::step::Step;
use crate::tally::Tally;
use crate::{build, debian, repo, setup, test, tool};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

/// What runs it: without Debian's own server and service, only the programs.
const PROGRAMS: [&str; 3] = ["php-cli", "php-mysql", "mariadb-server-core"];

/// Packages beside `wordpress` that have files of it: libraries, a theme, languages.
const FILES: [&str; 3] = ["libjs-", "php-getid3", "wordpress-"];

const NAME: &str = "service-level-calculator";

/// Installs what runs a WordPress, and fetches WordPress: unpacked only, since the package would
/// bring a web server and start it.
pub fn ensure() -> Result<()> {
    debian::install(&PROGRAMS, "half a minute")?;
    let folder = tool::cache()?.join("wordpress");
    if folder.is_dir() {
        return Ok(());
    }
    let staged = folder.with_added_extension("partial");
    let _ = fs::remove_dir_all(&staged);
    fs::create_dir_all(&staged)?;
    let companions = debian::companions("wordpress")?;
    let of_it = |name: &&str| FILES.iter().any(|start| name.starts_with(start));
    let mut packages = vec!["wordpress"];
    packages.extend(companions.iter().map(String::as_str).filter(of_it));
    debian::unpack(&packages, &staged)?;
    fs::rename(&staged, &folder).with_context(|| format!("cannot write {}", folder.display()))
}

/// Sets one up with the plugin in it, tests it in the browsers, and takes its pictures.
pub fn run() -> Result<ExitCode> {
    prepare()?;
    let mut tally = test::journeys(&["wordpress::"])?;
    tally.add(take_pictures()?);
    Ok(test::verdict(&tally))
}

/// Takes its pictures alone.
pub fn pictures() -> Result<ExitCode> {
    prepare()?;
    Ok(test::verdict(&take_pictures()?))
}

fn prepare() -> Result<()> {
    setup::run(setup::Extent::Everywhere)?;
    build::ensure()
}

fn take_pictures() -> Result<Tally> {
    let mut pictures = Command::new("cargo");
    pictures
        .args(["run", "--quiet", "--package", "web", "--bin", "wordpress"])
        .current_dir(repo::root());
    tool::put_on_path(&mut pictures)?;
    Step {
        doing: "Taking pictures of WordPress",
        usually: "half a minute",
        remedy: "The lines above tell what did not appear",
    }
    .check(&mut pictures)
}

/// Packs the plugin with the calculator in it, as WordPress takes an upload.
pub fn zip() -> Result<()> {
    debian::install(&["zip"], "seconds")?;
    build::ensure()?;
    let folder = repo::scratch()?.join("wordpress");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let plugin = folder.join(NAME);
    repo::copy(
        &repo::root().join("integrations/wordpress").join(NAME),
        &plugin,
    )?;
    repo::copy(&repo::dist(), &plugin.join("dist"))?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(repo::root().join(licence), plugin.join(licence))?;
    }
    let zip = repo::root().join(format!("target/{NAME}-wordpress.zip"));
    let _ = fs::remove_file(&zip);
    Step {
        doing: "Packing the plugin",
        usually: "a second",
        remedy: "The lines above tell what is wrong",
    }
    .run(
        Command::new("zip")
            .args(["-r", "-q", "-X"])
            .args([&zip, Path::new(NAME)])
            .current_dir(&folder),
    )?;
    println!("{}", zip.display());
    Ok(())
}
