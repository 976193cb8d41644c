//! What the build says to faulty files.

#[path = "../../build/texts.rs"]
#[allow(dead_code)] // The tests write no files.
mod texts;

use texts::{Source, compile};

const EN: &str = r#"{"language": "English", "plurals": ["one", "other"], "families": ["tier"],
    "core": {"a": {"b": "{who} and {n:figure} {n#one:day|other:days}"}, "tier": {"low": "Low"}}, "more": {}}"#;
const RU: &str = r#"{"language": "Русский", "plurals": ["one", "few", "many", "other"],
    "core": {"a": {"b": "{n:figure} {n#one:день|few:дня|many:дней|other:дня} и {who}"}, "tier": {"low": "Низкий"}}, "more": {}}"#;

fn compiled(en: &str, ru: &str) -> Result<texts::Made, String> {
    let source = |language: &str, json: &str| Source {
        language: language.to_owned(),
        json: json.to_owned(),
    };
    compile(&[source("ru", ru), source("en", en)])
}

#[track_caller]
fn fault(en: &str, ru: &str, said: &str) {
    let faults = compiled(en, ru).unwrap_err();
    assert!(faults.contains(said), "{faults}");
}

#[test]
fn sound_files_compile() {
    let made = compiled(EN, RU).unwrap();
    let file = |name: &str| &made.iter().find(|(path, _)| path == name).unwrap().1;
    let code = file("texts.rs");
    assert!(
        code.contains("pub fn a_b(who: impl Into<Message>, n: Figure, ) -> Message"),
        "{code}"
    );
    assert!(
        code.contains("pub fn tier(id: &str) -> Option<Message>"),
        "{code}"
    );
    assert!(
        file("locales/ru.core.txt")
            .ends_with(" core ru\n{1} {1#one:день|few:дня|many:дней|other:дня} и {0}\nНизкий\n")
    );
    assert!(file("locales/keys.txt").ends_with(" keys\na.b who n\ntier.low\n"));
}

#[test]
fn a_fault_is_named_with_file_and_key() {
    let ru = |from, to| RU.replace(from, to);
    fault(
        EN,
        &ru(r#""low": "Низкий""#, ""),
        "locales/ru.json: core.tier.low: missing",
    );
    fault(
        EN,
        &ru(r#""low""#, r#""high""#),
        "locales/ru.json: core.tier.high: en has no such text",
    );
    fault(
        EN,
        &ru(" и {who}", ""),
        "locales/ru.json: core.a.b: the slot {who} is missing",
    );
    fault(
        EN,
        &ru("{who}", "{who} {why}"),
        "locales/ru.json: core.a.b: the slot {why} is unknown",
    );
    fault(
        EN,
        &ru("{who}", "{who:figure}"),
        "core.a.b: the slot {who} is of another kind",
    );
    fault(
        EN,
        &ru("few:дня|", ""),
        "core.a.b: {n#…} must give each of [One, Few, Many, Other] once",
    );
    fault(
        EN,
        &ru("few:дня", "few:дня|few:дня"),
        "core.a.b: {n#…} must give each of",
    );
    fault(EN, &ru("few:дня", "some:дня"), "core.a.b: Plural");
    fault(EN, &ru("{who}", "{who"), "core.a.b: Brace");
    fault(EN, &ru("{who}", "*{who}"), "core.a.b: Emphasis");
    fault(EN, &ru("Низкий", ""), "core.tier.low: empty");
    fault(
        EN,
        &ru("Низкий", "Низ\\nкий"),
        "core.tier.low: empty, or with a line break",
    );
    fault(
        EN,
        &ru(r#""Низкий""#, "3"),
        "core.tier.low: neither a text nor a section",
    );
    fault(
        EN,
        &ru(r#""Русский""#, r#""""#),
        "locales/ru.json: `language` or `plurals` is missing",
    );
    fault(EN, &ru("many", "lots"), "no category is called \"lots\"");
    fault(EN, "{", "locales/ru.json: EOF");
}

#[test]
fn the_reference_is_checked_too() {
    let en = |from, to| EN.replace(from, to);
    fault(
        &en("{who}", "{n}"),
        RU,
        "locales/en.json: core.a.b: {n} is both a text and a figure",
    );
    fault(
        &en("Low", "Low {n:figure}"),
        RU,
        "tier.low: texts of a family have no slots",
    );
    fault(
        &en(r#"["tier"]"#, r#"["rung"]"#),
        RU,
        "the family rung must be in either core or more",
    );
    fault(
        &en(r#""low""#, r#""Low""#),
        RU,
        "core.tier.Low: a key has a section, small letters",
    );
    assert!(
        compile(&[])
            .unwrap_err()
            .contains("locales/en.json: missing")
    );
}
