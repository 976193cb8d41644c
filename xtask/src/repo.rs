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

/// Where the npm package is made, and the applications that try it.
pub fn npm() -> Result<PathBuf> {
    let folder = root().join("target/npm");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    let elsewhere = env::var_os("CARGO_TARGET_DIR").filter(|path| !path.is_empty());
    root().join(elsewhere.map_or_else(|| PathBuf::from("target"), PathBuf::from))
}

/// What lies in a folder, by name.
pub fn names_in(folder: &Path) -> Result<Vec<String>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))?;
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    Ok(names.collect())
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    for name in names_in(from)? {
        let (from, to) = (from.join(&name), to.join(&name));
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
        }
    }
    Ok(())
}
