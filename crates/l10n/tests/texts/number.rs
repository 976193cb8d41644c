//! Numbers as people type them.

use l10n::figure::Figure;
use l10n::format::{Format, NumberError, TableFormat};
use proptest::prelude::*;

const EITHER: &[(&str, f64)] = &[
    ("0", 0.0),
    ("007", 7.0),
    ("12", 12.0),
    ("12.5", 12.5),
    ("12,5", 12.5),
    ("0,125", 0.125),
    ("0.125", 0.125),
    (".5", 0.5),
    (",5", 0.5),
    ("12.", 12.0),
    ("1 234,5", 1234.5),
    ("1 234.5", 1234.5),
    ("1 234,567", 1234.567),
    ("1,234.5", 1234.5),
    ("1.234,5", 1234.5),
    ("1,234,567", 1_234_567.0),
    ("1.234.567", 1_234_567.0),
    ("1,234,567.89", 1_234_567.89),
    ("1.234.567,89", 1_234_567.89),
    ("1\u{a0}234\u{a0}567,50\u{a0}₽", 1_234_567.5),
    ("1\u{202f}234,5", 1234.5),
    ("1\u{2009}234,5", 1234.5),
    ("1'234.5", 1234.5),
    ("1’234’567", 1_234_567.0),
    ("1234,567", 1234.567),
    ("12,34", 12.34),
    ("14 %", 14.0),
    ("14%", 14.0),
    ("$1,200.00", 1200.0),
    ("€ 35", 35.0),
    ("-12", -12.0),
    ("-$12", -12.0),
    ("\u{2212}12,5", -12.5),
    ("+3", 3.0),
    ("\t 42 \n", 42.0),
    ("1e3", 1000.0),
    ("1,5e3", 1500.0),
    ("2E-3", 0.002),
];

const REJECTED: &[&str] = &[
    "abc",
    "12a",
    "a12",
    "NaN",
    "nan",
    "inf",
    "-inf",
    "infinity",
    "1.2.3",
    "1,2,3",
    "1.234,5.6",
    "1,234.567,8",
    "1..2",
    "1,,2",
    ".",
    ",",
    "-",
    "+",
    "--1",
    "+-1",
    "1-2",
    "1 2",
    "12 34",
    "1 2345",
    "1234 567",
    "1 234'567",
    "1,23.4",
    "1.5 000",
    "1,234 567.8",
    "e5",
    "1e",
    "1e1e1",
    "1e999",
    "-1e999",
    "1e99999",
    "0x10",
    "1/2",
    "١٢",
    "12 руб",
    "5 %5",
    "1.-5",
    "1,+5",
    "1_000",
];

fn parse(text: &str, language: &str) -> Result<f64, NumberError> {
    (&TableFormat::new(language, "USD") as &dyn Format).parse_number(text)
}

#[test]
fn both_notations_are_understood_in_both_languages() {
    for (text, number) in EITHER {
        for language in ["en", "ru"] {
            assert_eq!(parse(text, language), Ok(*number), "{text:?} in {language}");
        }
    }
}

#[test]
fn huge_entries_are_numbers_all_the_same() {
    for (text, number) in [
        ("1e308", 1e308),
        ("9".repeat(40).as_str(), 1e40),
        ("1e-300", 1e-300),
    ] {
        let read = parse(text, "en").unwrap();
        assert!((read / number - 1.0).abs() < 1e-13, "{text} is {read}");
    }
    assert_eq!(parse(&"9".repeat(400), "en"), Err(NumberError::Unreadable));
    assert_eq!(parse(&format!("0,{}", "0".repeat(400)), "ru"), Ok(0.0));
}

#[test]
fn what_could_be_either_is_read_as_the_language_writes() {
    assert_eq!(parse("1,234", "en"), Ok(1234.0));
    assert_eq!(parse("1,234", "en-GB"), Ok(1234.0));
    assert_eq!(parse("1,234", "ru"), Ok(1.234));
    assert_eq!(parse("1.234", "en"), Ok(1.234));
    assert_eq!(parse("1.234", "ru"), Ok(1.234));
    assert_eq!(parse("-1,234", "en"), Ok(-1234.0));
}

#[test]
fn nothing_and_nonsense_are_told_apart() {
    for text in ["", " ", "\u{a0}", "%", " $ "] {
        assert_eq!(parse(text, "en"), Err(NumberError::Empty), "{text:?}");
    }
    for text in REJECTED {
        for language in ["en", "ru"] {
            assert_eq!(
                parse(text, language),
                Err(NumberError::Unreadable),
                "{text:?}"
            );
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        value in prop_oneof![-1e9..1e9f64, -1e4..1e4f64, -2.0..2.0f64],
        decimals in 0..=6u8,
        language in prop_oneof![Just("en"), Just("ru")],
    ) {
        let format = TableFormat::new(language, "RUB");
        let shown = format.figure(&Figure::number(value, decimals));
        let read = (&format as &dyn Format).parse_number(&shown).unwrap();
        prop_assert!((read - value).abs() <= 0.500_001 * 10f64.powi(-i32::from(decimals)) + value.abs() * 1e-15);
        prop_assert_eq!(format.figure(&Figure::number(read, decimals)), shown);
    }

    #[test]
    fn amounts_and_shares_are_read_back(cents in -1_000_000_000_000i64..1_000_000_000_000, language in prop_oneof![Just("en"), Just("ru")]) {
        let value = cents as f64 / 100.0;
        let format = TableFormat::new(language, "INR");
        let shown = format.figure(&Figure::money_exact(value));
        prop_assert_eq!((&format as &dyn Format).parse_number(&shown), Ok(value));
    }

    #[test]
    fn no_entry_is_too_strange(text in "[0-9.,'  eE%$₽+-]{0,12}|\\PC{0,12}") {
        for language in ["en", "ru", "", "-"] {
            if let Ok(number) = parse(&text, language) {
                prop_assert!(number.is_finite());
            }
        }
    }
}
