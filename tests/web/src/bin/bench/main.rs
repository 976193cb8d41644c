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
mod yardstick;

use std::env;
use std::path::PathBuf;

use web::{Browser, Engine};

/// Finds an element in the document or in an open shadow root.
const SEEK: &str = "const seek = (css, root = document) => root.querySelector(css) ??
    [...root.querySelectorAll('*')].reduce((found, e) =>
        found ?? (e.shadowRoot ? seek(css, e.shadowRoot) : null), null);";

fn main() {
    let folder = |at: usize| env::args_os().nth(at).map(PathBuf::from);
    let recompute = folder(1).expect("the folder with recompute.js is the first argument");
    let yardstick = folder(2).expect("the folder with surveyjs.js is the second argument");
    let browser = Browser::start(Engine::Chromium);
    let parts: [&dyn Fn(); 5] = [
        &|| recomputation::measure(&browser, &recompute),
        &|| inputs::measure(&browser),
        &|| draws::measure(&browser),
        &|| instances::measure(&browser),
        &|| yardstick::measure(&browser, &yardstick),
    ];
    // A number after the folders times that part alone.
    let only: Option<usize> = env::args().nth(3).and_then(|n| n.parse().ok());
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
