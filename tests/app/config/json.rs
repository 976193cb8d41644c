//! A config as JSON.

use super::{briefly, of_attributes, of_json, told};
use service_level_calculator::config::{Config, MOST_BYTES};

const WHOLE: &str = r#"{
    "lang": "en", "theme": "dark", "currency": "GBP", "segment": "bank", "tier": "premium",
    "state": "1~bank", "texts": {"en": {"page.title": "How good?"}, "ru": {"page.title": "А?"}}
}"#;

#[test]
fn the_same_values_give_the_same_config_as_attributes() {
    let (mut config, errors) = of_json(WHOLE);
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(config.texts.len(), 2);
    config.texts.clear();
    let (attributes, _) = of_attributes(&[
        ("lang", "en"),
        ("theme", "dark"),
        ("currency", "GBP"),
        ("segment", "bank"),
        ("tier", "premium"),
        ("state", "1~bank"),
    ]);
    assert_eq!(config, attributes);
}

#[test]
fn a_wrong_value_is_told_the_same_way_as_in_an_attribute() {
    for (key, value) in [
        ("lang", "xx"),
        ("theme", "grey"),
        ("currency", "XXX"),
        ("segment", "circus"),
        ("tier", "free"),
    ] {
        let (_, in_json) = of_json(&format!(r#"{{"{key}": "{value}"}}"#));
        let (_, in_attribute) = of_attributes(&[(key, value)]);
        assert_eq!(in_json[0].path, key);
        assert_eq!(in_json, in_attribute);
    }
}

#[test]
fn what_is_written_can_be_read_again() {
    let (config, _) = of_json(WHOLE);
    let written = serde_json::to_string(&config).unwrap();
    assert_eq!(of_json(&written), (config, Vec::new()));
    assert_eq!(serde_json::to_string(&Config::default()).unwrap(), "{}");
}

#[test]
fn a_value_of_another_type_is_told_as_it_stands_and_spoils_no_other() {
    let (config, errors) = of_json(
        r#"{"lang": null, "theme": 1.50, "currency": ["EUR"], "segment": {"id": "bank"},
            "tier": "luxury", "state": false, "texts": "none"}"#,
    );
    assert_eq!(
        told(&errors),
        [
            "lang: null: must be a text",
            "theme: 1.50: must be a text",
            "currency: [\"EUR\"]: must be a text",
            "segment: {\"id\": \"bank\"}: must be a text",
            "state: false: must be a text",
            "texts: \"none\": must be an object of languages",
        ]
    );
    let expected = Config {
        tier: Some("luxury".into()),
        ..Config::default()
    };
    assert_eq!(config, expected);
}

#[test]
fn an_unknown_key_is_told_and_ignored() {
    let (config, errors) = of_json(
        r#"{"__proto__": {"tier": "luxury"}, "Tier": "luxury", "": 0, "tier": "economy",
            "constructor": null}"#,
    );
    assert_eq!(config.tier.as_deref(), Some("economy"));
    assert_eq!(
        briefly(&errors),
        [
            "__proto__: {\"tier\": \"luxury\"}: unknown key",
            "Tier: \"luxury\": unknown key",
            ": 0: unknown key",
            "constructor: null: unknown key",
        ]
    );
}

