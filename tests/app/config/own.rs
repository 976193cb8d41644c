//! What an owner gives as objects: segments, parameters, defaults, a lead.

use super::{languages, of_json, tables, told};
use model::{Class, Inputs, OWN_SOURCE, evaluate};
use service_level_calculator::config::{Lead, sections};
use service_level_calculator::present::handover::is_email;
use service_level_calculator::session::{Entry, Field};

const OWN: &str = r#"{
    "segments": [{
        "id": "dental", "like": "clinic", "source": "24 practices, 2025",
        "names": { "en": { "name": "Dental practice", "customers": "Patients of a dental practice" } },
        "expected": { "value": 80, "low": 77, "high": 83 }, "cheque_usd": 180
    }, { "id": "clinic", "retention": { "value": 0.9, "low": 0.85, "high": 0.95 }, "source": "S" }],
    "segment": "dental",
    "parameters": { "leave_after_bad": {
        "value": 0.22, "low": 0.16, "high": 0.27, "class": "measured", "source": "2,400 asked"
    } },
    "defaults": { "customers": 900, "margin": 0.4 }
}"#;

#[test]
fn a_segment_takes_from_the_one_it_is_like_what_it_does_not_give() {
    let (config, errors) = of_json(OWN);
    assert_eq!(told(&errors), Vec::<String>::new());
    let own = config.tables(tables());
    let (dental, clinic) = (
        own.segment("dental").unwrap(),
        tables().segment("clinic").unwrap(),
    );
    assert_eq!(dental.expected.value, 80.0);
    assert_eq!(dental.cheque_usd, 180.0);
    assert_eq!(dental.retention, clinic.retention);
    assert_eq!(dental.kind, clinic.kind);
    assert_eq!(
        dental.evidence[0],
        format!("{OWN_SOURCE}24 practices, 2025")
    );
    assert_eq!(own.segment("clinic").unwrap().retention.value, 0.9);
    assert_eq!(own.segments.len(), tables().segments.len() + 1);
    own.check().unwrap();
    let row = own.parameter("leave_after_bad").unwrap();
    assert_eq!((row.range.value, row.class), (0.22, Class::Measured));
    assert_eq!(row.evidence[0], format!("{OWN_SOURCE}2,400 asked"));
}

#[test]
fn the_answer_is_about_the_owners_market_and_numbers() {
    let (config, _) = of_json(OWN);
    let own = config.tables(tables());
    let entries = config.entries(&own, "en");
    assert_eq!(entries.segment, "dental");
    assert_eq!(*entries.entry(Field::Customers), Entry::Number(900.0));
    assert_eq!(*entries.entry(Field::Margin), Entry::Number(0.4));
    let outcome = evaluate(&entries.inputs(&own), &entries.tables(&own)).unwrap();
    assert_eq!(outcome.expected, 80.0);
    let ours = evaluate(&Inputs::default(), tables()).unwrap();
    assert_ne!(outcome.expected, ours.expected);
}

