//! How fast the model is, natively: the answer for the first visitor's business, the curve behind
//! the chart, and the draws behind the ranges. `cargo bench --bench model`.

#![allow(clippy::unwrap_used)] // A benchmark that cannot start has nothing better to do.

use criterion::{Criterion, criterion_group, criterion_main};
use service_level_model::{Calibrated, DRAWS, Inputs, SEED, Study, Tables, Uncertainty, evaluate};
use std::hint::black_box;
use std::time::Duration;

/// Points of the chart.
const CURVE: u32 = 200;

fn model(c: &mut Criterion) {
    let tables = Tables::built_in();
    let start = Inputs::default();
    c.bench_function("evaluate", |b| {
        b.iter(|| evaluate(black_box(&start), tables).unwrap());
    });
    c.bench_function("curve of 200 levels", |b| {
        b.iter(|| {
            let firm = Calibrated::of(black_box(&start), tables).unwrap();
            let k = firm.business.consistency;
            let level = |point| f64::from(point) * 100.0 / f64::from(CURVE - 1);
            (0..CURVE)
                .map(|point| firm.yearly(level(point), k).value())
                .sum::<f64>()
        });
    });
    let mut slow = c.benchmark_group("uncertainty");
    slow.sample_size(10)
        .measurement_time(Duration::from_secs(5));
    slow.bench_function("10,000 draws", |b| {
        b.iter(|| {
            let study = Study::new(black_box(&start), tables).unwrap();
            let draws: Vec<_> = study.draws(SEED).take(DRAWS).collect();
            Uncertainty::of(&draws)
        });
    });
    slow.finish();
}

criterion_group!(benches, model);
criterion_main!(benches);
