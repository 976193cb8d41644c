//! The standard library for `wasm32-unknown-unknown`. rustup fetches it; where that
//! cannot be, it is built from Debian's source package of exactly the compiler's version.

use crate::repo;
use crate::step::Step;
use anyhow::{Context, Result, anyhow, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
/// Where Debian keeps sources as new as the compiler.
const SUITE: &str = "trixie-backports";
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Installs the target unless it is there.
pub fn ensure() -> Result<()> {
    let sysroot = PathBuf::from(output_of(
        Command::new("rustc").args(["--print", "sysroot"]),
    )?);
    let libraries = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    if holds_std(&libraries) {
        return Ok(());
    }
    let fetched = Step {
        doing: "Installing the target wasm32-unknown-unknown",
        usually: "10 seconds",
        remedy: "Without rustup or its network the library is built from source instead",
    }
    .run_logged(
        "wasm-target",
        Command::new("rustup")
            .args(["target", "add", TARGET])
            .env_remove("RUST_BACKTRACE"),
    );
    match fetched {
        Ok(()) if holds_std(&libraries) => return Ok(()),
        Ok(()) => println!("rustup installed no library into {}", libraries.display()),
        Err(refusal) => println!("{refusal:#}"),
    }
    build_from_source(&sysroot, &libraries).context(
        "the target is to be had neither from rustup nor from Debian's rust-src of this \
         compiler's version. Try by hand: rustup target add wasm32-unknown-unknown",
    )?;
    ensure!(
        holds_std(&libraries),
        "no standard library in {}",
        libraries.display()
    );
    Ok(())
}

fn holds_std(libraries: &Path) -> bool {
    names_in(libraries).is_ok_and(|names| {
        names
            .iter()
            .any(|name| name.starts_with("libstd-") && name.ends_with(".rlib"))
    })
}

fn build_from_source(sysroot: &Path, libraries: &Path) -> Result<()> {
    let work = repo::scratch()?.join("rust-src");
    let _ = fs::remove_dir_all(&work);
    let source = download_source(&work)?;
    let place = sysroot.join("lib/rustlib/src/rust/library");
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).with_context(|| format!("cannot write {}", place.display()))?;
    output_of(
        Command::new("cp")
            .arg("--recursive")
            .arg(source.join("."))
            .arg(&place),
    )?;

    // An empty crate, because cargo builds the standard library only for something.
    let probe = work.join("probe");
    fs::create_dir_all(probe.join("src"))?;
    fs::write(probe.join("src/lib.rs"), "")?;
    let manifest = "[package]\nname = \"probe\"\nedition = \"2024\"\n[workspace]\n";
    fs::write(probe.join("Cargo.toml"), manifest)?;
    Step {
        doing: "Building the standard library for wasm32-unknown-unknown",
        usually: "about a minute",
        remedy: "The log tells what the compiler missed",
    }
    .run_logged(
        "wasm-std",
        Command::new("cargo")
            .current_dir(&probe)
            .args(["build", "--release", "--target", TARGET])
            .arg("-Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro")
            .env("RUSTC_BOOTSTRAP", "1")
            // Without bitcode the libraries refuse link-time optimisation.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env("CARGO_TARGET_DIR", probe.join("target")),
    )?;

    fs::create_dir_all(libraries)?;
    let built = probe.join("target").join(TARGET).join("release/deps");
    for name in names_in(&built)? {
        if name.ends_with(".rlib") && !name.starts_with("libprobe") {
            fs::copy(built.join(&name), libraries.join(&name))?;
        }
    }
    Ok(())
}

/// Fetches and unpacks the source of the standard library; returns its folder.
fn download_source(work: &Path) -> Result<PathBuf> {
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

fn names_in(folder: &Path) -> Result<Vec<String>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))?;
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    Ok(names.collect())
}

fn output_of(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .with_context(|| format!("cannot start `{program}`"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    Err(anyhow!(
        "`{program}`: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    ))
}
