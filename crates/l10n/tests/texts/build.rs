//! What the build says to faulty files.

#[path = "../../build/texts.rs"]
#[allow(dead_code)] // The tests write no files.
mod texts;

use texts::{Source, compile};

const EN: &str = r#"{"language": "English", "plurals": {"one": "i = 1 and v = 0", "other": ""}, "families": ["tier"],
    "format": {"decimal": ".", "group": ",", "grouped_from": 4, "compact": {"1000000": "0M", "1000": "0K"},
        "percent": "0%", "currency": "¤0", "signs": {"USD": "$"}},
    "page": {"title": "Calculator"},
    "core": {"a": {"b": "{who} and {n:figure} {n#one:day|other:days}", "c": "None"}, "tier": {"low": "Low"}}, "more": {}}"#;
const RU: &str = r#"{"language": "Русский",
    "plurals": {"one": "v = 0 and i % 10 = 1", "few": "v = 0 and i % 10 = 2..4", "many": "v = 0 and i % 10 = 0,5..9", "other": ""},
    "format": {"decimal": ",", "group": " ", "grouped_from": 4, "compact": {"1000": "0 тыс."},
        "percent": "0 %", "currency": "0 ¤", "signs": {}},
    "page": {"title": "Калькулятор"},
    "core": {"a": {"b": "{n:figure} {n#one:день|few:дня|many:дней|other:дня} и {who}", "c": "Нет"}, "tier": {"low": "Низкий"}}, "more": {}}"#;
/// A third language, which no code knows.
const XX: &str = r#"{"language": "Xish", "plurals": {"two": "n = 2 or f % 10 != 0", "other": ""},
    "format": {"decimal": "·", "group": "", "grouped_from": 1, "compact": {"10000": "m0"},
        "percent": "%0", "currency": "¤ 0", "signs": {"USD": "d"}},
    "page": {"title": "Xator"},
    "core": {"a": {"b": "{n:figure} {n#two:xi|other:xo} {who}", "c": "X"}, "tier": {"low": "Xow"}}, "more": {}}"#;

fn source(language: &str, json: &str) -> Source {
    Source {
        language: language.to_owned(),
        json: json.to_owned(),
    }
}

fn compiled(en: &str, ru: &str) -> Result<texts::Made, String> {
    compile(&[source("ru", ru), source("en", en)])
}

fn file<'a>(made: &'a texts::Made, name: &str) -> &'a str {
    &made.iter().find(|(path, _)| path == name).unwrap().1
}

#[track_caller]
fn error(en: &str, ru: &str, said: &str) {
    let errors = compiled(en, ru).unwrap_err();
    assert!(errors.contains(said), "{errors}");
}

#[test]
fn sound_files_compile() {
    let made = compiled(EN, RU).unwrap();
    let code = file(&made, "texts.rs");
    for part in [
        "pub struct AB {\n    pub n: Figure,\n    pub who: Message,\n}",
        "keyed(0, vec![Slot::Figure(said.n), Slot::Text(said.who), ])",
        "pub fn a_c() -> Message",
        "pub fn tier(id: &str) -> Option<Message>",
        r#"NAMES: &[&str] = &["a.b", "a.c", "tier.low"];"#,
        r#"LANGUAGES: &[(&str, &str)] = &[("en", "English"), ("ru", "Русский")];"#,
    ] {
        assert!(code.contains(part), "{part}\n{code}");
    }
    assert!(
        file(&made, "locales/ru.core.txt").ends_with(
            " core ru\n{0} {0#one:день|few:дня|many:дней|other:дня} и {1}\nНет\nНизкий\n"
        )
    );
    assert!(file(&made, "locales/keys.txt").ends_with(" keys\na.b n who\na.c\ntier.low\n"));
}

#[test]
fn a_reworded_sentence_moves_no_figure() {
    let sentence = "{who} and {n:figure} {n#one:day|other:days}";
    let reworded = EN.replace(sentence, "{n#one:Day|other:Days}: {n:figure}, {who}");
    assert_ne!(reworded, EN);
    let (before, after) = (compiled(EN, RU).unwrap(), compiled(&reworded, RU).unwrap());
    let code = |made| -> Vec<String> {
        let lines = file(made, "texts.rs").lines();
        let code = lines.filter(|line| !line.starts_with("///"));
        code.map(str::to_owned).collect()
    };
    assert_eq!(code(&before), code(&after));
    for name in ["locales/ru.core.txt", "locales/keys.txt"] {
        assert_eq!(file(&before, name), file(&after, name));
    }
    let english = file(&after, "locales/en.core.txt");
    assert!(
        english.contains("\n{0#one:Day|other:Days}: {0}, {1}\n"),
        "{english}"
    );
}

