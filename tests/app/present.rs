//! What the first screen says of eleven businesses, in both languages, compared with the sheets in
//! `tests/snapshots/`. `cargo xtask update` writes them anew: read the difference.

use l10n::figure::Figure;
use l10n::format::{Format, TableFormat};
use l10n::text::{Catalog, Message, Piece, ShownFigure, say};
use model::{SEED, Tables, Uncertainty, Verdict, uncertainty};
use service_level_calculator::present::Answer;
use service_level_calculator::present::breakdown::{Breakdown, Part};
use service_level_calculator::present::chart::Chart;
use service_level_calculator::present::field::{FieldView, Shown};
use service_level_calculator::present::headline::{Costs, Headline};
use service_level_calculator::present::ladder::{ladder, whose};
use service_level_calculator::present::levers::{Begin, levers};
use service_level_calculator::present::made_of::MadeOf;
use service_level_calculator::session::{
    Action, CustomerCount, DeliveredBy, Entries, Entry, Field, Session,
};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const FIELDS: [Field; 8] = [
    Field::Customers,
    Field::Cheque,
    Field::Purchases,
    Field::Margin,
    Field::Retention,
    Field::CostToServe,
    Field::Enquiries,
    Field::Conversion,
];

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn session(language: &str, actions: &[Action]) -> Session {
    let start = Session::new(Entries::start(tables(), language));
    let actions = actions.iter().cloned();
    actions.fold(start, |session, action| session.apply(action, tables()))
}

fn number(field: Field, value: f64) -> Action {
    Action::Number(field, Entry::Number(value))
}

fn text(field: Field, text: &str) -> Action {
    Action::Number(field, Entry::Text(text.into()))
}

/// The businesses, each by what its owner does.
fn businesses() -> Vec<(&'static str, Vec<Action>)> {
    let market =
        |segment: &str, tier: &str| [Action::Segment(segment.into()), Action::Tier(tier.into())];
    let rung = |id: &str| Action::Rung(id.into());
    let of = |market: [Action; 2], more: Vec<Action>| [market.to_vec(), more].concat();
    vec![
        ("start", vec![]),
        (
            "under",
            of(
                market("restaurant", "premium"),
                vec![
                    number(Field::Customers, 24_000.0),
                    number(Field::Cheque, 35.0),
                    rung("basic"),
                ],
            ),
        ),
        ("over", of(market("hotel", "standard"), vec![rung("wow")])),
        (
            "what_if",
            of(
                market("beauty_salon", "standard"),
                vec![rung("basic"), Action::WhatIf(Some(73.5))],
            ),
        ),
        (
            "many_enquiries",
            of(
                market("grocery", "economy"),
                vec![
                    number(Field::Margin, 0.2),
                    number(Field::CostToServe, 0.15),
                    number(Field::Enquiries, 90_000.0),
                    number(Field::Conversion, 0.5),
                ],
            ),
        ),
        (
            "luxury",
            of(market("auto_service", "luxury"), vec![rung("desired")]),
        ),
        (
            "unbelievable",
            of(market("clinic", "standard"), vec![rung("unbelievable")]),
        ),
        (
            "net_margin",
            of(
                market("government_supply", "economy"),
                vec![
                    number(Field::Margin, 0.12),
                    number(Field::CostToServe, 0.3),
                    number(Field::Retention, 0.9),
                    number(Field::Level, 45.0),
                    Action::By(DeliveredBy::Level),
                ],
            ),
        ),
        (
            "three_customers",
            of(
                market("government_supply", "standard"),
                vec![
                    number(Field::Customers, 3.0),
                    number(Field::Margin, 0.06),
                    Action::TakeAsNet,
                    rung("basic"),
                ],
            ),
        ),
        (
            "hold",
            of(market("insurance", "standard"), vec![rung("desired")]),
        ),
        (
            "turnover",
            vec![
                Action::Count(CustomerCount::Turnover),
                number(Field::Customers, 1_234_567.0),
                text(Field::Cheque, "много"),
                text(Field::Margin, ""),
                number(Field::Retention, 1.2),
                number(Field::CostToServe, -1e20),
            ],
        ),
    ]
}

