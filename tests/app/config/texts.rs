//! Texts in the place of ours.

use super::{briefly, of_json, told};
use l10n::format::TableFormat;
use l10n::text::{Catalog, packed, say};
use service_level_calculator::config::MOST_TEXT;

fn keys() -> &'static str {
    let file = packed::FILES.iter().find(|(name, _)| *name == "keys.txt");
    file.unwrap().1
}

#[test]
fn a_text_of_the_owner_s_is_shown_in_its_language_alone() {
    let (config, errors) = of_json(r#"{"texts": {"en": {"segment.clinic": "Our *clinic*"}}}"#);
    assert!(errors.is_empty());
    let shown = |language: &str| {
        let mut catalog = Catalog::embedded(language).unwrap();
        let (texts, refused) = config.packed_texts(keys());
        assert_eq!(refused, []);
        texts.put_into(&mut catalog);
        let format = TableFormat::new(language, "EUR");
        catalog.plain(&say::segment("clinic").unwrap(), &format)
    };
    assert_eq!(shown("en"), "Our clinic");
    assert_ne!(shown("ru"), "Our clinic");
}

#[test]
fn a_text_that_the_catalog_refuses_is_told_and_the_others_are_put() {
    let (config, errors) = of_json(
        r#"{"texts": {"en": {"no.such": "x", "segment.taxi": "{", "segment.bank": "*",
            "segment.hotel": "{who}", "segment.clinic": "Ours"}}}"#,
    );
    assert!(errors.is_empty());
    let mut catalog = Catalog::embedded("en").unwrap();
    let (texts, refused) = config.packed_texts(keys());
    texts.put_into(&mut catalog);
    assert_eq!(
        told(&refused),
        [
            "texts.en.no.such: \"x\": no such text",
            "texts.en.segment.taxi: \"{\": a brace without its partner",
            "texts.en.segment.bank: \"*\": an odd number of asterisks",
            "texts.en.segment.hotel: \"{who}\": a slot that this text does not have",
        ]
    );
    let format = TableFormat::new("en", "EUR");
    let said = catalog.plain(&say::segment("clinic").unwrap(), &format);
    assert_eq!(said, "Ours");
}

#[test]
fn a_list_of_keys_of_another_version_is_told() {
    let (config, _) = of_json(r#"{"texts": {"en": {"segment.clinic": "Ours"}}}"#);
    let (_, refused) = config.packed_texts("");
    let reason = refused[0].reason.to_string();
    assert_eq!(reason, "the list of texts is of another version");
}

#[test]
fn each_wrong_text_is_told_with_its_path_and_the_rest_is_kept() {
    let (config, errors) = of_json(
        r#"{"texts": {"xx": {"a": "b"}, "en": ["a"], "ru": {"a": 1, "b": null, "c": "вот",
            "d": "one\ntwo", "c": "ещё", "e": {"f": "g"}, "h": ""}}}"#,
    );
    assert_eq!(
        briefly(&errors),
        [
            "texts.xx: {\"a\": \"b\"}: no such language",
            "texts.en: [\"a\"]: must be an object of texts",
            "texts.ru.a: 1: must be a text",
            "texts.ru.b: null: must be a text",
            "texts.ru.d: \"one\\ntwo\": must have no line break",
            "texts.ru.c: \"ещё\": given twice",
            "texts.ru.e: {\"f\": \"g\"}: must be a text",
        ]
    );
    let kept: Vec<_> = config.texts_for("ru").collect();
    let kept = kept.iter().map(|own| (&*own.key, &*own.text));
    assert_eq!(kept.collect::<Vec<_>>(), [("c", "вот"), ("h", "")]);
    assert_eq!(config.texts_for("en").count(), 0);
}

#[test]
fn of_a_language_given_twice_the_first_counts() {
    let (config, errors) = of_json(r#"{"texts": {"en": {"a": "1"}, "en-GB": {"a": "2"}}}"#);
    assert_eq!(
        briefly(&errors),
        ["texts.en-GB: {\"a\": \"2\"}: given twice"]
    );
    assert_eq!(config.texts.len(), 1);
    assert_eq!(config.texts[0].text, "1");
}

#[test]
fn a_text_has_a_most_length() {
    let with = |length: usize| {
        let text = "ж".repeat(length);
        of_json(&format!(r#"{{"texts": {{"ru": {{"a": "{text}"}}}}}}"#))
    };
    let (config, errors) = with(MOST_TEXT);
    assert_eq!((config.texts.len(), errors.len()), (1, 0));
    let (config, errors) = with(MOST_TEXT + 1);
    assert_eq!(config.texts, []);
    let reason = errors[0].reason.to_string();
    assert_eq!(reason, "must have no more than 2000 characters");
}

#[test]
fn twenty_thousand_wrong_texts_are_told_in_good_time() {
    let many: Vec<_> = (0..20_000).map(|n| format!("\"{n}\":0")).collect();
    let begun = std::time::Instant::now();
    let (_, errors) = of_json(&format!(r#"{{"texts": {{"en": {{{}}}}}}}"#, many.join(",")));
    assert_eq!(errors.len(), many.len());
    assert!(begun.elapsed().as_secs() < 5);
}
