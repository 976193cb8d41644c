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

/// Declares the files, and lists them in the order in which they run.
macro_rules! journeys {
    ($($journey:ident),+ $(,)?) => {
        $(mod $journey;)+
        const JOURNEYS: &[Journey] = &[$(Journey {
            name: stringify!($journey),
            tests: $journey::TESTS,
        }),+];
    };
}

mod business;

journeys![
    certainty,
    compare,
    configurator,
    embed,
    explain,
    failures,
    files,
    first_page,
    forecast,
    frame,
    guide,
    handover,
    harness,
    hosting,
    hosts,
    idea,
    inputs,
    keyboard,
    layout,
    many,
    neighbours,
    origins,
    packages,
    parts,
    queue,
    report,
    scale,
    slow,
    treadmill,
    update,
    wordpress,
];

fn main() -> ExitCode {
    web::run(JOURNEYS)
}
