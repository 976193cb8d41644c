//! Where things are in this repository, and what its lock file says.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{env, fs};

/// The repository's root folder.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        // As cargo says it now: clones that share a build folder share this program too.
        let ours = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let ours = ours.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        ours.parent().map_or(ours.clone(), Path::to_path_buf)
    })
}

/// What gets shipped.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Our own corner of the build folder: logs and the figures of the last run.
pub fn scratch() -> Result<PathBuf> {
    let folder = root().join("target/xtask");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
}

/// The version of a package in `Cargo.lock`, so that it is written down once only.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| {
        format!(
            "cannot read {}; `cargo generate-lockfile` writes it",
            path.display()
        )
    })?;
    version_in(&lock, package)
        .with_context(|| format!("{} names no package {package}", path.display()))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_version_of_exactly_the_named_package_is_read() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "yew"), None);
    }
}
