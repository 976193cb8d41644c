//! Whatever a browser has stored, the page opens, all can be undone, and what is stored then is the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use model::Tables;
use service_level_calculator::present::Answer;
use service_level_calculator::present::tally::Tally;
use service_level_calculator::session::cases::KeptCases;
use service_level_calculator::session::{Action, Entries, Session};

fuzz_target!(|text: &[u8]| {
    let text = String::from_utf8_lossy(text);
    let tables = Tables::built_in();
    let (mut session, _) = Session::read(&text, Entries::start(tables, "en"), tables);
    let stored = session.to_text(tables);
    let (again, faults) = Session::read(&stored, Entries::start(tables, "en"), tables);
    assert_eq!(faults, [], "{stored}");
    assert_eq!(again.to_text(tables), stored);
    Answer::new(&session, tables).expect("any state has an answer");
    while session.can_undo() {
        session = session.apply(Action::Undo, tables);
    }
    Answer::new(&session, tables).expect("any state has an answer");
    let tally = Tally::read(&text);
    assert_eq!(Tally::read(&tally.text()), tally);
    let kept = KeptCases::default().found(text.into_owned(), false);
    assert_eq!(kept.due(), None, "what was merely read is not written");
});
