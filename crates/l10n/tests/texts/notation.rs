//! Numbers of a language that no file describes: the formatter knows none by name.

use l10n::figure::Figure;
use l10n::format::notation::{NOTATIONS, Notation, Operand, Operands, Relation};
use l10n::format::{Format, Plural, TableFormat};

/// Much as German, with Polish grouping, Japanese short forms and a rule on decimals.
const MIXED: Notation = Notation {
    language: "xx",
    decimal: ",",
    group: ".",
    grouped_from: 5,
    compact: &[(4, ("", "万")), (8, ("", "億"))],
    percent: ("%\u{a0}", ""),
    currency: ("", "\u{a0}¤"),
    signs: &[("EUR", "€")],
    plurals: &[
        (
            Plural::Two,
            &[&[relation(Operand::N, None, true, &[(2, 2)])]],
        ),
        (
            Plural::Few,
            &[
                &[
                    relation(Operand::V, None, true, &[(0, 0)]),
                    relation(Operand::I, Some(100), true, &[(3, 4), (13, 14)]),
                ],
                &[
                    relation(Operand::F, None, true, &[(50, 50)]),
                    relation(Operand::T, None, true, &[(5, 5)]),
                    relation(Operand::W, None, true, &[(1, 1)]),
                ],
            ],
        ),
        (
            Plural::Many,
            &[&[
                relation(Operand::E, None, true, &[(0, 0)]),
                relation(Operand::N, None, false, &[(0, 999)]),
                relation(Operand::I, Some(1_000_000), true, &[(0, 0)]),
            ]],
        ),
    ],
};

const fn relation(
    operand: Operand,
    modulus: Option<u64>,
    within: bool,
    ranges: &'static [(u64, u64)],
) -> Relation {
    Relation {
        operand,
        modulus,
        within,
        ranges,
    }
}

#[track_caller]
fn shows(figure: Figure, expected: &str) {
    assert_eq!(TableFormat::with(&MIXED, "EUR").figure(&figure), expected);
}

#[test]
fn numbers_follow_the_notation() {
    shows(Figure::integer(1234.0), "1234");
    shows(Figure::integer(12345.0), "12.345");
    shows(Figure::number(-1.25, 2), "-1,25");
    shows(Figure::count(1234.0), "1200");
    shows(Figure::count(123_456.0), "12万");
    shows(Figure::count(3e9), "30億");
    shows(Figure::share(0.125), "%\u{a0}13");
    shows(Figure::money(5e4), "5万\u{a0}€");
    shows(Figure::money_exact(-1.5), "-1,50\u{a0}€");
    assert_eq!(
        TableFormat::with(&MIXED, "XTS").figure(&Figure::money(7.0)),
        "7\u{a0}XTS"
    );
}

#[test]
fn words_follow_the_rules() {
    let format = TableFormat::with(&MIXED, "EUR");
    let category = |figure: Figure| format.plural(&figure);
    assert_eq!(category(Figure::integer(2.0)), Plural::Two);
    assert_eq!(category(Figure::number(2.5, 1)), Plural::Other);
    assert_eq!(category(Figure::integer(113.0)), Plural::Few);
    assert_eq!(category(Figure::number(3.1, 1)), Plural::Other);
    assert_eq!(category(Figure::money_exact(7.5)), Plural::Few);
    assert_eq!(category(Figure::integer(5e6)), Plural::Many);
    assert_eq!(category(Figure::integer(5e20)), Plural::Many);
    assert_eq!(category(Figure::integer(0.0)), Plural::Other);
    let half = Operands {
        whole: 0,
        decimals: 2,
        fraction: 50,
        kept_decimals: 1,
        kept_fraction: 5,
    };
    assert_eq!(MIXED.category(&half), Plural::Few);
}

#[test]
fn what_could_be_either_is_read_as_the_notation_groups() {
    let format = TableFormat::with(&MIXED, "EUR");
    assert_eq!((&format as &dyn Format).parse_number("1.234"), Ok(1234.0));
    assert_eq!((&format as &dyn Format).parse_number("1,234"), Ok(1.234));
    assert_eq!(format.language(), "xx");
}

#[test]
fn an_unknown_language_is_written_as_the_reference() {
    let [reference, ..] = &NOTATIONS;
    assert_eq!(reference.language, "en");
    assert_eq!(Notation::of("xx"), reference);
    assert_eq!(Notation::of(""), reference);
    assert_eq!(Notation::of("ru-KZ").language, "ru");
}