/// Says a message; fails on a missing text or a place left open.
struct Speaker {
    catalog: Catalog,
    format: TableFormat,
}

impl Speaker {
    fn new(language: &str, currency: &str) -> Self {
        Self {
            catalog: Catalog::embedded(language).unwrap(),
            format: TableFormat::new(language, currency),
        }
    }

    #[track_caller]
    fn say(&self, message: &Message) -> String {
        let words = self.catalog.plain(message, &self.format);
        assert!(!words.trim().is_empty(), "{message:?}");
        assert!(!words.contains(['…', '{', '}', '*', '#']), "{words}");
        let key = |word: &str| word.contains('_') || word.trim_end_matches('.').contains("core.");
        assert!(!words.split_whitespace().any(key), "a raw key: {words}");
        words
    }

    /// Label, figure and share of a whole.
    fn part(&self, part: &Part) -> String {
        let share = Figure::share(part.share);
        format!(
            "{}: {} ({})",
            self.say(&part.label),
            self.format.figure(&part.figure),
            self.format.figure(&share)
        )
    }

    /// What stands on the page, top to bottom.
    fn sheet(&self, session: &Session) -> String {
        let answer = Answer::new(session, tables()).unwrap();
        let mut sheet = self.headline(&answer, None);
        let breakdown = Breakdown::new(&answer);
        for (title, parts) in [
            (say::churn_title(), &breakdown.customers),
            (say::loss_title(), &breakdown.lines),
            (say::avoidable_title(), &breakdown.avoidable),
        ] {
            heading(&mut sheet, &self.say(&title));
            for part in parts {
                line(&mut sheet, &self.part(part));
            }
        }
        heading(&mut sheet, &self.say(&say::card_levers()));
        for lever in levers(&answer, tables()) {
            let gain = lever.gain.clone().map_or_else(String::new, |gain| {
                format!(": {}", self.say(&say::LeverGain { gain }.into()))
            });
            let advice = match lever.worth_it {
                true => String::new(),
                false => format!(" {}", self.say(&say::lever_not_worth())),
            };
            let (title, sentence) = (self.say(&lever.title), self.say(&lever.sentence));
            line(&mut sheet, &format!("{title}{gain}. {sentence}{advice}"));
            match &lever.begin {
                Begin::With(all) => {
                    let all: Vec<_> = all.iter().map(|each| self.say(each)).collect();
                    line(&mut sheet, &format!("> {}", all.join("; ")));
                }
                Begin::Ask(question) => line(&mut sheet, &format!("> {}", self.say(question))),
                Begin::Nothing => {}
            }
        }
        heading(&mut sheet, &self.say(&say::card_service()));
        for rung in ladder(&answer, tables()) {
            let here = match (rung.picked, rung.near) {
                (true, _) => " <-",
                (_, true) => " <~",
                _ => "",
            };
            let forgone = self.format.figure(&rung.forgone);
            let side = self.say(&rung.side_words);
            let (bar, cut) = (rung.bar, if rung.cut { "/" } else { "" });
            let (name, example) = (self.say(&rung.name), self.say(&rung.example));
            line(
                &mut sheet,
                &format!("{name}: {example} {forgone} {side} [{bar:.3}{cut}]{here}"),
            );
        }
        line(&mut sheet, &self.say(&whose(&answer)));
        heading(&mut sheet, &self.say(&say::card_numbers()));
        for field in FIELDS {
            self.field(&mut sheet, &FieldView::new(field, session, tables()));
        }
        let chart = Chart::new(&answer, tables(), None);
        heading(&mut sheet, &self.say(&say::chart_money()));
        self.chart(&mut sheet, &chart);
        heading(&mut sheet, &self.say(&say::chart_made_of()));
        let view = MadeOf::new(&answer);
        for part in &view.parts {
            let (what, here) = (self.say(&part.what), self.format.figure(&part.here));
            let best = self.format.figure(&part.best);
            line(&mut sheet, &format!("{what}: {here} | {best}"));
        }
        sheet
    }

