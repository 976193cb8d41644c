//! Trunk, for who has it: it watches, serves and reloads. It cannot split a program, so it builds
//! nothing: its hook calls `cargo xtask site`, whose result takes the place of its own.

use crate::build::{self, Care};
use crate::{repo, tool};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Trunk, run where it finds its configuration and our tools.
pub fn command() -> Result<Command> {
    let mut trunk = Command::new("trunk");
    trunk.current_dir(repo::root());
    // No question to anybody whether there is a newer one.
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes this for its own switch and wants "true" or "false" there.
    trunk.env_remove("NO_COLOR");
    // The compiler's message is the cause; Trunk's own call stack would bury it.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    tool::put_on_path(&mut trunk)?;
    Ok(trunk)
}

/// Builds `target/site/`; where Trunk calls, its folder gets all of it.
pub fn site() -> Result<()> {
    let site = folder();
    let release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    build::into(&site, if release { Care::Release } else { Care::Quick })?;
    let Some(staging) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Ok(());
    };
    let page = staging.join("index.html");
    let theirs = fs::read_to_string(&page).unwrap_or_default();
    for name in repo::names_in(&site)? {
        fs::copy(site.join(&name), staging.join(&name))
            .with_context(|| format!("cannot copy {name} into {}", staging.display()))?;
    }
    let ours = fs::read_to_string(&page)?;
    Ok(fs::write(&page, with_scripts_of(&theirs, &ours))?)
}

/// Where the page lies that is served while one develops.
pub fn folder() -> PathBuf {
    Path::new(repo::root()).join("target/site")
}

/// Our page with the scripts of Trunk's: the one that reloads.
fn with_scripts_of(theirs: &str, ours: &str) -> String {
    let scripts: String = theirs
        .split_inclusive("</script>")
        .filter_map(|piece| piece.find("<script").and_then(|start| piece.get(start..)))
        .filter(|piece| piece.ends_with("</script>"))
        .collect();
    ours.replacen("</body>", &format!("{scripts}</body>"), 1)
}

#[cfg(test)]
mod tests {
    use super::with_scripts_of;

    #[test]
    fn trunks_scripts_are_taken_over() {
        let theirs = "<html><body><script>a</script><p><script src=\"b\"></script></p></body>";
        let ours = "<body>c</body>";
        let all = "<body>c<script>a</script><script src=\"b\"></script></body>";
        assert_eq!(with_scripts_of(theirs, ours), all);
        assert_eq!(with_scripts_of("", ours), ours);
    }
}
