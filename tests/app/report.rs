//! What the report, the list for Monday and the tally say. The sheets in `tests/snapshots/` are
//! written anew by `cargo xtask update`: read the difference.

use l10n::format::TableFormat;
use l10n::text::{Catalog, Message, say};
use model::{PARAMETER_COUNT, SEED, Survey, Tables, Uncertainty, Verdict, uncertainty};
use service_level_calculator::present::Answer;
use service_level_calculator::present::field::FieldView;
use service_level_calculator::present::headline::Costs;
use service_level_calculator::present::report::{Monday, Report, Task};
use service_level_calculator::present::tally::{LEAST, Press, Tally};
use service_level_calculator::session::{Action, DeliveredBy, Entries, Entry, Field, Session};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn after(session: Session, actions: impl IntoIterator<Item = Action>) -> Session {
    let actions = actions.into_iter();
    actions.fold(session, |session, action| session.apply(action, tables()))
}

fn start(language: &str) -> Session {
    Session::new(Entries::start(tables(), language))
}

fn number(field: Field, value: f64) -> Action {
    Action::Number(field, Entry::Number(value))
}

/// Says everything of a report, each message checked for gaps.
struct Speaker {
    language: &'static str,
    catalog: Catalog,
    format: TableFormat,
    sheet: String,
}

impl Speaker {
    fn new(language: &'static str, currency: &str) -> Self {
        Self {
            language,
            catalog: Catalog::embedded(language).unwrap(),
            format: TableFormat::new(language, currency),
            sheet: String::new(),
        }
    }

    #[track_caller]
    fn words(&self, message: &Message) -> String {
        let words = self.catalog.plain(message, &self.format);
        assert!(!words.trim().is_empty(), "{message:?}");
        assert!(!words.contains(['…', '{', '}', '*', '#']), "{words}");
        let raw = |word: &str| word.contains('_');
        assert!(!words.split_whitespace().any(raw), "a raw key: {words}");
        let latin = |word: &str| word.len() > 5 && word.chars().all(|c| c.is_ascii_alphabetic());
        let foreign = words.split_whitespace().find(|word| latin(word));
        // A name that is the same everywhere.
        let foreign = foreign.filter(|word| *word != "McKinsey");
        assert!(self.language != "ru" || foreign.is_none(), "{words}");
        words
    }

    #[track_caller]
    fn line(&mut self, messages: &[&Message]) {
        let said: Vec<_> = messages.iter().map(|message| self.words(message)).collect();
        let _ = writeln!(self.sheet, "{}", said.join(" | "));
    }

    fn heading(&mut self, title: &Message) {
        let title = self.words(title);
        let _ = writeln!(self.sheet, "\n# {title}");
    }

    fn report(&mut self, report: &Report, costs: &Costs) {
        let subject = say::ReportSubject {
            segment: report.segment.clone(),
            tier: report.tier.clone(),
        };
        self.line(&[&subject.into(), &report.version]);
        let headline = &report.headline;
        self.line(&[&headline.chip, &headline.sentence]);
        if let Some(certainty) = &headline.certainty {
            self.line(&[certainty]);
        }
        for amount in [&costs.lost, &costs.spent, &costs.net] {
            self.line(&[&amount.title, &amount.amount, &amount.detail]);
            if let Some(profit) = &amount.profit {
                self.line(&[profit]);
            }
        }
        self.line(&[&costs.band, &costs.rule]);
        for note in &costs.notes {
            self.line(&[note]);
        }
        self.heading(&say::chart_made_of());
        let made_of = &report.made_of;
        self.line(&[&made_of.here, &made_of.best]);
        for part in &made_of.parts {
            self.line(&[
                &part.what,
                &part.here.clone().into(),
                &part.best.clone().into(),
            ]);
        }
        for line in &report.lines {
            self.line(&[&line.label, &line.figure.clone().into()]);
        }
        self.heading(&say::report_steps());
        for step in &report.steps {
            let lever = &step.lever;
            let gain = lever.gain.clone().map(Message::from);
            let gain = gain.iter();
            let all: Vec<_> = [&lever.title].into_iter().chain(gain).collect();
            self.line(&[&all[..], &[&lever.sentence]].concat());
            for first in &step.first {
                self.line(&[&step.label, first]);
            }
        }
        for (name, result) in &report.ideas {
            // A name is the visitor's own.
            let name = self.catalog.plain(name, &self.format);
            let _ = write!(self.sheet, "{name} | ");
            self.line(&[&result.chip, &result.sentence, &result.payback]);
        }
        self.heading(&say::panel_kpi());
        for row in &report.kpi.rows {
            self.line(&[&row.what, &row.how, &row.now, &row.target]);
        }
        self.heading(&say::report_numbers());
        for row in &report.numbers {
            self.line(&[&row.label, &row.value, &row.source]);
        }
        self.heading(&say::report_changed());
        for view in &report.changed {
            self.line(&[
                &view.label,
                &view.given.clone().into(),
                &view.value.clone().into(),
            ]);
        }
        self.heading(&say::report_limits());
        for limit in &report.limits {
            self.line(&[limit]);
        }
        let _ = writeln!(self.sheet, "{}", report.evidence.join(" "));
    }

