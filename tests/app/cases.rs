//! Cases to compare: their list, their file and record, and what is said of them side by side. What
//! stands in `tests/snapshots/` is written anew by `cargo xtask update`.

use crate::said::{figure, said, say_all};
use l10n::format::TableFormat;
use l10n::text::{Catalog, say};
use model::{Tables, evaluate};
use proptest::prelude::*;
use service_level_calculator::present::compare::{CompareView, refusal};
use service_level_calculator::session::cases::{
    Case, CaseAction, Cases, Due, FileFault, KeptCases, LARGEST, MOST, NoRoom, Place, read, write,
};
use service_level_calculator::session::{Entries, Session};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn start() -> Entries {
    Entries::start(tables(), "en")
}

fn taken(text: &str) -> Result<Vec<Case>, FileFault> {
    read(text, &start(), tables())
}

fn case(name: &str, state: &str) -> Case {
    Case {
        name: name.into(),
        state: state.into(),
    }
}

const STATES: [&str; 3] = [
    "1;s=clinic;t=standard;c=USD;r=basic",
    "1;s=clinic;t=premium;c=USD;n.cheque=77;r=wow",
    "1;s=restaurant;t=standard;c=RUB;r=expected",
];

fn three() -> Vec<Case> {
    let names = ["Now", "With WOW", "Другой клиент"];
    let both = names.iter().zip(STATES);
    both.map(|(name, state)| case(name, state)).collect()
}

fn any_case() -> impl Strategy<Value = Case> {
    ("[ab\"\\\\/ \u{1f600}é]{0,85}", 0..STATES.len())
        .prop_map(|(name, state)| case(&name, STATES[state]))
}

/// A window: its cases, and the answer of the browser that has not come yet.
#[derive(Default)]
struct Window {
    kept: KeptCases,
    answer: Option<(String, bool)>,
}

impl Window {
    /// A window that has been told of the record.
    fn open(record: &str) -> Self {
        Self {
            kept: KeptCases::default().found(record.to_owned(), false),
            answer: None,
        }
    }

    /// What the browser answered last arrives, and what is due goes to it.
    fn turn(&mut self, record: &mut String) {
        if let Some((found, written)) = self.answer.take() {
            self.kept = self.kept.clone().found(found, written);
        }
        if let Some(Due { over, text }) = self.kept.due() {
            self.kept = self.kept.clone().sent();
            let written = *record == over;
            if written {
                *record = text;
            }
            self.answer = Some((record.clone(), written));
        }
    }
}

fn any_action() -> impl Strategy<Value = CaseAction> {
    prop_oneof![
        any_case().prop_map(CaseAction::Keep),
        (0..8_usize, "[ab ]{0,4}").prop_map(|(at, name)| CaseAction::Rename(at, name)),
        (0..8_usize).prop_map(CaseAction::Up),
        (0..8_usize).prop_map(CaseAction::Down),
        (0..8_usize).prop_map(CaseAction::Delete),
        prop::collection::vec(any_case(), 0..8).prop_map(CaseAction::Merge),
        Just(CaseAction::Undo),
    ]
}