#[test]
fn a_name_stands_in_for_that_of_a_language_without_one() {
    let (config, _) = of_json(OWN);
    let names = config.names(&languages());
    let of = |language: &str| {
        let own = names.iter().filter(|name| name.language == language);
        own.map(|name| name.packed.1.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("en"), of("ru"));
    assert!(of("ru")[0].ends_with("Dental practice"));
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_spoils_no_other() {
    let (config, errors) = of_json(
        r#"{
        "segments": [
            { "id": "a", "names": {} },
            { "id": "B!", "like": "clinic" },
            { "id": "c", "like": "clinic" },
            { "id": "d", "like": "clinic", "names": { "xx": { "name": "N", "customers": "C" } } },
            { "id": "clinic", "purchases": 3 },
            { "id": "clinic", "purchases": -3, "source": "S" },
            { "id": "hotel", "expected": { "value": 90, "low": 95, "high": 99 }, "source": "S" },
            { "id": "hotel", "expected": 90, "source": "S" },
            { "id": "hotel", "size": 1 },
            { "id": "taxi", "purchases": 20, "source": "S" },
            { "id": "taxi", "purchases": 21, "source": "S" }
        ],
        "parameters": {
            "gravity": { "value": 1, "low": 1, "high": 1, "source": "S" },
            "leave_after_bad": { "value": 0.9, "low": 0.8, "high": 1, "source": "S" },
            "tolerance_below": { "value": 6, "low": 5, "high": 8, "source": " " }
        },
        "defaults": { "customers": -1, "level": 70, "cheque": "12", "purchases": 4 }
    }"#,
    );
    let paths: Vec<_> = errors.iter().map(|error| error.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "segments.0.like",
            "segments.1.id",
            "segments.2.names",
            "segments.3.names.xx",
            "segments.4.source",
            "segments.5.purchases",
            "segments.6.expected",
            "segments.7.expected",
            "segments.8.size",
            "segments.10.id",
            "parameters.gravity",
            "parameters.leave_after_bad",
            "parameters.tolerance_below.source",
            "defaults.customers",
            "defaults.level",
            "defaults.cheque",
        ]
    );
    assert_eq!(config.segments.len(), 1);
    assert_eq!(config.parameters.len(), 0);
    assert_eq!(config.defaults.keys().collect::<Vec<_>>(), ["purchases"]);
}

#[test]
fn the_answer_alone_has_none_of_the_sections() {
    let (config, errors) = super::of_attributes(&[("mode", "answer")]);
    assert!(errors.is_empty());
    let look = config.look.clone().in_mode(config.mode);
    for id in sections().chain(["method"]) {
        assert!(config.look.shows(id) && !look.shows(id), "{id}");
    }
    let (config, errors) = super::of_attributes(&[("mode", "half")]);
    assert_eq!(config.mode, None);
    assert_eq!(
        told(&errors),
        ["mode: \"half\": no such mode; there are: full, answer"]
    );
}

#[test]
fn a_lead_goes_where_the_owner_says_and_asks_for_a_way_to_answer() {
    let lead = |json: &str| {
        let (config, errors) = of_json(&format!(r#"{{"lead": {json}}}"#));
        (
            config.look.lead,
            errors.first().map(|error| error.path.clone()),
        )
    };
    let usual = |to: &str| Lead {
        to: to.to_owned(),
        fields: vec!["name".into(), "email".into()],
        privacy: None,
    };
    for to in [
        "",
        "mailto:me@firm.example",
        "https://firm.example/lead",
        "/lead",
    ] {
        assert_eq!(lead(&format!("\"{to}\"")), (Some(usual(to)), None));
        let object = format!(r#"{{"to": "{to}"}}"#);
        assert_eq!(lead(&object), (Some(usual(to)), None));
    }
    let wrong = [
        ("\"javascript:alert(1)\"", "lead"),
        (r#"{"to": "javascript:alert(1)"}"#, "lead.to"),
        (r#"{"fields": ["name"]}"#, "lead.fields"),
        (r#"{"fields": ["email", "email"]}"#, "lead.fields.1"),
        (r#"{"fields": ["email", "shoe"]}"#, "lead.fields.1"),
        (r#"{"privacy": "javascript:x"}"#, "lead.privacy"),
        (r#"{"wish": 1}"#, "lead.wish"),
    ];
    for (json, path) in wrong {
        assert_eq!(lead(json), (None, Some(path.to_owned())), "{json}");
    }
}

#[test]
fn an_email_address_is_a_name_and_a_place_with_a_dot() {
    for address in ["ann@example.com", "a.b+c@x.co.uk", "анна@пример.рф"] {
        assert!(is_email(address), "{address}");
    }
    for address in [
        "",
        "ann",
        "ann@example",
        "@example.com",
        "ann@.com",
        "ann@example.c",
        "ann@a@example.com",
        "ann lee@example.com",
    ] {
        assert!(!is_email(address), "{address}");
    }
}
