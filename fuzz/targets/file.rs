//! Whatever file is imported, its cases are taken whole or refused in words; those taken can be
//! compared and come back from a file of ours.
#![no_main]

use libfuzzer_sys::fuzz_target;
use model::Tables;
use service_level_calculator::present::compare::{CompareView, refusal};
use service_level_calculator::session::Entries;
use service_level_calculator::session::cases::{Cases, read, write};

fuzz_target!(|text: &[u8]| {
    let text = String::from_utf8_lossy(text);
    let tables = Tables::built_in();
    let start = Entries::start(tables, "en");
    let cases = match read(&text, &start, tables) {
        Ok(cases) => cases,
        Err(fault) => return drop(refusal(&fault)),
    };
    assert_eq!(read(&write(&cases), &start, tables).as_ref(), Ok(&cases));
    let Ok(board) = Cases::of(cases) else { return };
    let view = CompareView::new(board.list(), &start, tables);
    assert_eq!(view.cases.len(), board.list().len());
    for line in &view.drawing.lines {
        assert!(line.curve.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
    }
});
