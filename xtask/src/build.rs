//! The build: everything a host needs to serve, in one folder.

use crate::shelf::Shelf;
use crate::{embed, page, program, repo, setup, site};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::Path;
use std::thread;
use std::time::SystemTime;

/// How much care goes into a build.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Care {
    /// For visitors: every byte counts.
    Release,
    /// For who develops: seconds count.
    Quick,
}

/// What tells others about the calculator, published beside it: for editors and tools.
const PUBLISHED: [&str; 2] = ["config.schema.json", "custom-elements.json"];

/// Installs what a build needs and builds the release into `dist/`.
pub fn run() -> Result<()> {
    setup::run(setup::Extent::Build)?;
    into(&repo::dist(), Care::Release)
}

/// What goes into a build.
const SOURCES: [&str; 14] = [
    "Cargo.lock",
    "Cargo.toml",
    "build.rs",
    "configurator.html",
    "crates",
    "embed",
    "index.html",
    "locales",
    "preview.html",
    "src",
    "styles",
    "xtask/Cargo.toml",
    "xtask/bundle",
    "xtask/src",
];

/// Builds the release unless `dist/` is newer than everything that goes into it.
pub fn ensure() -> Result<()> {
    let built = fs::metadata(repo::dist().join("index.html")).and_then(|file| file.modified());
    let newest = SOURCES.iter().map(|name| newest(&repo::root().join(name)));
    let newest = newest.collect::<Result<Vec<_>>>()?.into_iter().max();
    if built.is_ok_and(|built| newest.is_some_and(|newest| newest < built)) {
        println!("==> The release in dist/ is newer than its sources");
        return setup::run(setup::Extent::Build);
    }
    run()
}

/// When a file, or the newest file in a folder, was last changed.
fn newest(path: &Path) -> Result<SystemTime> {
    let own = fs::metadata(path).with_context(|| format!("no {}", path.display()))?;
    let mut newest = own.modified()?;
    if own.is_dir() {
        for name in repo::names_in(path)? {
            newest = newest.max(self::newest(&path.join(name))?);
        }
    }
    Ok(newest)
}

/// Builds into a folder, which is replaced once all is well.
pub fn into(folder: &Path, care: Care) -> Result<()> {
    let fresh = folder.with_extension("new");
    wipe(&fresh)?;
    fs::create_dir_all(&fresh).with_context(|| format!("cannot create {}", fresh.display()))?;
    let mut shelf = Shelf::new(&fresh);
    // The page's program waits for the compiler and then for wasm-opt; the rest fits in beside it.
    let (app, rest) = thread::scope(|scope| {
        let app = scope.spawn(move || program::app(care));
        let rest = site::files(care).and_then(|site| Ok((site, program::worker(care)?)));
        (app.join(), rest)
    });
    let app = app.map_err(|_| anyhow!("building the program broke off"))??;
    let (site, worker) = rest?;
    for (name, content) in site.hashed {
        shelf.put(&name, &content)?;
    }
    app.store(&mut shelf)?;
    worker.store(&mut shelf)?;
    embed::bundle(&mut shelf, &site.texts.scripts, care)?;
    for name in PUBLISHED {
        let path = repo::root().join("embed").join(name);
        let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        shelf.put_as(name, &content)?;
    }
    page::write(&shelf, &site.texts)?;
    wipe(folder)?;
    fs::rename(&fresh, folder).with_context(|| format!("cannot write {}", folder.display()))
}

/// Takes a folder away, if it is there.
pub fn wipe(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::PUBLISHED;
    use crate::{embed, page, repo};
    use anyhow::Context;
    use std::collections::BTreeSet;
    use std::fs;

    #[test]
    fn the_guide_lists_the_files_whose_names_never_change() -> anyhow::Result<()> {
        let guide = fs::read_to_string(repo::root().join("docs/hosting.md"))?;
        let list = guide
            .split_once("Only these names never change:")
            .and_then(|(_, rest)| rest.split_once("Every other file"));
        let (list, _) = list.context("the guide has no such list")?;
        let listed: BTreeSet<&str> = list.split('`').skip(1).step_by(2).collect();
        let scripts = embed::stable();
        let built: BTreeSet<&str> = page::FILES
            .into_iter()
            .chain(PUBLISHED)
            .chain(scripts)
            .collect();
        assert_eq!(listed, built);
        Ok(())
    }
}