    fn headline(&self, answer: &Answer, draws: Option<&Uncertainty>) -> String {
        let view = Headline::new(answer, tables(), draws);
        let mut sheet = format!("{}\n", self.say(&view.chip));
        if let Some(certainty) = &view.certainty {
            line(&mut sheet, &self.say(certainty));
        }
        line(&mut sheet, &self.say(&view.sentence));
        line(&mut sheet, &self.say(&view.sums));
        let costs = Costs::new(answer, tables(), draws);
        for amount in [&costs.net, &costs.lost, &costs.spent] {
            let (title, sum) = (self.say(&amount.title), self.say(&amount.amount));
            let detail = self.say(&amount.detail);
            line(&mut sheet, &format!("{title}: {sum} ({detail})"));
            if let Some(profit) = &amount.profit {
                line(&mut sheet, &format!("> {}", self.say(profit)));
            }
        }
        for (title, words) in [
            (say::verdict_band_title(), &costs.band),
            (say::verdict_rule_title(), &costs.rule),
        ] {
            line(
                &mut sheet,
                &format!("{}: {}", self.say(&title), self.say(words)),
            );
        }
        for note in &costs.notes {
            line(&mut sheet, &format!("! {}", self.say(note)));
        }
        sheet
    }

    fn field(&self, sheet: &mut String, view: &FieldView) {
        let shown = match &view.shown {
            Shown::Number(figure) => self.format.figure(figure),
            Shown::Text(text) => format!("\"{text}\""),
        };
        let unit = self.catalog.plain(&view.unit, &self.format);
        let (label, range) = (self.say(&view.label), self.say(&view.range));
        let typical = self.say(&view.typical);
        line(
            sheet,
            &format!("{label}: {shown} {unit}; {range}; {typical}"),
        );
        if let Some(error) = &view.error {
            line(sheet, &format!("! {}", self.say(error)));
        }
        if let Some(asked) = &view.question {
            let [question, yes, no, correct] =
                [&asked.question, &asked.yes, &asked.no, &asked.correct].map(|it| self.say(it));
            line(sheet, &format!("? {question} [{yes}] [{no}] {correct}"));
        }
        if let Some(net) = &view.net {
            line(sheet, &format!("> {}", self.say(net)));
        }
    }

    fn chart(&self, sheet: &mut String, chart: &Chart) {
        let ticks = chart.money_ticks.iter();
        let ticks: Vec<_> = ticks.map(|(_, tick)| self.format.figure(tick)).collect();
        line(sheet, &ticks.join(" | "));
        let steps = chart.steps.iter();
        let steps: Vec<_> = steps
            .map(|step| {
                let here = if step.here { " <-" } else { "" };
                format!("{} {:.3}{here}", step.id, step.x)
            })
            .collect();
        line(sheet, &steps.join(" | "));
        let (low, high) = chart.band;
        let (x, y) = chart.you;
        line(sheet, &format!("band {low:.3}–{high:.3} | {x:.3}, {y:.3}"));
    }
}

fn line(sheet: &mut String, words: &str) {
    // No-break spaces would be invisible in a difference.
    let words = words.replace(['\u{a0}', '\u{202f}'], " ");
    writeln!(sheet, "{words}").unwrap();
}

fn heading(sheet: &mut String, words: &str) {
    writeln!(sheet, "\n## {words}").unwrap();
}

/// Compares a sheet with the one that is kept, or keeps it.
fn compare(name: &str, sheet: &str) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let path = folder.join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(folder).unwrap();
        fs::write(path, sheet).unwrap();
        return Ok(());
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    let (mut old, mut new) = (kept.lines(), sheet.lines());
    loop {
        match (old.next(), new.next()) {
            (None, None) => return Ok(()),
            (old, new) if old == new => {}
            (old, new) => return Err(format!("{name}:\n  kept {old:?}\n  said {new:?}")),
        }
    }
}