proptest! {
    #![proptest_config(crate::fixed::cases(256))]

    #[test]
    fn whatever_is_done_the_list_is_sound_and_its_file_brings_it_back(
        actions in prop::collection::vec(any_action(), 0..20)
    ) {
        let mut cases = Cases::default();
        for action in actions {
            let undo = action == CaseAction::Undo;
            let Ok(next) = cases.apply(action) else { continue };
            prop_assert!(next.list().len() <= MOST);
            for (at, one) in next.list().iter().enumerate() {
                prop_assert!((1..=80).contains(&one.name.chars().count()));
                prop_assert!(next.list()[..at].iter().all(|other| other.name != one.name));
            }
            prop_assert_eq!(&taken(&write(next.list())).unwrap(), next.list());
            if !undo && next.list() != cases.list() {
                let back = next.apply(CaseAction::Undo).unwrap();
                prop_assert_eq!(back.list(), cases.list());
            }
            cases = next;
        }
    }

    #[test]
    fn a_merge_loses_nothing_and_a_second_one_adds_nothing(
        own in prop::collection::vec(any_case(), 0..5),
        others in prop::collection::vec(any_case(), 0..5),
    ) {
        let Ok(own) = Cases::of(own) else { return Ok(()) };
        match own.apply(CaseAction::Merge(others.clone())) {
            Ok(merged) => {
                prop_assert!(merged.list().starts_with(own.list()));
                for other in &others {
                    prop_assert!(merged.list().iter().any(|one| one.state == other.state));
                }
                let again = merged.apply(CaseAction::Merge(others)).unwrap();
                prop_assert_eq!(again.list(), merged.list());
            }
            Err(NoRoom(left)) => prop_assert!(left >= 1 && left <= others.len()),
        }
    }

    #[test]
    fn what_two_windows_keep_is_there_in_the_end(
        turns in prop::collection::vec((any::<bool>(), any::<bool>()), 0..40)
    ) {
        let mut record = String::new();
        let mut windows = [Window::open(""), Window::open("")];
        let mut kept = Vec::new();
        for (which, keeps) in turns {
            let window = &mut windows[usize::from(which)];
            if keeps && kept.len() < MOST {
                let name = format!("number {}", kept.len());
                kept.push(name.clone());
                let action = CaseAction::Keep(case(&name, STATES[0]));
                window.kept = window.kept.apply(action).unwrap();
            } else {
                window.turn(&mut record);
            }
        }
        for _ in 0..2 * MOST {
            windows.iter_mut().for_each(|window| window.turn(&mut record));
        }
        let found = if record.is_empty() { Vec::new() } else { taken(&record).unwrap() };
        let mut names: Vec<_> = found.into_iter().map(|one| one.name).collect();
        names.sort();
        prop_assert_eq!(names, kept);
        for window in &windows {
            prop_assert_eq!(window.kept.due(), None);
            prop_assert_eq!(window.kept.crowded_out(), 0);
        }
    }

    #[test]
    fn letters_stand_apart_and_lines_within_the_drawing(
        states in prop::collection::vec((0..STATES.len(), 40_u32..100), 1..=MOST)
    ) {
        let cases: Vec<_> = states.iter().zip(1..)
            .map(|((at, level), name)| {
                case(&format!("{name}"), &format!("{};b=level;n.level={level}", STATES[*at].rsplit_once(';').unwrap().0))
            })
            .collect();
        let view = CompareView::new(&cases, &start(), tables());
        let drawing = &view.drawing;
        prop_assert_eq!(drawing.lines.len(), cases.len());
        for (at, (line, compared)) in drawing.lines.iter().zip(&view.cases).enumerate() {
            prop_assert!((0.0..=1.0).contains(&line.you.0) && (0.0..=1.0).contains(&line.you.1));
            prop_assert!(0.0 <= line.band.0 && line.band.0 <= line.band.1 && line.band.1 <= 1.0);
            prop_assert!(line.curve.is_sorted_by(|one, next| one.0 < next.0));
            let (low, high) = drawing.levels;
            let level = compared.answer.outcome.level;
            prop_assert!((line.you.0 - (level - low) / (high - low)).abs() < 1e-9);
            for other in &drawing.lines[..at] {
                let (across, down) = (line.label.0 - other.label.0, line.label.1 - other.label.1);
                prop_assert!(across.abs() >= 0.05 || down.abs() >= 0.09, "{:?}", drawing.lines);
            }
        }
    }

    #[test]
    fn any_text_is_taken_or_refused_in_words(text in any::<String>()) {
        if let Err(fault) = taken(&text) {
            say_all([&refusal(&fault)]);
        }
    }

    #[test]
    fn a_damaged_file_is_taken_or_refused_in_words(at in 0..400_usize, to in any::<char>()) {
        // What a text quotes may itself hold what marks an unfinished one.
        prop_assume!(!"…{}*".contains(to));
        let text = write(&three());
        let damaged: String = text.chars().enumerate()
            .map(|(place, own)| if place == at { to } else { own })
            .collect();
        match taken(&damaged) {
            Ok(cases) => prop_assert_eq!(taken(&write(&cases)), Ok(cases)),
            Err(fault) => say_all([&refusal(&fault)]),
        }
    }
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let keep = |cases: Cases, name| {
        cases
            .apply(CaseAction::Keep(case(name, STATES[0])))
            .unwrap()
    };
    let cases = ["Client", "Client", " Client ", ""]
        .into_iter()
        .fold(Cases::default(), keep);
    let names: Vec<_> = cases.list().iter().map(|case| &*case.name).collect();
    assert_eq!(names, ["Client", "Client 2", "Client 3", "1"]);
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_place() {
    let file = |cases: &str| {
        format!(r#"{{"format":"service-level-cases","version":1,"cases":[{cases}]}}"#)
    };
    let good = r#"{"name":"a","state":"1;s=clinic"}"#;
    let second = |state: &str| file(&format!(r#"{good},{{"name":"b","state":"{state}"}}"#));
    assert_eq!(
        taken("{\n \"a\": x}"),
        Err(FileFault::Json(Place { line: 2, column: 7 }))
    );
    assert_eq!(taken("[]"), Err(FileFault::Format));
    assert_eq!(
        taken(&file("").replace(":1", ":2")),
        Err(FileFault::Version)
    );
    assert_eq!(taken(&" ".repeat(LARGEST + 1)), Err(FileFault::Large));
    assert!(taken(&file(&"[".repeat(99_999))).is_err());
    assert_eq!(
        taken(&file(&good.replace("\"a\"", "\"\""))),
        Err(FileFault::Name(1))
    );
    assert_eq!(taken(&second("")), Err(FileFault::NoState(2)));
    assert_eq!(
        taken(&second("2;s=clinic")),
        Err(FileFault::StateVersion(2))
    );
    let fault = taken(&second("1;s=circus")).unwrap_err();
    assert!(matches!(&fault, FileFault::State(2, skipped) if skipped.key == "s"));
    assert!(said("en", &refusal(&fault)).contains("Case 2: “s”"));
    let fault = taken(&second("2;s=clinic")).unwrap_err();
    assert_eq!(
        said("en", &refusal(&fault)),
        "Case 2: its state is of another version."
    );
    assert_eq!(
        said("ru", &refusal(&fault)),
        "Вариант 2: введённое записано другой версией."
    );
    let escaped = good.replace("\"a\"", r#""\u00e9\ud83d\ude00\"\\\/""#);
    assert_eq!(taken(&file(&escaped)).unwrap()[0].name, "é😀\"\\/");
}

#[test]
fn the_figures_are_the_models_and_differences_stay_within_a_currency() {
    let view = CompareView::new(&three(), &start(), tables());
    let row = |id: &str| view.found.iter().find(|row| row.id == id).unwrap();
    let outcomes: Vec<_> = STATES
        .iter()
        .map(|state| {
            let (session, _) = Session::read(state, start(), tables());
            evaluate(&session.entries.inputs(tables()), tables()).unwrap()
        })
        .collect();
    for (place, outcome) in outcomes.iter().enumerate() {
        let shown = |id: &str| figure(&row(id).cells[place].value, id).unwrap();
        assert_eq!(shown("level"), outcome.level);
        assert_eq!(shown("expected"), outcome.expected);
        assert_eq!(shown("loss"), outcome.loss);
        assert_eq!(shown("exceeding.extra_cost"), outcome.exceeding.extra_cost);
        let gap = outcome.gap_to_sufficient.max(0.0);
        assert!((shown("forgone").max(0.0) - gap).abs() <= 1e-6 * gap.max(1.0));
    }
    let difference = |at: usize| {
        let by = row("loss").cells[at].difference.as_ref();
        by.and_then(|by| figure(by, "difference.loss"))
    };
    assert_eq!(difference(0), None);
    assert_eq!(difference(1), Some(outcomes[1].loss - outcomes[0].loss));
    assert_eq!(difference(2), None, "roubles are not compared with dollars");
    assert!(!view.one_currency);
    let inputs: Vec<_> = view.inputs.iter().map(|row| &*row.id).collect();
    for id in ["segment", "tier", "currency", "rated_by", "cheque"] {
        assert!(inputs.contains(&id), "{id} of {inputs:?}");
    }
    let alike = CompareView::new(
        &[three()[0].clone(), case("b", STATES[0])],
        &start(),
        tables(),
    );
    assert_eq!(alike.inputs, [], "nothing differs");
    let rows = view.found.iter().chain(&view.inputs);
    say_all(rows.flat_map(|row| row.cells.iter().map(|cell| &cell.value).chain([&row.what])));
    say_all(&view.finding);
}

#[test]
fn a_record_is_not_given_up_for_one_case_and_one_of_a_later_version_is_left_alone() {
    let record = write(&[case("a", STATES[0]), case("b", "1;s=circus")]);
    let kept = Window::open(&record).kept;
    assert_eq!(kept.list().len(), 2);
    assert!(matches!(taken(&record), Err(FileFault::State(2, _))));
    let later = record.replace("\"version\":1", "\"version\":2");
    let keep = CaseAction::Keep(case("c", STATES[0]));
    let kept = Window::open(&later).kept.apply(keep.clone()).unwrap();
    assert_eq!(kept.unread(), Some(&FileFault::Version));
    assert_eq!((kept.list().len(), kept.due()), (1, None));
    let kept = Window::open("{damaged").kept.apply(keep).unwrap();
    assert!(matches!(kept.unread(), Some(FileFault::Json(_))));
    assert_eq!(kept.due().unwrap().over, "{damaged");
    // What cannot be written is not tried for ever.
    assert_eq!(kept.sent().failed().due(), None);
}

#[test]
fn whom_another_window_crowds_out_is_told() {
    let full: Vec<_> = (0..MOST)
        .map(|at| case(&at.to_string(), STATES[0]))
        .collect();
    let keep = CaseAction::Keep(case("mine", STATES[1]));
    let kept = Window::open("").kept.apply(keep).unwrap();
    let kept = kept.sent().found(write(&full), false);
    assert_eq!((kept.list().len(), kept.crowded_out()), (MOST, 1));
    assert_eq!(kept.due(), None);
}

#[test]
fn three_cases_are_said_in_both_languages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    for (language, _) in say::LANGUAGES {
        let view = CompareView::new(&three(), &Entries::start(tables(), language), tables());
        let mut text = said(language, view.finding.as_ref().unwrap());
        for row in view.found.iter().chain(&view.inputs) {
            write!(text, "\n{}:", said(language, &row.what)).unwrap();
            for (cell, case) in row.cells.iter().zip(&view.cases) {
                let format = TableFormat::new(language, case.currency());
                let catalog = Catalog::embedded(language).unwrap();
                write!(text, " | {}", catalog.plain(&cell.value, &format)).unwrap();
                if let Some(by) = &cell.difference {
                    write!(text, " ({})", catalog.plain(by, &format)).unwrap();
                }
            }
        }
        text.push('\n');
        let path = folder.join(format!("compare.{language}.txt"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &text).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(kept, text, "UPDATE=1 keeps this");
    }
}
