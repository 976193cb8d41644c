//! What is taken away as files: complete, safe to open, and read back by the command line.

use l10n::format::TableFormat;
use l10n::text::{Catalog, Message};
use model::answer::answer as ask;
use model::{Tables, evaluate};
use proptest::prelude::*;
use serde_json::Value;
use service_level_calculator::present::Answer;
use service_level_calculator::present::card::card;
use service_level_calculator::present::chart_file::{Origin, chart_file};
use service_level_calculator::present::export::{
    Cell, Sheet, Writing, at_own_level, csv, json, sheets, xlsx,
};
use service_level_calculator::session::{
    Action, CustomerCount, DeliveredBy, Entries, Entry, Field, IDEA_FIELDS, Session,
};
use std::collections::BTreeMap;

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn after(actions: impl IntoIterator<Item = Action>) -> Session {
    let start = Session::new(Entries::start(tables(), "en"));
    let actions = actions.into_iter();
    actions.fold(start, |session, action| session.apply(action, tables()))
}

fn answer(actions: impl IntoIterator<Item = Action>) -> Answer {
    Answer::new(&after(actions), tables()).unwrap()
}

/// Writes as a language does.
fn in_language<T>(language: &str, write: impl FnOnce(&Writing<'_>) -> T) -> T {
    let catalog = Catalog::embedded(language).unwrap();
    let format = TableFormat::new(language, if language == "ru" { "RUB" } else { "USD" });
    write(&Writing {
        catalog: &catalog,
        format: &format,
    })
}

fn number(field: Field, value: f64) -> Action {
    Action::Number(field, Entry::Number(value))
}

fn origin() -> Origin {
    Origin {
        date: "2026-11-27".into(),
        address: "https://example.com/a&b/".into(),
    }
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(message) => in_language("en", |write| write.text(message)),
        Cell::Number(value) => value.to_string(),
    }
}

/// Records of RFC 4180, read without regard to how they are written.
fn records(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match (quoted, letter) {
            (true, '"') if letters.peek() == Some(&'"') => field.push(letters.next().unwrap()),
            (_, '"') => quoted = !quoted,
            (false, ',') => record.push(std::mem::take(&mut field)),
            (false, '\r') => assert_eq!(letters.peek(), Some(&'\n')),
            (false, '\n') => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            (_, letter) => field.push(letter),
        }
    }
    assert!(!quoted && field.is_empty() && record.is_empty());
    records
}

fn named(name: &str) -> Vec<Action> {
    vec![Action::AddIdea, Action::NameIdea(0, name.into())]
}

#[test]
fn no_text_of_the_users_is_taken_for_a_formula() {
    let evil = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\u{a0}=1",
        "＝1",
        "=\"a\",\"b\"",
        "a\r\n=1",
    ];
    for name in evil {
        let text = in_language("en", |write| {
            csv(&sheets(&answer(named(name)), tables()), write)
        });
        let records = records(&text);
        let row = records
            .iter()
            .find(|record| record[0] == "ideas.1.name")
            .unwrap();
        let first = row[2].trim_start().chars().next().unwrap();
        assert!(!"=+-@＝".contains(first), "{name:?}: {:?}", row[2]);
        assert_eq!(row[2].strip_prefix('\'').unwrap_or(&row[2]), name);
        assert_eq!(row.len(), 5);
    }
    // Numbers below zero are numbers.
    let text = in_language("en", |write| {
        let head = vec![Message::from("a")];
        let rows = vec![vec![Cell::Number(-1.5)]];
        csv(
            &[Sheet {
                name: Message::from("x"),
                head,
                rows,
            }],
            write,
        )
    });
    assert_eq!(text, "\u{feff}a\r\n-1.5\r\n");
}

#[test]
fn a_quotation_mark_is_doubled_and_a_comma_quoted() {
    let text = in_language("en", |write| {
        csv(&sheets(&answer(named("tea, \"green\"")), tables()), write)
    });
    assert!(text.contains(",\"tea, \"\"green\"\"\","), "{text}");
}

/// The numbers of an outcome by their path.
fn flat(path: &str, value: &Value, into: &mut BTreeMap<String, Option<f64>>) {
    let at = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                flat(&at(name), member, into);
            }
        }
        Value::Array(ends) if path.ends_with("band") => {
            flat(&at("low"), &ends[0], into);
            flat(&at("high"), &ends[1], into);
        }
        Value::Number(number) => {
            into.insert(path.into(), number.as_f64());
        }
        Value::Null => {
            into.insert(path.into(), None);
        }
        _ => {}
    }
}

