//! The table formatter against what a real `Intl` wrote into `intl.json`.

use l10n::figure::{Figure, Unit};
use l10n::format::{Format, Plural, TableFormat};
use serde_json::Value;

fn unit(name: &str) -> Unit {
    match name {
        "money" => Unit::Money,
        "money_exact" => Unit::MoneyExact,
        "points" => Unit::Points,
        "share" => Unit::Share,
        "count" => Unit::Count,
        "number" => Unit::Number(2),
        "integer" => Unit::Integer,
        other => panic!("no unit is called {other}"),
    }
}

#[test]
fn the_table_writes_what_intl_writes() {
    let rows: Vec<Value> = serde_json::from_str(include_str!("intl.json")).unwrap();
    let mut differing = Vec::new();
    for row in &rows {
        let text = |at: usize| row[at].as_str().unwrap();
        let format = TableFormat::new(text(0), text(1));
        let low = row[4].as_f64().unwrap();
        let mut figure = Figure::new(low, unit(text(2)));
        figure.signed = row[3] == true;
        let (shown, plural) = (format.figure(&figure), format.plural(&figure));
        if shown != text(5) || Some(plural) != Plural::from_name(text(6)) {
            differing.push(format!("{row}: {shown:?} {plural:?}"));
        }
    }
    assert!(rows.len() > 1000);
    assert!(
        differing.is_empty(),
        "{} differ:\n{}",
        differing.len(),
        differing.join("\n")
    );
}

#[test]
fn ranges_with_signs_keep_their_ends_apart() {
    let format = TableFormat::new("ru", "RUB");
    let loss = Figure::money(-400.0).range(-700.0, -50.0);
    assert_eq!(format.figure(&loss), "-700\u{a0}₽ – -50\u{a0}₽");
    let gain = Figure::share(0.02).range(-0.01, 0.05).signed();
    assert_eq!(format.figure(&gain), "-1\u{a0}% – +5\u{a0}%");
}

#[test]
fn a_range_says_its_unit_as_people_do() {
    let shows = |language, currency, figure: Figure, expected| {
        let shown = TableFormat::new(language, currency).figure(&figure);
        assert_eq!(shown.replace('\u{a0}', " "), expected);
    };
    let money = |low, high| Figure::money(low).range(low, high);
    shows("en", "USD", money(410.0, 690.0), "$410–690");
    shows("en", "USD", money(7_900.0, 27_000.0), "$7.9K–27K");
    shows("en", "USD", money(470_000.0, 1.6e6), "$470K–$1.6M");
    shows("en", "KZT", money(470_000.0, 1.6e6), "KZT 470K–KZT 1.6M");
    shows("en", "USD", money(0.0, 3_000.0), "$0–$3K");
    shows("ru", "RUB", money(410.0, 690.0), "410–690 ₽");
    shows("ru", "RUB", money(470_000.0, 1.6e6), "0,47–1,6 млн ₽");
    shows("ru", "RUB", money(900.0, 1_200.0), "0,9–1,2 тыс. ₽");
    shows("ru", "RUB", money(0.0, 3_000.0), "0–3 тыс. ₽");
    shows("ru", "RUB", money(1.2e6, 1.6e6), "1,2–1,6 млн ₽");
    let share = Figure::share(0.12).range(0.12, 0.18);
    shows("en", "USD", share.clone(), "12–18%");
    shows("ru", "RUB", share, "12–18 %");
    shows("en", "USD", Figure::level(72.0).range(72.0, 80.0), "72–80");
    shows(
        "en",
        "USD",
        Figure::count(900.0).range(900.0, 1200.0),
        "900–1.2K",
    );
}

#[test]
fn a_range_whose_ends_look_alike_is_one_figure() {
    let format = TableFormat::new("en", "USD");
    assert_eq!(
        format.figure(&Figure::money(0.0).range(410_100.0, 409_900.0)),
        "$410K"
    );
    assert_eq!(format.figure(&Figure::points(0.0).range(-0.01, 0.01)), "0");
}

#[test]
fn figures_that_are_not_finite_are_a_dash() {
    let format = TableFormat::new("en", "USD");
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(format.figure(&Figure::money(value)), "–");
        assert_eq!(format.plural(&Figure::count(value)), Plural::Other);
    }
    assert_eq!(format.figure(&Figure::count(1.0).range(0.0, f64::NAN)), "–");
}