#[test]
fn a_language_is_a_file() {
    let sources = [source("xx", XX), source("ru", RU), source("en", EN)];
    let made = compile(&sources).unwrap();
    assert!(
        file(&made, "texts.rs")
            .contains(r#"&[("en", "English"), ("ru", "Русский"), ("xx", "Xish")]"#)
    );
    let texts = file(&made, "locales/xx.core.txt");
    assert!(
        texts.ends_with(" core xx\n{0} {0#two:xi|other:xo} {1}\nX\nXow\n"),
        "{texts}"
    );
    let packed = file(&made, "packed.rs");
    for part in [
        r#"("xx", &[("title", "Xator")])"#,
        r#"("xx.more.txt", include_str!("#,
    ] {
        assert!(packed.contains(part), "{part}\n{packed}");
    }
    let notations = file(&made, "notations.rs");
    for part in [
        r#"[Notation; 3] = [
    Notation { language: "en", "#,
        r#"compact: &[(3, ("", "K")), (6, ("", "M"))], "#,
        r#"language: "xx", decimal: "·", group: "", grouped_from: 1, compact: &[(4, ("m", ""))], percent: ("%", ""), currency: ("¤ ", ""), signs: &[("USD", "d")]"#,
        "(Plural::Two, &[&[Relation { operand: Operand::N, modulus: None, within: true, ranges: &[(2, 2)] }], \
         &[Relation { operand: Operand::F, modulus: Some(10), within: false, ranges: &[(0, 0)] }]])",
        "ranges: &[(0, 0), (5, 9)]",
    ] {
        assert!(notations.contains(part), "{part}\n{notations}");
    }
}

#[test]
fn a_fault_is_named_with_file_and_key() {
    let ru = |from, to| RU.replace(from, to);
    error(
        EN,
        &ru(r#""low": "Низкий""#, ""),
        "locales/ru.json: core.tier.low: missing",
    );
    error(
        EN,
        &ru(r#""low""#, r#""high""#),
        "locales/ru.json: core.tier.high: en has no such text",
    );
    error(
        EN,
        &ru(" и {who}", ""),
        "locales/ru.json: core.a.b: the slot {who} is missing",
    );
    error(
        EN,
        &ru("{who}", "{who} {why}"),
        "locales/ru.json: core.a.b: the slot {why} is unknown",
    );
    error(
        EN,
        &ru("{who}", "{who:figure}"),
        "core.a.b: the slot {who} is of another kind",
    );
    error(
        EN,
        &ru("few:дня|", ""),
        "core.a.b: {n#…} must give each of [One, Few, Many, Other] once",
    );
    error(
        EN,
        &ru("few:дня", "few:дня|few:дня"),
        "core.a.b: {n#…} must give each of",
    );
    error(EN, &ru("few:дня", "some:дня"), "core.a.b: Plural");
    error(EN, &ru("{who}", "{who"), "core.a.b: Brace");
    error(EN, &ru("{who}", "*{who}"), "core.a.b: Emphasis");
    error(EN, &ru("Низкий", ""), "core.tier.low: empty");
    error(
        EN,
        &ru("Низкий", "Низ\\nкий"),
        "core.tier.low: empty, or with a line break",
    );
    error(
        EN,
        &ru(r#""Низкий""#, "3"),
        "core.tier.low: neither a text nor a section",
    );
    error(
        EN,
        &ru(r#""Русский""#, r#""""#),
        "locales/ru.json: `language` or `plurals` is missing",
    );
    error(EN, &ru("many", "lots"), "no category is called \"lots\"");
    error(
        EN,
        &ru(r#""title": "Калькулятор""#, r#""name": "К""#),
        "locales/ru.json: page.title: missing",
    );
    error(
        EN,
        &ru(r#""title""#, r#""name""#),
        "locales/ru.json: page.name: en has no such text",
    );
    error(
        EN,
        &ru(r#""Калькулятор""#, r#""<b>""#),
        "page.title: empty, or not plain",
    );
    error(EN, "{", "locales/ru.json: EOF");
}

#[test]
fn a_fault_in_how_numbers_are_written_is_named() {
    for (from, to, said) in [
        (
            r#""group""#,
            r#""groups""#,
            "ru.json: format: unknown field",
        ),
        (r#""grouped_from": 4"#, r#""grouped_from": 0"#, "at least 1"),
        (r#""decimal": ",""#, r#""decimal": """#, "one mark"),
        (r#""1000""#, r#""2000""#, "\"2000\" is no power of ten"),
        ("0 тыс.", "тыс.", "format.compact: \"тыс.\" needs one `0`"),
        (r#""0 %""#, r#""00 %""#, "format.percent: \"00 %\" needs"),
        ("0 ¤", "0", "format.currency: one `¤`"),
        (
            r#""signs": {}"#,
            r#""signs": {"RUB": 1}"#,
            "1 is not a text",
        ),
        (
            r#""other": """#,
            r#""other": "n = 1""#,
            "plurals.other: has no",
        ),
        (r#", "other": """#, "", "plurals: `other` is missing"),
        (
            "i % 10 = 1",
            "x = 1",
            "plurals.one: \"x = 1\" is not a condition",
        ),
        ("i % 10 = 1", "i % x = 1", "plurals.one: \"i % x = 1\""),
        ("i % 10 = 1", "i", "plurals.one: \"i\""),
        ("2..4", "2..x", "plurals.few: \"i % 10 = 2..x\""),
    ] {
        assert!(RU.contains(from), "{from}");
        error(EN, &RU.replacen(from, to, 1), said);
    }
}

#[test]
fn the_reference_is_checked_too() {
    let en = |from, to| EN.replace(from, to);
    error(
        &en("{who}", "{n}"),
        RU,
        "locales/en.json: core.a.b: {n} is both a text and a figure",
    );
    error(
        &en("Low", "Low {n:figure}"),
        RU,
        "tier.low: texts of a family have no slots",
    );
    error(
        &en(r#"["tier"]"#, r#"["rung"]"#),
        RU,
        "the family rung must be in either core or more",
    );
    error(
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
