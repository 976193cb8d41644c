//! Where the programs that the tests need are found.

use std::env;
use std::path::{Path, PathBuf};

/// Finds `names[0]`, or whichever of the alternative `names` is there: first as
/// the environment variable `variable` says, then on the path, then in the
/// folder into which `cargo xtask setup --everywhere` installs.
pub fn find(variable: &str, names: &[&str]) -> PathBuf {
    if let Some(path) = env::var_os(variable).map(PathBuf::from) {
        assert!(
            path.is_file(),
            "{variable} names {}, which is not a file",
            path.display()
        );
        return path;
    }
    let folders: Vec<PathBuf> = env::var_os("PATH")
        .iter()
        .flat_map(env::split_paths)
        // Debian keeps servers off the path of whoever is not root.
        .chain([PathBuf::from("/usr/sbin")])
        .collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .chain(names.iter().filter_map(|name| in_cache(name)))
        .find(|path| path.is_file())
        .unwrap_or_else(|| missing(variable, names))
}

/// The browser that WebKitWebDriver drives lives beside its library, not on the path.
pub fn mini_browser() -> PathBuf {
    if env::var_os("MINIBROWSER").is_some() {
        return find("MINIBROWSER", &[]);
    }
    entries(Path::new("/usr/lib"))
        .chain([PathBuf::from("/usr/lib")])
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkit2gtk-4.0"]
                .map(|version| folder.join(version).join("MiniBrowser"))
        })
        .find(|path| path.is_file())
        .unwrap_or_else(|| missing("MINIBROWSER", &["MiniBrowser"]))
}

/// The folder of the project's own tools: `NAME-VERSION/bin/NAME` and the like.
pub fn cache() -> PathBuf {
    let home = env::var_os("HOME").expect("HOME is set");
    env::var_os("XDG_CACHE_HOME")
        .map_or_else(|| Path::new(&home).join(".cache"), PathBuf::from)
        .join("service-level-calculator/tools")
}

/// The newest installed version of a tool, versions compared number by number.
fn in_cache(name: &str) -> Option<PathBuf> {
    let version_of = |folder: &Path| -> Option<Vec<u32>> {
        let version = folder
            .file_name()?
            .to_str()?
            .strip_prefix(name)?
            .strip_prefix('-')?;
        version.split('.').map(|part| part.parse().ok()).collect()
    };
    entries(&cache())
        .filter_map(|folder| Some((version_of(&folder)?, folder)))
        .max()
        .map(|(_, folder)| folder.join("bin").join(name))
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    folder
        .read_dir()
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
}

fn missing(variable: &str, names: &[&str]) -> ! {
    panic!(
        "{} is not installed: `cargo xtask setup --everywhere` installs it; if you have it elsewhere, name it in {variable}",
        names.join(" or ")
    )
}
