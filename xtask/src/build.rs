//! The build: everything a host needs to serve, in one folder.

use crate::shelf::Shelf;
use crate::{embed, page, program, repo, setup, site};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::Path;
use std::thread;

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
