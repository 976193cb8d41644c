//! Whatever a link says, the page opens with an answer, names what it could not use, and gives the
//! same link on.
#![no_main]

use libfuzzer_sys::fuzz_target;
use model::Tables;
use service_level_calculator::present::Answer;
use service_level_calculator::present::skipped::skipped;
use service_level_calculator::session::{Entries, Session};

fuzz_target!(|text: &[u8]| {
    let text = String::from_utf8_lossy(text);
    let tables = Tables::built_in();
    let start = || Entries::start(tables, "en");
    let (session, faults) = Session::read(&text, start(), tables);
    let answer = Answer::new(&session, tables).expect("any link has an answer");
    assert!(answer.outcome.level.is_finite() && answer.outcome.loss.is_finite());
    assert_eq!(skipped(&faults).is_empty(), faults.is_empty());
    let link = session.to_link(tables);
    let (again, faults) = Session::read(&link, start(), tables);
    assert_eq!(faults, [], "{link}");
    assert_eq!((again.entries, again.what_if), (session.entries, session.what_if), "{link}");
});