#[test]
fn every_input_and_every_figure_of_the_outcome_is_there_with_its_unit() {
    let answer = answer([
        number(Field::Customers, 1234.5),
        Action::Rung("wow".into()),
        Action::AddIdea,
        Action::WhatIf(Some(50.0)),
    ]);
    let own = evaluate(&answer.entries.inputs(tables()), tables()).unwrap();
    let [inputs, results, curve] = sheets(&answer, tables());
    let find = |sheet: &Sheet, id: &str| -> Vec<Cell> {
        let row = sheet.rows.iter().find(|row| words(&row[0]) == id);
        row.unwrap_or_else(|| panic!("no {id}")).clone()
    };
    for field in Field::ALL
        .iter()
        .filter(|field| !IDEA_FIELDS.contains(field))
    {
        let row = find(&inputs, field.id());
        assert!(!words(&row[1]).is_empty());
        if !field.is_optional() {
            assert_eq!(
                row[2],
                Cell::Number(answer.number(*field, tables())),
                "{field:?}"
            );
            assert!(!words(&row[4]).is_empty(), "{field:?}: whose?");
        }
    }
    for field in IDEA_FIELDS {
        find(&inputs, &format!("ideas.1.{}", field.id()));
    }
    assert_eq!(words(&find(&inputs, "customers")[4]), "yours");
    assert_eq!(words(&find(&inputs, "cheque")[4]), "example");
    assert_eq!(words(&find(&inputs, "retention")[4]), "typical");
    assert_eq!(
        words(&find(&inputs, "parameters.advocates")[4]),
        "assumption"
    );
    for practice in tables().practices.iter() {
        find(&inputs, &format!("practices.{}", practice.id));
    }
    for parameter in tables().parameters.iter() {
        let row = find(&inputs, &format!("parameters.{}", parameter.id));
        assert!(!words(&row[3]).is_empty(), "{}", parameter.id);
    }
    let mut wanted = BTreeMap::new();
    flat("", &serde_json::to_value(&own).unwrap(), &mut wanted);
    assert!(wanted.len() > 40);
    for (path, value) in wanted {
        let row = find(&results, &path);
        match value {
            Some(value) => assert_eq!(row[2], Cell::Number(value), "{path}"),
            None => assert_eq!(words(&row[2]), "does not apply", "{path}"),
        }
        assert!(!words(&row[3]).is_empty(), "{path} has no unit");
        // A name, not an id.
        assert_ne!(words(&row[1]), path);
    }
    assert_eq!(curve.rows.len(), 101);
    let at = at_own_level(&answer);
    let row = &curve.rows[80];
    let flow = at.firm.yearly(80.0, at.firm.business.consistency);
    assert_eq!(row[2], Cell::Number(flow.loss()));
    assert_eq!(row[1], Cell::Number(at.firm.forgone(&at.best, 80.0)));
}

