//! Times what the budgets ask for in Chromium, of `dist/`: one line a figure, which
//! `cargo xtask bench` makes a table of.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a command for maintainers: a failure ends it with its message"
)]

mod draws;
mod inputs;
mod instances;
mod recomputation;

use std::env;
use std::path::PathBuf;

use web::{Browser, Engine};

/// Finds an element in the document or in an open shadow root.
const SEEK: &str = "const seek = (css, root = document) => root.querySelector(css) ??
    [...root.querySelectorAll('*')].reduce((found, e) =>
        found ?? (e.shadowRoot ? seek(css, e.shadowRoot) : null), null);";

fn main() {
    let recompute = env::args_os().nth(1).map(PathBuf::from);
    let recompute = recompute.expect("the folder with recompute.js is the argument");
    let browser = Browser::start(Engine::Chromium);
    let parts: [&dyn Fn(); 4] = [
        &|| recomputation::measure(&browser, &recompute),
        &|| inputs::measure(&browser),
        &|| draws::measure(&browser),
        &|| instances::measure(&browser),
    ];
    // A number after the folder times that part alone.
    let only: Option<usize> = env::args().nth(2).and_then(|n| n.parse().ok());
    for (at, part) in parts.into_iter().enumerate() {
        if only.is_some_and(|only| only != at) {
            continue;
        }
        browser.reset();
        part();
    }
}

/// Prints a figure, and the bound that it has to keep.
fn figure(what: &str, value: f64, unit: &str, bound: Option<f64>) {
    let bound = bound.map(|bound| bound.to_string()).unwrap_or_default();
    println!("figure\t{what}\t{value}\t{unit}\t{bound}");
}

/// The value that a share of the values does not exceed; none of none.
fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(place.max(1) - 1).copied().unwrap_or(f64::NAN)
}

fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}
