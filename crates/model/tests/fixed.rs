//! How many cases property tests try.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// `cases` fixed ones, or as many new ones as `PROPTEST_CASES` says.
pub fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return usual;
    }
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(7),
        ..usual
    }
}
