//! Installing what the other commands need. What is there is skipped, so that a second
//! run takes a second.

use crate::{debian, tool, wasm_target, wordpress};
use anyhow::{Result, anyhow};
use std::thread;

/// What is to be made ready.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Extent {
    /// What a build needs.
    Build,
    /// What `cargo xtask test` needs besides: Chromium, fonts, and what checks the scripts.
    Chromium,
    /// What `cargo xtask test everywhere` needs besides: two more browsers and other servers.
    Everywhere,
}

/// Chromium, its driver, and fonts with Cyrillic.
const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-driver",
    "fonts-dejavu-core",
    "fonts-liberation",
];

/// Two more engines with their drivers, a screen for WebKit, and a web server as hosts have it.
const EVERYWHERE: [&str; 5] = ["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth", "nginx"];

/// Installs what is missing.
pub fn run(extent: Extent) -> Result<()> {
    // One side waits for the network, the other for the compiler.
    thread::scope(|scope| {
        let fetched = scope.spawn(move || fetch(extent));
        let compiled = compile(extent);
        let fetched = fetched
            .join()
            .map_err(|_| anyhow!("installing broke off"))?;
        fetched.and(compiled)
    })
}

/// Installs what checks the scripts.
pub fn scripts() -> Result<()> {
    ensure_npm()?;
    tool::ESBUILD.ensure()?;
    tool::TYPESCRIPT.ensure()
}

/// Installs what makes the npm package and tries it.
pub fn applications() -> Result<()> {
    scripts()?;
    tool::NODE.ensure()
}

fn fetch(extent: Extent) -> Result<()> {
    if extent >= Extent::Chromium {
        debian::install(&CHROMIUM, "about a minute")?;
        scripts()?;
    }
    if extent == Extent::Everywhere {
        debian::install(&EVERYWHERE, "about a minute")?;
        applications()?;
        wordpress::ensure()?;
    }
    ensure_npm()?;
    tool::ESBUILD.ensure()?;
    tool::WASM_OPT.ensure()
}

fn ensure_npm() -> Result<()> {
    if debian::has_command("npm") {
        return Ok(());
    }
    debian::install(&["nodejs", "npm"], "about 2 minutes")
}

fn compile(extent: Extent) -> Result<()> {
    wasm_target::ensure()?;
    tool::ensure_bundler()?;
    if extent == Extent::Everywhere {
        tool::GECKODRIVER.ensure()?;
    }
    Ok(())
}
