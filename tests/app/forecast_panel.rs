//! The forecast panel: figures equal the model's, ranges hold them, words in every language.

use crate::said::{answer, figure, said, say_all};
use l10n::text::Message;
use model::{Tables, forecast};
use service_level_calculator::present::Answer;
use service_level_calculator::present::forecast::ForecastView;
use service_level_calculator::session::Action;

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn view(answer: &Answer, controlled: bool) -> ForecastView {
    ForecastView::new(answer, tables(), controlled).unwrap()
}

fn messages(view: &ForecastView) -> Vec<Message> {
    let mut messages = vec![
        view.verdict.clone(),
        view.comparison.clone(),
        view.assumption.clone(),
    ];
    for plot in &view.plots {
        messages.extend([plot.title.clone(), plot.summary.clone()]);
        messages.extend(plot.marks.iter().map(|(_, message)| message.clone()));
    }
    for row in &view.rows {
        messages.push(row.when.clone());
        let figures = [&row.expected, &row.level, &row.loss];
        messages.extend(figures.map(|figure| figure.clone().into()));
    }
    messages
}

#[test]
fn its_figures_are_those_of_the_model() {
    let answer = answer([
        Action::Segment("restaurant".into()),
        Action::Rung("basic".into()),
    ]);
    let inputs = answer.entries.inputs(tables());
    for (controlled, control) in [(false, "uncontrolled"), (true, "controlled")] {
        let years = forecast(&inputs, 5.0, controlled, tables()).unwrap();
        let view = view(&answer, controlled);
        let messages = messages(&view);
        assert_eq!(view.rows.len(), years.len());
        for (at, year) in years.iter().enumerate() {
            let wanted = [
                ("expected", year.expected),
                ("level", year.level),
                ("loss", year.loss),
            ];
            for (what, value) in wanted {
                let name = format!("forecast.{control}.{at}.{what}");
                let shown = messages.iter().find_map(|message| figure(message, &name));
                assert_eq!(shown, Some(value), "{name}");
            }
            let (low, high) = view.rows[at].loss.ends();
            assert!(low <= year.loss && year.loss <= high);
        }
        let name = format!("forecast.{control}.5.loss");
        assert_eq!(figure(&view.comparison, &name), Some(years[5].loss));
        assert_eq!(view.rows[0].loss.value, answer.outcome.loss);
        assert!(view.rows[0].loss.range.is_none() && view.rows[5].loss.range.is_some());
    }
}

#[test]
fn the_drawing_is_told_in_words() {
    let answer = answer([
        Action::Segment("clinic".into()),
        Action::Rung("basic".into()),
    ]);
    let [levels, loss] = view(&answer, false).plots;
    let levels = said("en", &levels.summary);
    assert_eq!(
        levels,
        "In 5 years the expected level goes from 74 to 75 points, yours from 64 to 62."
    );
    let loss = said("en", &loss.summary);
    assert!(loss.starts_with("Lost to bad service: RUB"), "{loss}");
    assert!(loss.ends_with("a year in 5 years."), "{loss}");
}

#[test]
fn the_ends_of_the_range_are_the_ends_of_the_assumptions() {
    let answer = answer([Action::Segment("clinic".into())]);
    let inputs = answer.entries.inputs(tables());
    let (low, high) = view(&answer, false).rows[5].loss.ends();
    let mut slow = tables().clone();
    let mut fast = tables().clone();
    for (tables, fast) in [(&mut slow, false), (&mut fast, true)] {
        for row in tables.parameters.to_mut() {
            if ["market_escalator", "uncontrolled_drift"].contains(&row.id.as_ref()) {
                row.range.value = if fast { row.range.high } else { row.range.low };
            }
        }
    }
    let loss = |tables: &Tables| forecast(&inputs, 5.0, false, tables).unwrap()[5].loss;
    assert_eq!((low, high), (loss(&slow), loss(&fast)));
}

#[test]
fn control_never_makes_it_worse_above_adequate() {
    for segment in tables().segments.iter() {
        let answer = answer([Action::Segment(segment.id.to_string())]);
        let [loose, firm] = [false, true].map(|controlled| view(&answer, controlled).rows);
        for (loose, firm) in loose.iter().zip(&firm) {
            assert!(firm.level.value >= loose.level.value);
            assert!(firm.loss.value <= loose.loss.value * (1.0 + 1e-9));
        }
    }
}

#[test]
fn every_market_price_and_rung_has_its_words() {
    for segment in tables().segments.iter() {
        for tier in tables().tiers.iter() {
            for rung in tables().ladder.iter() {
                let answer = answer([
                    Action::Segment(segment.id.to_string()),
                    Action::Tier(tier.id.to_string()),
                    Action::Rung(rung.id.to_string()),
                ]);
                for controlled in [false, true] {
                    let view = view(&answer, controlled);
                    say_all([&view.verdict, &view.comparison, &view.assumption]);
                    for plot in &view.plots {
                        let points = plot.lines.iter().flatten().chain(&plot.area);
                        let inside = |v: &f64| (0.0..=1.0).contains(v);
                        assert!(points.clone().all(|(x, y)| inside(x) && inside(y)));
                    }
                }
            }
        }
    }
    say_all(&messages(&view(&answer([]), false)));
}

#[test]
fn the_verdict_says_when_the_level_sinks_below_what_is_accepted() {
    let say = |rung: &str, drift: f64, controlled| {
        let answer = answer([
            Action::Segment("clinic".into()),
            Action::Rung(rung.into()),
            Action::Parameter("uncontrolled_drift".into(), Some(drift)),
            Action::Parameter("tolerance_below".into(), Some(5.0)),
            Action::Parameter("market_escalator".into(), Some(0.5)),
        ]);
        said("en", &view(&answer, controlled).verdict)
    };
    let starts = |words: String, with: &str| assert!(words.starts_with(with), "{words}");
    starts(say("terrible", 1.0, false), "Your 36 points are below");
    starts(
        say("expected", 2.0, false),
        "In 4 years your level, then 70.8,",
    );
    starts(say("wow", 1.0, false), "Even without control");
    starts(say("wow", 1.0, true), "With control");
}
