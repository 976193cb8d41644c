#![allow(clippy::unwrap_used)]

use super::*;
use DecimalSign::{Comma, Point};

/// Millionths with a decimal comma and with a decimal point.
fn both(text: &str) -> (Option<i64>, Option<i64>) {
    let read = Written::read(text).unwrap_or_else(|fault| panic_with(text, fault));
    let parts = |money: Option<Money>| money.map(Money::millionths);
    (parts(read.with_comma), parts(read.with_point))
}

#[allow(clippy::panic)]
fn panic_with(text: &str, fault: NoAmount) -> Written {
    panic!("{text:?}: {fault:?}")
}

fn parts(units: f64) -> Option<i64> {
    Money::from_number(units).map(Money::millionths)
}

#[test]
fn amounts_that_read_alike_everywhere() {
    for (text, units) in [
        ("0", 0.0),
        ("1234", 1234.0),
        (" 007 ", 7.0),
        ("1 234", 1234.0),
        ("1\u{A0}234\u{202F}567", 1_234_567.0),
        ("1'234", 1234.0),
        ("1’234’567", 1_234_567.0),
        ("$1234", 1234.0),
        ("1234 $", 1234.0),
        ("US$ 1234", 1234.0),
        ("15 000 руб.", 15_000.0),
        ("15000р.", 15_000.0),
        ("15 000 ₽", 15_000.0),
        ("RUB 15000", 15_000.0),
        ("Rs. 500", 500.0),
        ("Rs.500", 500.0),
        ("-5", -5.0),
        ("−5", -5.0),
        ("– 5", -5.0),
        ("5-", -5.0),
        ("(5)", -5.0),
        ("($5)", -5.0),
        ("$(5)", -5.0),
        ("-$5", -5.0),
        ("$-5", -5.0),
        ("- 1 500 ₽", -1500.0),
        ("+5", 5.0),
        ("12.-", 12.0),
        ("12,-", 12.0),
        ("CHF 12.--", 12.0),
        ("12,- €", 12.0),
        ("-12,- €", -12.0),
        ("12 тыс.", 12_000.0),
        ("12 тыс. руб.", 12_000.0),
        ("5k", 5_000.0),
        ("\u{200E}12", 12.0),
        ("１２", 12.0),
        ("١٢", 12.0),
        ("1.5e3", 1500.0),
        ("1,5E+03", 1500.0),
        ("-1.4210854715202004e-14", 0.0),
        ("1000000000000", 1e12),
    ] {
        assert_eq!(both(text), (parts(units), parts(units)), "{text}");
    }
}

#[test]
fn amounts_that_show_their_decimal_sign() {
    for (text, units) in [
        ("12,5", 12.5),
        ("12,50", 12.5),
        ("0,125", 0.125),
        (",5", 0.5),
        ("1.234,56", 1234.56),
        ("1.234.567", 1_234_567.0),
        ("1 234,567", 1234.567),
        ("1234,567", 1234.567),
        ("1 234,50 ₽", 1234.5),
        ("1'234,50", 1234.5),
        ("-0,01", -0.01),
        ("12,3456", 12.3456),
    ] {
        assert_eq!(both(text), (parts(units), None), "{text}");
        let swapped: String = text
            .chars()
            .map(|c| match c {
                ',' => '.',
                '.' => ',',
                other => other,
            })
            .collect();
        assert_eq!(both(&swapped), (None, parts(units)), "{swapped}");
    }
    assert_eq!(both("1,00,000"), (None, parts(100_000.0)));
    assert_eq!(both("12,34,567.5"), (None, parts(1_234_567.5)));
    assert_eq!(both("1.2k"), (None, parts(1200.0)));
    assert_eq!(both("12.345678901"), (None, Some(12_345_679)));
    assert_eq!(both("30.299999999999997"), (None, parts(30.3)));
}

#[test]
fn amounts_that_can_be_read_in_two_ways() {
    assert_eq!(both("1,500"), (parts(1.5), parts(1500.0)));
    assert_eq!(both("$1.500"), (parts(1500.0), parts(1.5)));
    assert_eq!(both("(12,345)"), (parts(-12.345), parts(-12_345.0)));
    assert_eq!(both("12."), (None, parts(12.0)), "a point without decimals");
}

#[test]
fn what_is_no_amount_is_refused() {
    for text in [
        "",
        " ",
        "-",
        "$",
        "руб.",
        ".",
        ",",
        "abc",
        "12 abc",
        "12 шт",
        "5 kg",
        "1.2.3",
        "1,2,3",
        "1..2",
        "1,,2",
        "12 34",
        "1 2345",
        "1  234",
        "--5",
        "-(5)",
        "((5))",
        "-5-",
        "(5",
        "5)",
        "1'23",
        "0,123,456",
        "1,234.567,8",
        "2024-01-15",
        "15.01.2024",
        "15/01/2024",
        "12:30",
        "50 %",
        "0x10",
        "1e",
        "e5",
        "NaN",
        "inf",
        "1_000",
        "#REF!",
        "1 234 56",
        "1,23,45",
        "½",
    ] {
        assert_eq!(Written::read(text), Err(NoAmount::Form), "{text}");
    }
    let endless = "9".repeat(100_000);
    for text in [
        "1000000000000.01",
        "1e13",
        "-2e300",
        &endless,
        "9999999999 тыс.",
    ] {
        assert_eq!(Written::read(text), Err(NoAmount::TooLarge), "{text}");
    }
}

fn decide(
    texts: &[&str],
    answer: Option<DecimalSign>,
) -> Result<Option<DecimalSign>, (u32, String)> {
    let mut evidence = Evidence::default();
    for (line, text) in (1..).zip(texts) {
        evidence.add(Written::read(text).unwrap(), line, text);
    }
    evidence.decide(answer)
}

#[test]
fn the_whole_file_decides_the_decimal_sign() {
    for (texts, expected) in [
        (&["100", "250"][..], None),
        (&["1,500", "12,5"], Some(Comma)),
        (&["1,500", "12.5"], Some(Point)),
        (&["1.500", "1.234,50"], Some(Comma)),
        (&["1,500", "0,125"], Some(Comma)),
        (&["1,500", "1,234,567"], Some(Point)),
        // Thousands, next to hundreds without a separator.
        (&["1,500", "950"], Some(Point)),
        (&["1.500", "950", "12.000"], Some(Comma)),
        // Each can be read in one way only.
        (&["12,5", "12.5"], None),
    ] {
        assert_eq!(decide(texts, None), Ok(expected), "{texts:?}");
    }
}

#[test]
fn what_the_file_does_not_tell_is_asked() {
    for (texts, line, text) in [
        (&["1,500", "2,000"][..], 1, "1,500"),
        (&["1500", "1,500", "2,000"], 2, "1,500"),
        (&["1,500", "1.500", "5"], 1, "1,500"),
        (&["12,5", "12.5", "1,500"], 3, "1,500"),
    ] {
        assert_eq!(
            decide(texts, None),
            Err((line, text.to_owned())),
            "{texts:?}"
        );
        assert_eq!(decide(texts, Some(Comma)), Ok(Some(Comma)));
    }
    // An answer does not outvote what the file tells by itself.
    let read = Written::read("12.50").unwrap();
    assert_eq!(read.money(Comma), Money::from_number(12.5).unwrap());
}