    fn monday(&mut self, monday: &Monday) {
        self.line(&[&monday.sentence]);
        let parts: [(Message, &[Task]); 3] = [
            (say::report_monday_begin(), &monday.begin),
            (say::report_monday_weakest(), &monday.weakest),
            (say::report_monday_measure(), &monday.measure),
        ];
        for (title, tasks) in parts {
            self.heading(&title);
            for task in tasks {
                let what: Vec<&Message> = [&task.what].into_iter().chain(&task.aim).collect();
                self.line(&what);
            }
        }
    }
}

fn draws(session: &Session) -> Uncertainty {
    uncertainty(&session.good.inputs(tables()), 200.0, SEED, tables()).unwrap()
}

fn sheet(language: &'static str, session: &Session) -> (Report, String) {
    let answer = Answer::new(session, tables()).unwrap();
    let draws = draws(session);
    let report = Report::new(session, &answer, tables(), Some(&draws), FieldView::new);
    let mut speaker = Speaker::new(language, &session.entries.currency);
    speaker.report(&report, &Costs::new(&answer, tables(), Some(&draws)));
    speaker.heading(&say::report_monday());
    speaker.monday(&Monday::new(session, &answer, tables()));
    (report, speaker.sheet)
}

/// Three businesses: one on each side, and one between.
fn businesses() -> [(&'static str, Verdict, Vec<Action>); 3] {
    let rung = |id: &str| Action::Rung(id.into());
    let market =
        |segment: &str, tier: &str| [Action::Segment(segment.into()), Action::Tier(tier.into())];
    let under = [
        market("restaurant", "premium").to_vec(),
        vec![
            number(Field::Customers, 24_000.0),
            number(Field::Cheque, 35.0),
            Action::Parameter("cost_exponent".into(), Some(2.0)),
        ],
        (0..10)
            .map(|index| Action::Practice(index, Some(if index == 4 { 0 } else { 2 })))
            .collect(),
        (0..5)
            .map(|index| Action::Sign(index, Some(if index == 1 { 0.0 } else { 1.0 })))
            .collect(),
    ];
    let sufficient = vec![
        Action::By(DeliveredBy::Measured),
        number(Field::Measured, 0.15),
        number(Field::Surveyed, 40.0),
        Action::AddIdea,
        Action::NameIdea(0, "Cookies".into()),
    ];
    let over = [market("hotel", "standard").to_vec(), vec![rung("wow")]];
    [
        ("report_under", Verdict::Under, under.concat()),
        ("report_sufficient", Verdict::Sufficient, sufficient),
        ("report_over", Verdict::Over, over.concat()),
    ]
}

#[test]
fn three_businesses_are_reported_in_both_languages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    for (language, _) in say::LANGUAGES {
        for (name, verdict, actions) in businesses() {
            let session = after(start(language), actions);
            let (report, said) = sheet(language, &session);
            assert_eq!(report.headline.verdict, Some(verdict), "{name}");
            let path = folder.join(format!("{name}.{language}.txt"));
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &said).unwrap();
            }
            let kept = fs::read_to_string(&path).unwrap_or_default();
            for (kept, said) in kept.lines().zip(said.lines()) {
                assert_eq!(kept, said, "{name}: UPDATE=1 keeps this");
            }
            assert_eq!(kept.len(), said.len(), "{name}: UPDATE=1 keeps this");
        }
    }
}

/// Numbers that look random and are the same at each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.below(1_000_000) as f64 / 1e6
    }
}

/// Any business.
fn random(dice: &mut Dice, language: &str) -> Session {
    let t = tables();
    let mut actions = vec![
        Action::Segment(t.segments[dice.below(t.segments.len())].id.to_string()),
        Action::Tier(t.tiers[dice.below(t.tiers.len())].id.to_string()),
        number(Field::Customers, dice.between(1.0, 1e6).round()),
        number(Field::Cheque, dice.between(0.5, 1e5)),
        // Above the cost of service of every market at any level: below it there is no result.
        number(Field::Margin, dice.between(0.8, 0.95)),
        number(Field::Retention, dice.between(0.05, 0.97)),
    ];
    match dice.below(5) {
        0 => actions.push(Action::Rung(t.ladder[dice.below(6)].id.to_string())),
        1 => actions.extend(
            (0..10)
                .map(|index| Action::Practice(index, Some(u8::try_from(dice.below(5)).unwrap()))),
        ),
        2 => actions.extend([
            Action::By(DeliveredBy::Measured),
            number(Field::Measured, dice.between(0.01, 0.9)),
        ]),
        3 => actions.extend([
            Action::By(DeliveredBy::Level),
            number(Field::Level, dice.between(0.0, 100.0)),
        ]),
        _ => {}
    }
    for _ in 0..dice.below(4) {
        let row = &t.parameters[dice.below(PARAMETER_COUNT)];
        let value = dice.between(row.range.low, row.range.high);
        actions.push(Action::Parameter(row.id.to_string(), Some(value)));
    }
    for _ in 0..dice.below(3) {
        actions.push(Action::AddIdea);
    }
    after(start(language), actions)
}

