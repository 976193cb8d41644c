//! The table formatter against what a real `Intl` wrote into `intl.json`.

use serde_json::Value;
use service_level_calculator::present::figure::{Figure, Unit};
use service_level_calculator::present::format::{Format, Plural, TableFormat};

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
        figure.range = row[5].as_f64().map(|high| (low, high));
        figure.signed = row[3] == true;
        let (shown, plural) = (format.figure(&figure), format.plural(&figure));
        if shown != text(6) || Some(plural) != Plural::from_name(text(7)) {
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
