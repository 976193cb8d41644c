//! What the host page is told.

use super::{of_json, tables};
use model::{Delivered, Inputs, evaluate};
use service_level_calculator::event::{ErrorCode, Field, Found, HostEvent};
use std::collections::BTreeSet;

fn text(text: &str) -> Field {
    Field::Text(text.to_owned())
}

#[test]
fn a_result_has_the_model_s_numbers_as_they_are() {
    let inputs = Inputs {
        segment: Some("clinic".into()),
        delivered: Delivered::Level(91.25),
        ..Inputs::default()
    };
    let outcome = evaluate(&inputs, tables()).unwrap();
    let event = HostEvent::Result(Found::new(&outcome, "EUR", "clinic", "standard"));
    assert_eq!(event.name(), "slc:result");
    let expected = [
        ("v", Field::Number(1.0)),
        ("verdict", text("over")),
        ("level", Field::Number(91.25)),
        ("expected", Field::Number(outcome.expected)),
        ("band", Field::Numbers(vec![outcome.band.0, outcome.band.1])),
        ("loss", Field::Number(outcome.loss)),
        ("extraCost", Field::Number(outcome.exceeding.extra_cost)),
        ("currency", text("EUR")),
        ("segment", text("clinic")),
        ("tier", text("standard")),
    ];
    assert_eq!(event.fields(), expected);
    assert!(outcome.exceeding.extra_cost > 0.0);
}

#[test]
fn every_event_begins_with_its_version() {
    let change = HostEvent::Change {
        state: "1;s=clinic".into(),
        language: "ru".into(),
        currency: "RUB".into(),
    };
    assert_eq!(change.name(), "slc:change");
    let version = ("v", Field::Number(1.0));
    let told = [
        version.clone(),
        ("state", text("1;s=clinic")),
        ("language", text("ru")),
        ("currency", text("RUB")),
    ];
    assert_eq!(change.fields(), told);
    assert_eq!(HostEvent::Ready.name(), "slc:ready");
    assert_eq!(HostEvent::Ready.fields(), [version]);
}

#[test]
fn a_refused_part_of_a_config_is_an_error_that_is_not_fatal() {
    let (_, errors) = of_json(r#"{"theme": "grey"}"#);
    let event = HostEvent::from(&errors[0]);
    assert_eq!(event.name(), "slc:error");
    let message = "theme: \"grey\": no such theme; there are: light, dark";
    let expected = [
        ("v", Field::Number(1.0)),
        ("code", text("config")),
        ("message", text(message)),
        ("fatal", Field::Flag(false)),
    ];
    assert_eq!(event.fields(), expected);
}

#[test]
fn the_error_codes_are_those_that_were_published() {
    let ids: Vec<_> = ErrorCode::ALL.iter().map(|code| code.id()).collect();
    // Hosts compare with these: a code may be added, none may go or change.
    let published = [
        "config",
        "state",
        "program_missing",
        "part_missing",
        "texts_missing",
        "worker",
        "policy",
        "old_browser",
        "panic",
        "lead",
    ];
    assert_eq!(ids, published);
    let meanings: BTreeSet<_> = ErrorCode::ALL.iter().map(|code| code.meaning()).collect();
    assert_eq!(meanings.len(), published.len());
}
