//! Runs every test in every engine: `cargo test -p web [-- PART_OF_A_NAME]`,
//! where a name is `firefox::first_page::the_verdict_follows_the_rung`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports a failure by panicking"
)]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use libtest_mimic::{Arguments, Failed, Trial};
use web::{Browser, Engine};

/// A test's name and what it does in a browser of any engine.
type Test = (&'static str, fn(&Browser));

/// Lists the tests of a module.
macro_rules! tests {
    ($($test:ident),+ $(,)?) => {
        pub const TESTS: &[crate::Test] = &[$((concat!(module_path!(), "::", stringify!($test)), $test)),+];
    };
}

mod advice;
mod builders;
mod business;
mod certainty;
mod compare;
mod configurator;
mod embed;
mod explain;
mod files;
mod first_page;
mod forecast;
mod frame;
mod guide;
mod handover;
mod harness;
mod hostile;
mod hosting;
mod hosts;
mod idea;
mod inputs;
mod isolated;
mod keyboard;
mod layout;
mod many;
mod missing;
mod neighbours;
mod other_origin;
mod packages;
mod panic;
mod parts;
mod pinning;
mod queue;
mod report;
mod scale;
mod treadmill;
mod update;
mod wordpress;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    // One browser an engine, started when first needed, shared by its tests.
    let browsers = Engine::ALL.map(|engine| (engine, Arc::new(Mutex::new(None))));
    let mut trials = Vec::new();
    // The engines take turns, so that threads seldom wait for the same browser.
    for &(name, test) in [
        advice::TESTS,
        builders::TESTS,
        certainty::TESTS,
        compare::TESTS,
        configurator::TESTS,
        embed::TESTS,
        explain::TESTS,
        files::TESTS,
        first_page::TESTS,
        forecast::TESTS,
        frame::TESTS,
        inputs::TESTS,
        isolated::TESTS,
        keyboard::TESTS,
        layout::TESTS,
        guide::TESTS,
        handover::TESTS,
        harness::TESTS,
        hostile::TESTS,
        hosting::TESTS,
        hosts::TESTS,
        idea::TESTS,
        many::TESTS,
        missing::TESTS,
        neighbours::TESTS,
        other_origin::TESTS,
        packages::TESTS,
        panic::TESTS,
        parts::TESTS,
        pinning::TESTS,
        queue::TESTS,
        report::TESTS,
        scale::TESTS,
        treadmill::TESTS,
        update::TESTS,
        wordpress::TESTS,
    ]
    .concat()
    .iter()
    {
        for (engine, slot) in &browsers {
            let (engine, slot) = (*engine, Arc::clone(slot));
            let name = name.trim_start_matches("browsers::");
            let name = format!("{}::{name}", engine.name());
            trials.push(Trial::test(name.clone(), move || {
                run(engine, &slot, &name, test)
            }));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn run(
    engine: Engine,
    slot: &Mutex<Option<Browser>>,
    name: &str,
    test: fn(&Browser),
) -> Result<(), Failed> {
    let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
    // One that is worn ends before the next one starts.
    let kept = slot.take().filter(|browser| !browser.is_worn());
    let mut browser = kept.unwrap_or_else(|| Browser::start(engine));
    browser.reset();
    let attempt = |browser: &Browser| catch_unwind(AssertUnwindSafe(|| test(browser)));
    let mut result = attempt(&browser);
    if result.is_err() && !browser.lives() {
        // WebKit's engine now and then breaks down by itself. A page that breaks it does so again.
        eprintln!("{name}: {} has crashed; once more", engine.name());
        drop(browser);
        browser = Browser::start(engine);
        browser.reset();
        result = attempt(&browser);
    }
    if let Err(panic) = result {
        // What the visitor would have seen says more than the message; the
        // next test gets a new browser.
        let picture = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(name.replace("::", "-"))
            .with_extension("png");
        if catch_unwind(AssertUnwindSafe(|| {
            fs::write(&picture, browser.screenshot())
        }))
        .is_ok()
        {
            eprintln!("{name}: {}", picture.display());
        }
        resume_unwind(panic);
    }
    *slot = Some(browser);
    Ok(())
}
