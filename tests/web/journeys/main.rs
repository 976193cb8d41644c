//! The journeys: `cargo test --package web --test journeys [-- PART_OF_A_NAME] [--engine NAME]`,
//! where a name is `numbers::undo_and_starting_over`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports a failure by panicking"
)]

use std::process::ExitCode;

use web::Journey;

/// Lists the tests of a journey. What engines can differ in is marked `everywhere`; what needs a
/// server or an application besides the browser `extra`, or `extra_everywhere` where both hold.
macro_rules! tests {
    (@scope) => { web::Scope::Chromium };
    (@scope everywhere) => { web::Scope::EveryEngine };
    (@scope extra) => { web::Scope::Extra };
    (@scope extra_everywhere) => { web::Scope::ExtraEveryEngine };
    ($($test:ident $(: $scope:ident)?),+ $(,)?) => {
        pub const TESTS: &[web::Test] = &[$(web::Test {
            name: stringify!($test),
            scope: tests!(@scope $($scope)?),
            run: $test,
        }),+];
    };
}

mod answer;
mod business;
mod config;
mod element;
mod embed;
mod explanations;
mod failures;
mod first_visit;
mod frame;
mod guide;
mod harness;
mod hosting;
mod hosts;
mod keep_and_share;
mod keyboard;
mod languages;
mod layouts;
mod lead;
mod many;
mod numbers;
mod origins;
mod packages;
mod panels;
mod report;
mod slow;
mod update;
mod wordpress;

/// A journey by the name of its file.
macro_rules! journeys {
    ($($journey:ident),+ $(,)?) => {
        &[$(Journey {
            name: stringify!($journey),
            tests: $journey::TESTS,
        }),+]
    };
}

/// The journeys in the order in which they run.
const JOURNEYS: &[Journey] = journeys![
    answer,
    config,
    embed,
    explanations,
    failures,
    first_visit,
    frame,
    guide,
    harness,
    hosting,
    hosts,
    keep_and_share,
    keyboard,
    languages,
    layouts,
    lead,
    many,
    numbers,
    origins,
    packages,
    panels,
    report,
    slow,
    update,
    wordpress,
];

fn main() -> ExitCode {
    web::run(JOURNEYS)
}
