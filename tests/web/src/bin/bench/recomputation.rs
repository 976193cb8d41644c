//! A whole recomputation: verdict, band, levers, and the chart with its 200 points.

use std::path::Path;

use serde_json::json;
use web::{Browser, Site};

use crate::{figure, median};

/// How many times the program is started: it measures itself, by medians.
const STARTS: usize = 3;

/// Times the program in a folder, which is compiled by the page's flags.
pub fn measure(browser: &Browser, folder: &Path) {
    let site = Site::serving(folder);
    site.host_page("/", "<!doctype html><html lang=en><title>Recompute</title>");
    let body = "const done = arguments[arguments.length - 1];
        import(arguments[0]).then(async (glue) => {
            await glue.default({ module_or_path: arguments[1] });
            done(glue.milliseconds());
        }).catch((error) => done(String(error)))";
    let arguments = || vec![json!(address(folder, "js")), json!(address(folder, "wasm"))];
    let times: Vec<f64> = (0..STARTS)
        .map(|_| {
            browser.goto(&site.address("/"));
            let told = browser.script_async(body, arguments());
            told.as_f64()
                .unwrap_or_else(|| panic!("nothing measured: {told}"))
        })
        .collect();
    figure(
        "a whole recomputation in Wasm",
        median(&times),
        "ms",
        Some(1.0),
    );
}

/// The address of the only file of a kind.
fn address(folder: &Path, extension: &str) -> String {
    let files = folder.read_dir().expect("the folder can be read");
    let mut names = files.map(|file| file.expect("it can be listed").file_name());
    let name = names.find(|name| Path::new(name).extension().is_some_and(|e| e == extension));
    let name = name.unwrap_or_else(|| panic!("no .{extension} in {}", folder.display()));
    format!("/{}", name.to_string_lossy())
}