#[test]
fn a_workbook_is_one_and_its_numbers_are_numbers() {
    let name = "=HYPERLINK(\"x\") <&> \u{1} чай";
    let answer = answer(named(name));
    let sheets = sheets(&answer, tables());
    for language in ["en", "ru"] {
        let bytes = in_language(language, |write| xlsx(&sheets, write));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut read = |name: &str| {
            let mut text = String::new();
            // Reading to the end compares the checksum.
            let mut file = archive.by_name(name).unwrap();
            std::io::Read::read_to_string(&mut file, &mut text).unwrap();
            text
        };
        let types = read("[Content_Types].xml");
        let book = read("xl/workbook.xml");
        let relations = read("xl/_rels/workbook.xml.rels");
        for text in [
            &types,
            &book,
            &relations,
            &read("_rels/.rels"),
            &read("xl/styles.xml"),
        ] {
            roxmltree::Document::parse(text).unwrap();
        }
        for (place, sheet) in sheets.iter().enumerate() {
            let file = format!("worksheets/sheet{}.xml", place + 1);
            assert!(types.contains(&format!("/xl/{file}\"")));
            assert!(relations.contains(&format!("Target=\"{file}\"")));
            let text = read(&format!("xl/{file}"));
            let document = roxmltree::Document::parse(&text).unwrap();
            let of = |tag: &str| {
                let nodes = document
                    .descendants()
                    .filter(|node| node.has_tag_name((MAIN, tag)));
                nodes.collect::<Vec<_>>()
            };
            assert_eq!(of("row").len(), sheet.rows.len() + 1);
            assert!(of("f").is_empty());
            let shown: Vec<f64> = of("v")
                .iter()
                .map(|node| node.text().unwrap().parse().unwrap())
                .collect();
            let cells = sheet.rows.iter().flatten();
            let wanted: Vec<f64> = cells
                .filter_map(|cell| match cell {
                    Cell::Number(value) => Some(*value),
                    Cell::Text(_) => None,
                })
                .collect();
            assert_eq!(shown, wanted);
            if place == 0 {
                let texts = of("t");
                let name = name.replace('\u{1}', "");
                assert!(texts.iter().any(|node| node.text() == Some(&*name)));
            }
        }
    }
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

#[test]
fn parameters_of_ones_own_go_along_and_a_market_of_ones_own_is_refused() {
    let answer = answer([
        Action::Parameter("cost_exponent".into(), Some(2.0)),
        Action::Rung("wow".into()),
    ]);
    let text = in_language("en", |write| json(&answer, tables(), write)).unwrap();
    let told: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(told["parameters"]["cost_exponent"], 2.0);
    let mut own = tables().clone();
    own.segments.to_mut()[0].expected.value += 1.0;
    let id = own.segments[0].id.to_string();
    let mut session = Session::new(Entries::start(&own, "en"));
    session = session.apply(Action::Segment(id), &own);
    let answer = Answer::new(&session, &own).unwrap();
    assert_eq!(in_language("en", |write| json(&answer, &own, write)), None);
    for wrong in [
        "{\"parameters\":{\"x\":1}}",
        "{\"parameters\":{\"cost_exponent\":\"2\"}}",
    ] {
        let error = ask("outcome", wrong, tables()).unwrap_err();
        assert!(error.starts_with("parameters."), "{error}");
    }
}

/// A width that no letter exceeds in the fonts of systems, by the font's size.
const LETTER: f64 = 0.62;

fn stays_inside(svg: &str) {
    let document = roxmltree::Document::parse(svg).unwrap();
    let root = document.root_element();
    let size: Vec<f64> = root
        .attribute("viewBox")
        .unwrap()
        .split(' ')
        .map(|number| number.parse().unwrap())
        .collect();
    let texts = document
        .descendants()
        .filter(|node| node.tag_name().name() == "text");
    for node in texts {
        let number = |name| node.attribute(name).unwrap().parse::<f64>().unwrap();
        let (x, y, font) = (number("x"), number("y"), number("font-size"));
        let words = node.text().unwrap();
        let width = words.chars().count() as f64 * font * LETTER;
        let left = match node.attribute("text-anchor").unwrap() {
            "start" => x,
            "middle" => x - width / 2.0,
            _ => x - width,
        };
        let across = left >= 0.0 && left + width <= size[2];
        let down = y - font >= 0.0 && y + font / 3.0 <= size[3];
        assert!(across && down, "{words}: {left} {width} {y} in {size:?}");
    }
    // Nothing is fetched by it, and nothing of it needs a style sheet or a script.
    for banned in [
        "href", "<script", "<style", " style=", " class=", "url(http",
    ] {
        assert!(!svg.contains(banned), "{banned}");
    }
}

#[test]
fn both_sides_of_the_chart_are_told_apart_without_colours() {
    let answer = answer([Action::Rung("basic".into())]);
    let svg = in_language("en", |write| {
        chart_file(&answer, tables(), &origin(), write)
    });
    for wanted in [
        "url(#lost)",
        "url(#spent)",
        "lost by too little",
        "spent by too much",
        "2026-11-27",
        "https://example.com/a&amp;b/",
    ] {
        assert!(svg.contains(wanted), "{wanted} in {svg}");
    }
    let svg = in_language("en", |write| card(&answer, tables(), &origin(), write));
    assert!(svg.contains("viewBox=\"0 0 1200 630\"") && svg.contains("Too little"));
}

fn action() -> impl Strategy<Value = Action> {
    let some = |ids: Vec<String>| proptest::sample::select(ids);
    let segments: Vec<_> = tables()
        .segments
        .iter()
        .map(|row| row.id.to_string())
        .collect();
    let tiers: Vec<_> = tables()
        .tiers
        .iter()
        .map(|row| row.id.to_string())
        .collect();
    let rungs: Vec<_> = tables()
        .ladder
        .iter()
        .map(|row| row.id.to_string())
        .collect();
    let parameters = tables().parameters.iter();
    let parameters: Vec<_> = parameters
        .map(|row| (row.id.to_string(), row.range))
        .collect();
    prop_oneof![
        some(segments).prop_map(Action::Segment),
        some(tiers).prop_map(Action::Tier),
        some(rungs).prop_map(Action::Rung),
        proptest::sample::select(vec!["USD", "RUB", "EUR"])
            .prop_map(|code| Action::Currency(code.into())),
        (proptest::sample::select(Field::ALL.to_vec()), 0.0..1.0_f64).prop_map(|(field, share)| {
            let range = field.range(tables()).unwrap();
            let (min, max) = range.slider;
            let (min, max) = (min.max(range.min), max.min(range.max));
            let value = min + (max - min) * share;
            number(
                field,
                if field.is_whole() {
                    value.round()
                } else {
                    value
                },
            )
        }),
        proptest::sample::select(vec![
            DeliveredBy::Rung,
            DeliveredBy::Practices,
            DeliveredBy::Measured,
            DeliveredBy::Level
        ])
        .prop_map(Action::By),
        proptest::sample::select(vec![CustomerCount::Month, CustomerCount::Turnover])
            .prop_map(Action::Count),
        (0..10_usize, 0..=4_u8).prop_map(|(at, answer)| Action::Practice(at, Some(answer))),
        (0..5_usize, 0..3_u8).prop_map(|(at, half)| Action::Sign(at, Some(f64::from(half) / 2.0))),
        (proptest::sample::select(parameters), 0.0..=1.0_f64).prop_map(|((id, range), share)| {
            Action::Parameter(id, Some(range.low + (range.high - range.low) * share))
        }),
        (0.0..100.0_f64).prop_map(|level| Action::WhatIf(Some(level))),
        Just(Action::AddIdea),
        ".{0,40}".prop_map(|name| Action::NameIdea(0, name)),
    ]
}

/// Equal but for the last digits: shares are written in percent, and customers a month counted a year.
fn same(got: &Value, wanted: &Value) -> Result<(), TestCaseError> {
    match (got, wanted) {
        (Value::Object(got), Value::Object(wanted)) => {
            prop_assert!(got.keys().eq(wanted.keys()));
            for (key, value) in wanted {
                same(&got[key], value)?;
            }
        }
        (Value::Array(got), Value::Array(wanted)) => {
            prop_assert_eq!(got.len(), wanted.len());
            for (got, wanted) in got.iter().zip(wanted) {
                same(got, wanted)?;
            }
        }
        (Value::Number(got), Value::Number(wanted)) => {
            let (got, wanted) = (got.as_f64().unwrap(), wanted.as_f64().unwrap());
            prop_assert!(
                (got - wanted).abs() <= 1e-6 * wanted.abs().max(1e-3),
                "{got} {wanted}"
            );
        }
        _ => prop_assert_eq!(got, wanted),
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::fixed::cases(200))]

    #[test]
    fn what_is_taken_away_as_json_has_the_same_outcome_on_the_command_line(
        actions in proptest::collection::vec(action(), 0..20)
    ) {
        let answer = answer(actions);
        let entries = &answer.entries;
        let wanted = evaluate(&entries.inputs(tables()), &entries.tables(tables())).unwrap();
        let text = in_language("ru", |write| json(&answer, tables(), write)).unwrap();
        let got: Value = serde_json::from_str(&ask("outcome", &text, tables()).unwrap()).unwrap();
        // Through text too, so that both have been read from one.
        let wanted = serde_json::to_string(&wanted).unwrap();
        let wanted: Value = serde_json::from_str(&wanted).unwrap();
        same(&got, &wanted)?;
    }

    #[test]
    fn no_picture_has_words_outside(actions in proptest::collection::vec(action(), 0..20)) {
        let answer = answer(actions);
        for language in ["en", "ru"] {
            in_language(language, |write| {
                stays_inside(&chart_file(&answer, tables(), &origin(), write));
                stays_inside(&card(&answer, tables(), &origin(), write));
            });
        }
    }
}