#[test]
fn the_reports_of_twenty_random_businesses_say_everything() {
    let mut dice = Dice(11);
    for _ in 0..20 {
        for (language, _) in say::LANGUAGES {
            let session = random(&mut dice, language);
            let (report, said) = sheet(language, &session);
            assert_eq!(report.kpi.rows.len(), 9);
            // A number that a market has no room for stays as it is there.
            let mut fresh = session.entries.clone();
            fresh.parameters = Default::default();
            let changed = tables().parameters.iter().filter(|row| {
                let value = |entries: &Entries| entries.parameter(&row.id, tables());
                value(&session.entries) != value(&fresh)
            });
            assert_eq!(report.changed.len(), changed.count());
            assert!(said.lines().count() > 40, "{said}");
        }
    }
}

#[test]
fn both_sides_have_a_first_step() {
    for (_, verdict, actions) in businesses() {
        let session = after(start("en"), actions);
        let answer = Answer::new(&session, tables()).unwrap();
        let report = Report::new(&session, &answer, tables(), None, FieldView::new);
        let first = report.steps.first().unwrap();
        if verdict != Verdict::Sufficient {
            assert!(
                first.lever.worth_it && !first.first.is_empty(),
                "{verdict:?}"
            );
        }
    }
}

#[test]
fn a_tally_counts_takes_back_and_begins_anew() {
    let mut tally = Tally::default();
    for press in [Press::Yes, Press::No, Press::No] {
        tally = tally.pressed(press);
    }
    assert_eq!(tally.counts(), (1, 2));
    assert_eq!(tally.undone().counts(), (1, 1));
    let anew = tally.pressed(Press::Anew);
    assert_eq!(anew.counts(), (0, 0));
    assert_eq!(anew.pressed(Press::Yes).counts(), (1, 0));
    assert_eq!(anew.undone(), tally);
    assert_eq!(Tally::read(&anew.text()), anew);
    assert!(!Tally::default().has_past());
}

#[test]
fn a_damaged_tally_is_an_empty_one() {
    for text in ["", "yyn", "-yx", "-\u{1f600}", "null", &"-".repeat(200_000)] {
        assert_eq!(Tally::read(text), Tally::default(), "{text:.20}");
    }
}

/// The entries after so many who said yes and so many who said no.
fn tallied(yes: usize, no: usize) -> (Tally, Session) {
    let presses = [vec![Press::Yes; yes], vec![Press::No; no]].concat();
    let tally = presses
        .into_iter()
        .fold(Tally::default(), |tally, press| tally.pressed(press));
    let (fields, by) = tally.fields(DeliveredBy::Rung);
    let fields = fields.map(|(field, entry)| Action::Number(field, entry));
    let session = after(start("en"), [Action::Rung("basic".into())]);
    let session = after(session, fields.into_iter().chain([Action::By(by)]));
    (tally, session)
}

#[test]
fn answers_fill_the_survey_and_few_of_them_change_nothing() {
    let untouched = after(start("en"), [Action::Rung("basic".into())]);
    let few = tallied(2, 2).1;
    assert_eq!(few.good.inputs(tables()), untouched.good.inputs(tables()));
    let (_, forty) = tallied(6, 34);
    assert_eq!(forty.good.delivered_by, DeliveredBy::Measured);
    assert_eq!(forty.good.entry(Field::Measured), &Entry::Number(0.15));
    assert_eq!(forty.good.entry(Field::Surveyed), &Entry::Number(40.0));
}

#[test]
fn answers_that_are_all_alike_are_no_proof() {
    for (yes, no) in [(0, 5), (5, 0), (0, 40), (40, 0), (0, 5_000), (5_000, 0)] {
        let (tally, session) = tallied(yes, no);
        assert!(tally.is_unanimous());
        let (share, asked) = tally.found().unwrap();
        assert!(share > 0.0 && share < 1.0);
        let survey = Survey {
            dissatisfied: share,
            surveyed: Some(asked),
        };
        let range = survey.range();
        assert!(range.low < range.value && range.value < range.high);
        assert!(session.entries.is_valid(tables()), "{yes} {no}");
    }
    let least = usize::try_from(LEAST).unwrap();
    assert!(tallied(0, least - 1).0.found().is_none());
}

#[test]
fn the_range_narrows_with_the_answers() {
    let width = |yes, no| {
        let [low, _, high] = draws(&tallied(yes, no).1).loss;
        high - low
    };
    let (five, forty, many) = (width(1, 4), width(8, 32), width(80, 320));
    assert!(forty < five && many < forty, "{five} {forty} {many}");
}