#[test]
fn the_page_says_what_it_said() {
    let mut differences = Vec::new();
    for (language, _) in say::LANGUAGES {
        for (name, actions) in businesses() {
            let session = session(language, &actions);
            let sheet = Speaker::new(language, &session.entries.currency).sheet(&session);
            differences.extend(compare(&format!("{name}.{language}.txt"), &sheet).err());
        }
    }
    let count = differences.len();
    assert_eq!(
        count,
        0,
        "UPDATE=1 keeps these:\n{}",
        differences.join("\n")
    );
}

#[test]
fn each_business_shows_what_it_is_there_for() {
    let said = |name: &str| {
        let (_, actions) = businesses()
            .into_iter()
            .find(|(id, _)| *id == name)
            .unwrap();
        let session = session("en", &actions);
        let answer = Answer::new(&session, tables()).unwrap();
        let headline = Headline::new(&answer, tables(), None);
        let notes = Costs::new(&answer, tables(), None).notes;
        (headline, notes, answer)
    };
    let has = |name: &str, note: Message| {
        let (_, notes, _) = said(name);
        assert!(notes.contains(&note), "{name}: {notes:?}");
    };
    has("many_enquiries", say::note_enquiries());
    assert!(said("net_margin").2.stale);
    assert!(said("luxury").1.is_empty());
    assert_eq!(said("under").0.verdict, Some(Verdict::Under));
    assert_eq!(said("over").0.verdict, Some(Verdict::Over));
    assert!(said("what_if").2.is_what_if);
    let one_off = say::RungTextOneOff {
        panel: say::panel_treadmill(),
    };
    has("unbelievable", one_off.into());
    assert!(said("turnover").2.stale);
}

#[test]
fn what_is_said_of_a_rung_goes_when_something_else_decides_the_level() {
    let rung = [
        Action::Tier("luxury".into()),
        Action::Rung("unbelievable".into()),
    ];
    let notes = |actions: &[Action]| {
        let answer = Answer::new(&session("en", actions), tables()).unwrap();
        Costs::new(&answer, tables(), None).notes.len()
    };
    assert_eq!(notes(&rung), 1);
    let [tier, rung] = rung;
    assert_eq!(
        notes(&[
            tier,
            rung,
            number(Field::Level, 80.0),
            Action::By(DeliveredBy::Level)
        ]),
        0
    );
}

/// The texts of the figures of this name, wherever they stand in a message.
fn figures(pieces: &[Piece], name: &str, found: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Strong(inner) => figures(inner, name, found),
            Piece::Figure(ShownFigure {
                name: Some(own),
                shown,
                ..
            }) if own == name => found.push(shown.clone()),
            _ => {}
        }
    }
}

#[test]
fn once_the_draws_are_in_amounts_are_ranges_and_the_chip_says_how_sure() {
    for (language, _) in say::LANGUAGES {
        for (name, actions) in businesses() {
            let session = session(language, &actions);
            let answer = Answer::new(&session, tables()).unwrap();
            let inputs = session.good.inputs(tables());
            let draws = uncertainty(&inputs, 500.0, SEED, tables()).unwrap();
            let headline = Headline::new(&answer, tables(), Some(&draws));
            let costs = Costs::new(&answer, tables(), Some(&draws));
            let speaker = Speaker::new(language, &session.entries.currency);
            let sheet = speaker.headline(&answer, Some(&draws));
            let certainty = headline.certainty.map(|words| speaker.say(&words));
            assert_eq!(certainty.is_some(), headline.verdict.is_some());
            assert!(certainty.is_none_or(|words| words.contains("100")));
            let mut shown = Vec::new();
            let pieces = |message| speaker.catalog.pieces(message, &speaker.format);
            figures(&pieces(&costs.lost.amount), "loss", &mut shown);
            assert!(
                shown.len() == 1 && shown.iter().all(|shown| shown.contains('–')),
                "{name}: {shown:?}"
            );
            if name == "under" || name == "over" {
                differ(compare(&format!("{name}_drawn.{language}.txt"), &sheet));
            }
        }
    }
}