#[test]
fn of_a_key_given_twice_the_first_counts_and_the_second_is_told() {
    let (config, errors) = of_json(r#"{"tier": "luxury", "tier": "economy"}"#);
    assert_eq!(config.tier.as_deref(), Some("luxury"));
    let twice = "tier: \"economy\": given twice; the first one counts";
    assert_eq!(told(&errors), [twice]);
}

#[test]
fn what_is_no_json_is_one_error_with_line_and_column() {
    for (text, place) in [
        ("", "line 1 column 0"),
        ("{", "line 1 column 1"),
        ("{\"tier\": \"luxury\",\n}", "line 2 column 1"),
        ("{} {}", "line 1 column 4"),
        ("{'tier': 1}", "line 1 column 2"),
        ("{\"a\": [1, 2}", "line 1 column 12"),
        ("\u{feff}{}", "line 1 column 1"),
    ] {
        let (config, errors) = of_json(text);
        assert_eq!(config, Config::default());
        assert_eq!((errors.len(), &*errors[0].path), (1, "config"), "{text}");
        let told = errors[0].to_string();
        assert!(
            told.contains("is no JSON") && told.contains(place),
            "{told}"
        );
    }
}

#[test]
fn json_that_is_no_object_is_one_error() {
    for text in ["null", "1", "\"clinic\"", "[{}]", "true"] {
        let (config, errors) = of_json(text);
        assert_eq!(config, Config::default());
        let told = told(&errors);
        assert_eq!(told, [format!("config: {text}: must be an object")]);
    }
}

#[test]
fn a_text_that_is_no_text_is_told_at_its_key() {
    let (config, errors) = of_json(r#"{"state": "\ud800", "tier": "luxury"}"#);
    assert_eq!(config.tier.as_deref(), Some("luxury"));
    assert_eq!((errors.len(), &*errors[0].path), (1, "state"));
    assert!(errors[0].to_string().contains("is no JSON"));
}

#[test]
fn nesting_without_end_is_survived() {
    let deep = format!(
        r#"{{"texts": {}1{}}}"#,
        "[".repeat(99_999),
        "]".repeat(99_999)
    );
    let (_, errors) = of_json(&deep);
    assert_eq!(errors.len(), 1);
    let deep = r#"{"texts":"#.repeat(20_000);
    let (config, errors) = of_json(&deep);
    assert_eq!((config, errors.len()), (Config::default(), 1));
}

#[test]
fn a_config_has_a_most_size() {
    let padded = |bytes: usize| format!("{{\"tier\": \"luxury\"{}}}", " ".repeat(bytes - 18));
    let (config, errors) = of_json(&padded(MOST_BYTES));
    assert_eq!((config.tier.as_deref(), errors.len()), (Some("luxury"), 0));
    let (config, errors) = of_json(&padded(MOST_BYTES + 1));
    assert_eq!(config, Config::default());
    let reason = errors[0].reason.to_string();
    assert_eq!(reason, "must have no more than 262144 bytes");
}

#[test]
fn the_owners_look_is_read_and_what_would_harm_is_refused() {
    let (config, errors) = of_json(
        r##"{"name": "Smith & Co", "logo": "data:image/png;base64,AA", "accent": "#7A3e9d",
            "hidden": ["kpi", "method", "idea"], "origins": ["https://a.example", "a.example"],
            "call": {"text": "Talk to us", "href": "mailto:us@example.com"}}"##,
    );
    assert_eq!(config.look.name.as_deref(), Some("Smith & Co"));
    assert_eq!(config.accent.as_deref(), Some("#7A3e9d"));
    assert_eq!(config.look.hidden, ["kpi", "idea"]);
    assert_eq!(config.origins, ["https://a.example"]);
    assert_eq!(config.look.call.unwrap().href, "mailto:us@example.com");
    let refused = [
        "hidden.1: \"method\": no such section",
        "origins.1: \"a.example\": must be an origin, like \"https://example.com\"",
    ];
    assert_eq!(briefly(&errors), refused);
    for href in [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        " javascript:x",
        "java\\tscript:x",
        "vbscript:x",
        "data:text/html,x",
        "",
    ] {
        let (config, errors) =
            of_json(&format!(r#"{{"call": {{"text": "x", "href": "{href}"}}}}"#));
        assert_eq!(config.look.call, None, "{href}");
        assert_eq!(errors.len(), 1, "{href}");
    }
    for fine in [
        "https://a.example/b:c",
        "/contact?a=b:c",
        "contact.html",
        "tel:+123",
    ] {
        let (config, _) = of_json(&format!(r#"{{"call": {{"text": "x", "href": "{fine}"}}}}"#));
        assert!(config.look.call.is_some(), "{fine}");
    }
    let (config, errors) =
        of_json(r#"{"accent": "red", "name": "", "call": {"text": "x"}, "logo": "javascript:x"}"#);
    assert_eq!(config, Config::default());
    assert_eq!(errors.len(), 4, "{errors:?}");
}
