//! All that one step of the chart's handle recomputes, to be timed: in a browser by the page's own
//! flags, and natively by the same code. No visitor gets this program: see xtask/src/bench.rs.

use model::Tables;
use service_level_calculator::present::Answer;
use service_level_calculator::present::chart::Chart;
use service_level_calculator::session::{Action, Entries, Session};
use std::hint::black_box;

/// Recomputations before the first that counts: a browser optimises what it has seen run.
const WARM_UP: u32 = 1000;

/// Recomputations between two looks at the clock, which in browsers shows tenths of a millisecond.
const BATCH: u32 = 20;

/// An odd number, so that one of them is the median.
const BATCHES: usize = 151;

/// The levels looked at in turn: no answer is that of the one before.
const LOWEST: f64 = 60.0;
const LEVELS: u32 = 36;

/// The answer and the chart at a level. Never inlined: browsers optimise function by function, and
/// a loop that has begun slowly would end slowly.
#[inline(never)]
fn recompute(session: &Session, level: f64, tables: &Tables) {
    let session = session.apply(Action::WhatIf(Some(level)), tables);
    if let Ok(answer) = Answer::new(black_box(&session), tables) {
        black_box(Chart::new(black_box(&answer), tables, None));
    }
}

/// Milliseconds of a recomputation, the median of the batches, by a clock of milliseconds.
fn measure(now: impl Fn() -> f64) -> f64 {
    let tables = Tables::built_in();
    let session = Session::new(Entries::start(tables, "en"));
    let run = |times: u32| {
        for time in 0..times {
            recompute(&session, LOWEST + f64::from(time % LEVELS), tables);
        }
    };
    run(WARM_UP);
    let mut batches: Vec<f64> = (0..BATCHES)
        .map(|_| {
            let start = now();
            run(BATCH);
            (now() - start) / f64::from(BATCH)
        })
        .collect();
    batches.sort_by(f64::total_cmp);
    batches.get(BATCHES / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = performance)]
        fn now() -> f64;
    }

    /// Milliseconds of a recomputation in this browser.
    #[wasm_bindgen]
    pub fn milliseconds() -> f64 {
        super::measure(now)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let start = std::time::Instant::now();
    println!("{}", measure(|| 1e3 * start.elapsed().as_secs_f64()));
}
