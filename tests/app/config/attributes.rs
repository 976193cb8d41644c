//! Attributes of an element.

use super::{briefly, of_attributes, told};
use service_level_calculator::config::{Config, KEYS, MOST_STATE, ONLY_IN_JSON, Reason, Theme};

#[test]
fn every_key_that_is_a_text_may_be_an_attribute() {
    let (config, errors) = of_attributes(&[
        ("lang", "ru"),
        ("theme", "light"),
        ("currency", "EUR"),
        ("segment", "hotel"),
        ("tier", "economy"),
        ("state", "1~hotel"),
    ]);
    assert!(errors.is_empty(), "{errors:?}");
    let text = |text: &str| Some(text.to_owned());
    let expected = Config {
        lang: text("ru"),
        theme: Some(Theme::Light),
        currency: text("EUR"),
        segment: text("hotel"),
        tier: text("economy"),
        state: text("1~hotel"),
        texts: Vec::new(),
        ..Config::default()
    };
    assert_eq!(config, expected);
    for key in KEYS {
        let (_, errors) = of_attributes(&[(key, "?")]);
        let unknown = errors
            .iter()
            .any(|error| error.reason == Reason::UnknownKey);
        assert!(!unknown, "{key} has no check");
    }
    for key in ONLY_IN_JSON {
        let (_, errors) = of_attributes(&[(&format!("data-{key}"), "{}")]);
        let only = format!("{key}: \"{{}}\": not possible as an attribute, only in JSON");
        assert_eq!(told(&errors), [only]);
    }
}

#[test]
fn a_data_attribute_is_the_same_as_a_plain_one() {
    let given = [("data-segment", "hotel"), ("data-tier", "premium")];
    let plain = [("segment", "hotel"), ("tier", "premium")];
    assert_eq!(of_attributes(&given), of_attributes(&plain));
    assert!(of_attributes(&given).1.is_empty());
}

#[test]
fn a_wrong_value_is_told_with_what_there_is_and_spoils_no_other() {
    let (config, errors) = of_attributes(&[
        ("theme", "auto"),
        ("tier", "Premium"),
        ("lang", "de"),
        ("currency", "usd"),
        ("segment", ""),
        ("state", "kept"),
    ]);
    let expected = Config {
        state: Some("kept".into()),
        ..Config::default()
    };
    assert_eq!(config, expected);
    let told = told(&errors);
    assert_eq!(
        told[..3],
        [
            "theme: \"auto\": no such theme; there are: light, dark",
            "tier: \"Premium\": no such tier; there are: economy, standard, premium, luxury",
            "lang: \"de\": no such language; there are: en, ru",
        ]
    );
    assert!(told[3].starts_with("currency: \"usd\": no such currency; there are: "));
    assert!(told[4].starts_with("segment: \"\": no such segment; there are: "));
    assert!(told[3].contains("USD") && told[4].contains("clinic"));
}

#[test]
fn a_language_may_name_a_region_as_pages_do() {
    for (tag, language) in [("en-GB", "en"), ("RU", "ru"), ("ru-Latn-RU", "ru")] {
        let (config, errors) = of_attributes(&[("lang", tag)]);
        assert_eq!(config.lang.as_deref(), Some(language));
        assert!(errors.is_empty());
    }
    for tag in ["", "e", "eng", "en_GB", "рус", "-", "é"] {
        let (config, errors) = of_attributes(&[("lang", tag)]);
        assert_eq!((config.lang, errors.len()), (None, 1), "{tag}");
    }
}

#[test]
fn an_unknown_attribute_is_told_and_one_of_the_page_s_own_is_not() {
    let (config, errors) = of_attributes(&[
        ("segmnet", "clinic"),
        ("class", "wide"),
        ("id", "calculator"),
        ("style", ""),
        ("src", "slc.js"),
        ("onclick", "go()"),
        ("aria-label", "x"),
        ("data-reactid", "7"),
        ("data-service-level-calculator", ""),
        ("_ngcontent-c1", ""),
        (":key", ""),
        ("tier", "luxury"),
    ]);
    assert_eq!(briefly(&errors), ["segmnet: \"clinic\": unknown key"]);
    assert!(told(&errors)[0].contains("lang, theme, currency, segment"));
    assert_eq!(config.tier.as_deref(), Some("luxury"));
}

#[test]
fn a_data_attribute_is_told_where_it_looks_like_a_slip() {
    for slip in [
        "data-segmnet",
        "data-segmen",
        "data-ssegment",
        "data-segmant",
        "data-lan",
        "data-text",
    ] {
        let (_, errors) = of_attributes(&[(slip, "x")]);
        assert_eq!(briefly(&errors), [format!("{slip}: \"x\": unknown key")]);
    }
    for other in [
        "data-",
        "data-id",
        "data-segments-shown",
        "data-page",
        "data-etatx",
    ] {
        assert!(of_attributes(&[(other, "x")]).1.is_empty(), "{other}");
    }
}

#[test]
fn of_an_attribute_given_twice_the_first_counts() {
    let (config, errors) = of_attributes(&[("tier", "luxury"), ("data-tier", "economy")]);
    assert_eq!(config.tier.as_deref(), Some("luxury"));
    let twice = "tier: \"economy\": given twice; the first one counts";
    assert_eq!(told(&errors), [twice]);
}

#[test]
fn a_state_has_a_most_length() {
    let longest = "я".repeat(MOST_STATE);
    let (config, errors) = of_attributes(&[("state", &longest)]);
    assert_eq!((config.state, errors.len()), (Some(longest.clone()), 0));
    let (config, errors) = of_attributes(&[("state", &format!("{longest}1"))]);
    assert_eq!(config.state, None);
    assert_eq!(
        errors[0].reason.to_string(),
        "must have no more than 131072 characters"
    );
    assert_eq!(errors[0].value, format!("\"{}…", "я".repeat(59)));
}

#[test]
fn a_value_is_shown_on_one_line() {
    let (_, errors) = of_attributes(&[("tier", "a\nb\u{0}c")]);
    assert_eq!(errors[0].value, "\"a b c\"");
}
