//! Whatever bytes a file of sales has, there is an answer or an error, and no panic; what is read
//! does not depend on how it is written.

use proptest::prelude::*;
use service_level_model::sales::{
    Choices, Columns, Customer, DateOrder, Day, DecimalSign, Money, Purchases, Sale, SalesError,
    read,
};
use std::fmt::Write;

fn choices() -> impl Strategy<Value = Choices> {
    let columns = prop_oneof![0..5_usize, Just(usize::MAX)];
    let columns =
        (columns.clone(), columns.clone(), columns).prop_map(|(customer, date, amount)| Columns {
            customer,
            date,
            amount,
        });
    let order = prop_oneof![
        Just(DateOrder::DayFirst),
        Just(DateOrder::MonthFirst),
        Just(DateOrder::YearFirst)
    ];
    let decimal = prop_oneof![Just(DecimalSign::Comma), Just(DecimalSign::Point)];
    (
        prop::option::of(columns),
        prop::option::of(order),
        prop::option::of(decimal),
        any::<bool>(),
    )
        .prop_map(|(columns, date_order, decimal, leave_out)| Choices {
            columns,
            date_order,
            decimal,
            leave_out,
        })
}

/// Reads, and asks for all figures of what could be read.
fn survives(file: &[u8], choices: &Choices) {
    match read(file, choices) {
        Ok((purchases, reading)) => {
            assert!(reading.rows > 0);
            let change = purchases.span().map(|(first, _)| first.plus(600));
            if let Ok(figures) = purchases.figures(change) {
                assert!(figures.customers > 0 && figures.days >= 365);
                assert!(
                    figures.purchases >= 1.0 && figures.cheque > 0.0 && figures.cheque.is_finite()
                );
                if let Some(kept) = figures.retention {
                    let [low, high] = kept.likely;
                    assert!(0.0 <= low && low <= kept.value && kept.value <= high && high <= 1.0);
                    assert!(kept.half_width().is_finite());
                }
            }
        }
        Err(error) => {
            assert_eq!(error.to_string().lines().count(), 1, "{error}");
            if let SalesError::Rows { faults, count } = error {
                assert!(!faults.is_empty() && faults.len() <= count);
            }
        }
    }
}

/// Pieces of which files of sales consist, and pieces that they should not have.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            ";", ",", "\t", "\n", "\r\n", "\r", "\"", "\"\"", " ", "-", "(", ")", ".", "'", "$", "₽", "E+10", "тыс.",
            "\u{a0}", "\u{202f}", "\u{feff}", "sep=;\n", "Итого", "Customer", "Date", "Amount", "Клиент;Дата;Сумма\n",
            "customer,date,amount\n", "PK\u{3}\u{4}",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        4 => prop::sample::select(vec![
            "2024-01-15", "15.01.2024", "01/15/2024", "1/2/24", "24-01-02", "20240115", "15 Jan 2024", "31.02.2024",
            "2024-01-15T12:34:56Z", "12,50", "12.50", "1,500", "1.500", "1 234,56", "(5)", "-5", "1e300", "0", "c1", "c2",
            "Анна", "+7 916 123-45-67", "c1;2023-01-15;5\n", "c1;2024-06-15;5\n", "c2,2025-01-15,7\n",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..8),
        1 => any::<String>().prop_map(String::into_bytes),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// An amount of hundredths, as written in one of several ways.
fn written_amount(hundredths: i64, way: usize) -> String {
    let (units, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let sign = if hundredths < 0 { "-" } else { "" };
    let grouped = |separator: &str| {
        if units >= 1000 {
            format!("{}{separator}{:03}", units / 1000, units % 1000)
        } else {
            units.to_string()
        }
    };
    match way {
        0 => format!("{sign}{units}.{rest:02}"),
        1 => format!("{sign}{},{rest:02}", grouped(".")),
        2 => format!("{sign}${}.{rest:02}", grouped(",")),
        3 => format!("{sign}{},{rest:02} ₽", grouped("\u{a0}")),
        4 => format!("{}.{rest:02} CHF{sign}", grouped("'")),
        _ if hundredths < 0 => format!("({units},{rest:02})"),
        _ => format!("{units},{rest:02}"),
    }
}

fn written_date(day: Day, way: usize) -> String {
    let iso = day.to_string();
    let mut parts = iso.split('-');
    let mut part = || parts.next().unwrap();
    let (year, month, day) = (part(), part(), part());
    match way {
        0 => iso.clone(),
        1 => format!("{day}.{month}.{year}"),
        2 => format!("{month}/{day}/{year} 1:45 PM"),
        3 => format!("{year}{month}{day}"),
        4 => format!("{day}.{month}.{}", year.split_at(2).1),
        _ => format!("{iso}T23:45:00+03:00"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(file in prop::collection::vec(any::<u8>(), 0..400), choices in choices()) {
        survives(&file, &choices);
    }

    #[test]
    fn any_text_is_survived(file in "\\PC{0,80}", choices in choices()) {
        survives(file.as_bytes(), &choices);
    }

    #[test]
    fn any_pieces_of_files_are_survived(file in pieces(), choices in choices()) {
        survives(&file, &choices);
        survives(&file, &Choices::default());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_does_not_depend_on_how_it_is_written(
        rows in prop::collection::vec((0..20_u32, 0..1000_i32, -999_999..9_999_999_i64), 1..60),
        amounts in 0..6_usize,
        dates in 0..6_usize,
        separator in prop::sample::select(vec![";", ",", "\t", "|"]),
        ending in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        headed in any::<bool>(),
    ) {
        let first = Day::from_iso("2022-01-20").unwrap();
        // A row whose day is above 12, so that the file tells its order; two hundredths, so that it
        // tells its decimal sign; two rows of it, so that customers recur.
        let fixed = [(0, 0, 150), (0, 0, 275), (1, 5, 500)];
        let rows: Vec<_> = fixed.into_iter().chain(rows).collect();
        let mut file = String::new();
        if headed {
            write!(file, "Клиент{separator}Дата{separator}Сумма{ending}").unwrap();
        }
        let mut sales = Vec::new();
        for (customer, after, hundredths) in rows {
            let (name, day) = (format!("клиент \"{customer}\""), first.plus(after));
            let (date, amount) = (written_date(day, dates), written_amount(hundredths, amounts));
            let name_cell = name.replace('"', "\"\"");
            write!(file, "\"{name_cell}\"{separator}\"{date}\"{separator}\"{amount}\"{ending}").unwrap();
            sales.push(Sale {
                customer: Customer::of(&name).unwrap(),
                day,
                amount: Money::from_number(hundredths as f64 / 100.0).unwrap(),
            });
        }
        match read(file.as_bytes(), &Choices::default()) {
            Ok((purchases, _)) => prop_assert_eq!(purchases, Purchases::of(sales)),
            Err(error) => prop_assert!(false, "{}\n{}", error, file),
        }
    }
}
