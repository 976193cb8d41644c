//! The source of the standard library, from which a build compiles one for size. rustup fetches it;
//! where that cannot be, it comes from Debian's package of exactly the compiler's version.

use crate::repo::{self, names_in};
use crate::step::{Step, output_of};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian keeps sources as new as the compiler.
const SUITE: &str = "trixie-backports";
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Installs the source into the compiler's folder unless it is there.
pub fn ensure(sysroot: &Path) -> Result<()> {
    let place = sysroot.join("lib/rustlib/src/rust/library");
    if is_complete(&place) {
        return Ok(());
    }
    let fetched = Step {
        doing: "Installing the source of the standard library",
        usually: "10 seconds",
        remedy: "Without rustup or its network it is taken from Debian instead",
    }
    .run_logged(
        "rust-src",
        Command::new("rustup")
            .args(["component", "add", "rust-src"])
            .env_remove("RUST_BACKTRACE"),
    );
    match fetched {
        Ok(()) if is_complete(&place) => return Ok(()),
        Ok(()) => println!("rustup installed no source into {}", place.display()),
        Err(refusal) => println!("{refusal:#}"),
    }
    copy_from_debian(&place).context(
        "the source of the standard library is to be had neither from rustup nor from Debian's \
         rust-src of this compiler's version. Try by hand: rustup component add rust-src",
    )?;
    ensure!(is_complete(&place), "no source in {}", place.display());
    Ok(())
}

fn is_complete(place: &Path) -> bool {
    place.join("std/src/lib.rs").is_file() && place.join("Cargo.lock").is_file()
}

fn copy_from_debian(place: &Path) -> Result<()> {
    let work = repo::scratch()?.join("rust-src");
    let _ = fs::remove_dir_all(&work);
    let source = download(&work)?;
    // Beside its place, which it gets only when it is complete.
    let staged = place.with_extension("partial");
    let _ = fs::remove_dir_all(&staged);
    fs::create_dir_all(&staged).with_context(|| format!("cannot write {}", staged.display()))?;
    output_of(
        Command::new("cp")
            .arg("--recursive")
            .arg(source.join("."))
            .arg(&staged),
    )?;
    let _ = fs::remove_dir_all(place);
    fs::rename(&staged, place).with_context(|| format!("cannot write {}", place.display()))
}

/// Fetches and unpacks the source of the standard library; returns its folder.
fn download(work: &Path) -> Result<PathBuf> {
    let compiler = output_of(Command::new("rustc").arg("-vV"))?;
    let version = compiler
        .lines()
        .find_map(|line| line.strip_prefix("release: "))
        .context("rustc does not tell its version")?
        .to_owned();

    // Lists and cache of our own: the system's package sources stay as they are.
    for folder in ["lists/partial", "cache/archives/partial", "unpacked"] {
        fs::create_dir_all(work.join(folder))?;
    }
    let sources = work.join("sources.list");
    let archive = archive_address()?;
    fs::write(
        &sources,
        format!("deb [signed-by={KEYRING}] {archive} {SUITE} main\n"),
    )?;
    let apt = || {
        let mut command = Command::new("apt-get");
        command.current_dir(work).arg("--quiet");
        for (option, path) in [
            ("Dir::Etc::sourcelist", &sources),
            ("Dir::Etc::sourceparts", &PathBuf::from("/dev/null")),
            ("Dir::State::lists", &work.join("lists")),
            ("Dir::Cache", &work.join("cache")),
        ] {
            command
                .arg("--option")
                .arg(format!("{option}={}", path.display()));
        }
        command
    };
    Step {
        doing: &format!("Fetching the sources of the standard library {version}"),
        usually: "20 seconds",
        remedy: "Is the network there?",
    }
    .run_logged("rust-src-lists", apt().arg("update"))?;
    output_of(apt().args(["download", &format!("rust-src={version}*")]))?;
    let package = names_in(work)?
        .into_iter()
        .find(|name| name.ends_with(".deb"))
        .context("apt-get downloaded nothing")?;
    let unpacked = work.join("unpacked");
    output_of(
        Command::new("dpkg-deb")
            .arg("-x")
            .arg(work.join(package))
            .arg(&unpacked),
    )?;
    let shared = unpacked.join("usr/src");
    let name = names_in(&shared)?
        .into_iter()
        .find(|name| name.starts_with("rustc-"));
    Ok(shared
        .join(name.context("the package holds no sources")?)
        .join("library"))
}

/// The archive this machine already uses for its own release.
fn archive_address() -> Result<String> {
    let release = fs::read_to_string("/etc/os-release").context("this is not Debian")?;
    let own = release
        .lines()
        .find_map(|line| line.strip_prefix("VERSION_CODENAME="))
        .context("/etc/os-release names no codename")?;
    let format = [
        "indextargets",
        "--format",
        "$(REPO_URI) $(CODENAME)",
        "Created-By: Packages",
    ];
    let rows = output_of(Command::new("apt-get").args(format))?;
    rows.lines()
        .filter_map(|row| row.split_once(' '))
        .find_map(|(address, codename)| (codename == own).then(|| address.to_owned()))
        .with_context(|| format!("apt-get knows no archive for {own}; run apt-get update"))
}