#[track_caller]
fn differ(compared: Result<(), String>) {
    if let Err(difference) = compared {
        panic!("UPDATE=1 keeps this: {difference}");
    }
}

#[test]
fn a_money_amount_reads_the_same_wherever_it_appears() {
    for (language, _) in say::LANGUAGES {
        for (name, actions) in businesses() {
            let session = session(language, &actions);
            let answer = Answer::new(&session, tables()).unwrap();
            let view = Headline::new(&answer, tables(), None);
            let costs = Costs::new(&answer, tables(), None);
            let speaker = Speaker::new(language, &session.entries.currency);
            for figure in ["loss", "loss_within_year", "exceeding.extra_cost", "level"] {
                let mut shown = Vec::new();
                for message in [
                    &view.sentence,
                    &view.sums,
                    &costs.lost.amount,
                    &costs.lost.detail,
                    &costs.spent.amount,
                ] {
                    let pieces = speaker.catalog.pieces(message, &speaker.format);
                    figures(&pieces, figure, &mut shown);
                }
                let alike = shown.iter().all(|words| Some(words) == shown.first());
                assert!(alike, "{name}, {figure}: {shown:?}");
            }
        }
    }
}

#[test]
fn on_a_first_visit_the_answer_is_about_the_market_and_an_example_named_as_one() {
    for (language, _) in say::LANGUAGES {
        let session = session(language, &[]);
        let answer = Answer::new(&session, tables()).unwrap();
        let view = Headline::new(&answer, tables(), None);
        assert_eq!(view.verdict, None);
        assert!(matches!(whose(&answer), Message::Keyed { slots, .. } if slots.len() == 3));
        let rungs = ladder(&answer, tables());
        assert!(rungs.iter().all(|rung| !rung.picked && !rung.near));
    }
}

#[test]
fn every_rung_can_be_picked_at_every_tier() {
    for tier in tables().tiers.iter() {
        for rung in tables().ladder.iter() {
            let actions = [
                Action::Tier(tier.id.to_string()),
                Action::Rung(rung.id.to_string()),
            ];
            let answer = Answer::new(&session("en", &actions), tables()).unwrap();
            let rungs = ladder(&answer, tables());
            let mut all_picked = rungs.iter().filter(|rung| rung.picked);
            let picked = all_picked.next().unwrap();
            assert!(all_picked.next().is_none());
            assert_eq!(picked.id, rung.id.as_ref());
            // What is shown beside it is what the answer says.
            let missing = picked.forgone.value - answer.outcome.gap_to_sufficient;
            assert!(missing.abs() < 1e-6, "{} {}", tier.id, rung.id);
        }
    }
}

#[test]
fn each_rung_shows_what_it_forgoes() {
    let actions = [
        number(Field::Customers, 1000.0),
        number(Field::Cheque, 100.0),
    ];
    let answer = Answer::new(&session("en", &actions), tables()).unwrap();
    for rung in ladder(&answer, tables()) {
        let there = [&actions[..], &[Action::Rung(rung.id.clone())]].concat();
        let there = Answer::new(&session("en", &there), tables()).unwrap();
        let off = rung.forgone.value - there.outcome.gap_to_sufficient;
        // Who stands there has other customers, who get used to it at another pace.
        let off = off / there.outcome.revenue;
        assert!(off.abs() < 2e-3, "{}: {off}", rung.id);
    }
}

#[test]
fn the_curve_agrees_with_the_verdict() {
    for (name, actions) in businesses() {
        let answer = Answer::new(&session("en", &actions), tables()).unwrap();
        let chart = Chart::new(&answer, tables(), None);
        let (low, high) = chart.band;
        let (enough, _) = chart.tolerance;
        for (x, y) in chart.lost.iter().chain(&chart.spent) {
            if (low..=high).contains(x) {
                assert!(*y <= enough + 1e-9, "{name}: {x} {y}");
            } else if *x > high + 0.01 || *x < low - 0.01 {
                assert!(*y > enough, "{name}: {x} {y}");
            }
        }
    }
}
