//! axe-core, the accessibility checker, obtained once through npm.

use std::fs::{create_dir_all, read_to_string};
use std::process::Command;
use std::sync::LazyLock;

use crate::program::{cache, find};

const VERSION: &str = "4.14.1";

/// The checker's script, installed when first needed.
pub static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let folder = cache().join(format!("axe-core-{VERSION}"));
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let status = Command::new(find("NPM", &["npm"]))
            .args([
                "install",
                "--silent",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefix",
            ])
            .arg(&folder)
            .arg(format!("axe-core@{VERSION}"))
            .status()
            .expect("npm runs");
        assert!(
            status.success(),
            "npm cannot install axe-core {VERSION}: check the network, then run again"
        );
    }
    read_to_string(&script).unwrap_or_else(|error| panic!("{}: {error}", script.display()))
});

/// Runs axe over the document by the rules of WCAG 2.2 AA and calls the last
/// argument with one line for each element at fault.
pub const CHECK: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')} ${html}`))),
        error => done([`axe failed: ${error}`]));";
