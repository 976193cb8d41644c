//! Files of sales as tills, booking systems, shops and bookkeeping write them, each with what must
//! be read from it.

use service_level_model::sales::{
    Choices, Columns, Customer, DateOrder, Day, DecimalSign, Encoding, Holds, Money, Purchases,
    Question, Reading, Reason, Sale, SalesError, read,
};

fn purchases(sales: &[(&str, &str, f64)]) -> Purchases {
    let sale = |(customer, day, amount): &(&str, &str, f64)| Sale {
        customer: Customer::of(customer).unwrap(),
        day: Day::from_iso(day).unwrap(),
        amount: Money::from_number(*amount).unwrap(),
    };
    Purchases::of(sales.iter().map(sale).collect())
}

/// What all the files below say.
fn anna_and_boris() -> Purchases {
    purchases(&[
        ("Анна", "2024-01-15", 1250.5),
        ("Борис", "2024-01-16", 700.0),
        ("Анна", "2025-02-03", -50.0),
        ("Анна", "2025-02-03", 300.25),
    ])
}

fn reads(file: &str) -> (Purchases, Reading) {
    read(file.as_bytes(), &Choices::default()).unwrap_or_else(|error| panic!("{error}\n{file}"))
}

/// Bytes of a text in Windows-1251.
fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        'А'..='я' => u8::try_from(u32::from(c) - u32::from('А') + 0xC0).unwrap(),
        'Ё' => 0xA8,
        'ё' => 0xB8,
        '№' => 0xB9,
        '\u{A0}' => 0xA0,
        _ => u8::try_from(c).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn files_of_every_separator_sign_and_order_say_the_same() {
    for file in [
        "customer,date,amount\nАнна,2024-01-15,1250.50\nБорис,2024-01-16,700\nАнна,2025-02-03,-50\nАнна,2025-02-03,300.25\n",
        // Russian bookkeeping: title lines, surplus columns, no-break spaces, a sum at the end.
        "Отчёт о продажах\n\nПериод: 01.01.2024 - 31.12.2025\n№;Дата;Документ;Контрагент;Сумма, руб.\n1;15.01.2024 13:45:00;Чек 17;Анна;1\u{a0}250,50\n2;16.01.2024 09:00:00;Чек 18;Борис;700,00\n3;03.02.2025 10:00:00;Возврат;Анна;-50,00\n4;03.02.2025 10:05:00;Чек 19;Анна;300,25\nИтого;;;;2\u{a0}200,75\n",
        // American: month first, quotes, thousands, parentheses for refunds, AM and PM.
        "\u{feff}\"Order ID\",\"Total\",\"Created At\",\"Client\"\r\n\"17\",\"$1,250.50\",\"1/15/2024 1:45 PM\",\"Анна\"\r\n\"18\",\"$700.00\",\"1/16/2024 9:00 AM\",\"Борис\"\r\n\"19\",\"($50.00)\",\"2/3/2025 10:00 AM\",\"Анна\"\r\n\"20\",\"$300.25\",\"2/3/2025 10:05 AM\",\"Анна\"\r\n",
        // Tabs, old line ends, decimal comma, signs after amounts.
        "Клиент\tДата\tИтого\rАнна\t15.01.2024\t1250,5 ₽\rБорис\t16.01.2024\t700 ₽\rАнна\t03.02.2025\t-50 ₽\rАнна\t03.02.2025\t300,25 ₽",
        // Without headings, in another order.
        "15/01/2024;1.250,50;Анна\n16/01/2024;700,00;Борис\n03/02/2025;-50,00;Анна\n03/02/2025;300,25;Анна\n",
        // Quoted line breaks, doubled quotes and separators in a surplus column; blank lines.
        "Client,Comment,Date,Sum\nАнна,\"said \"\"thanks\"\",\nand left\",2024-01-15,1250.50\n\n\nБорис,,2024-01-16,700.00\nАнна,\"a,b;c\",2025-02-03,-50.00\n\nАнна,,2025-02-03,300.25\n\n",
        // Excel's line, apostrophes as thousands, a minus after the amount.
        "sep=|\nАнна|15-Jan-24|CHF 1'250.50\nБорис|16-Jan-24|CHF 700.00\nАнна|3-Feb-25|CHF 50.00-\nАнна|3-Feb-25|CHF 300.25\n",
        // Two-digit years, U+2212 for a minus, U+202F between thousands.
        "дата;клиент;сумма\n15.01.24;Анна;1\u{202f}250,50\n16.01.24;Борис;700\n03.02.25;Анна;\u{2212}50\n03.02.25;Анна;300,25\n",
        // Headings repeated where files of several months are joined; rows of separators only.
        "Дата,Клиент,Сумма\n2024-01-15,анна,\"1250,5\"\n,,\n2024-01-16,БОРИС,700\nДата,Клиент,Сумма\n2025-02-03,Анна ,-50\n2025-02-03, Анна,\"300,25\"\n",
    ] {
        let (read, _) = reads(file);
        assert_eq!(read, anna_and_boris(), "{file}");
    }
}

#[test]
fn a_till_in_windows_1251_is_read_and_says_so() {
    let file = "Дата;Клиент;№ чека;Сумма\n15.01.2024;Анна;1;1\u{a0}250,50\n16.01.2024;Борис;2;700,00\n\
                03.02.2025;Анна;3;250,25\n";
    let (read, reading) = read(&windows_1251(file), &Choices::default()).unwrap();
    assert_eq!(read, anna_and_boris());
    assert_eq!(reading.encoding, Encoding::Windows1251);
    assert_eq!(
        reading.headings,
        Some(["Клиент", "Дата", "Сумма"].map(str::to_owned))
    );
    assert_eq!(
        reading.columns,
        Columns {
            customer: 1,
            date: 0,
            amount: 3
        }
    );
}

#[test]
fn a_western_shop_in_windows_1252_is_read() {
    let file =
        b"Customer;Date;Amount\nM\xFCller;15.01.2024;\x80 12,50\nM\xFCller;16.01.2024;\x80 7,00\n";
    let (read, reading) = read(file, &Choices::default()).unwrap();
    let expected = [
        ("Müller", "2024-01-15", 12.5),
        ("müller", "2024-01-16", 7.0),
    ];
    assert_eq!(
        (read, reading.encoding),
        (purchases(&expected), Encoding::Windows1252)
    );
}

#[test]
fn a_spreadsheet_s_unicode_text_is_read() {
    let text = "Client\tDate\tSum\r\nАнна\t2024-01-15\t1250,5\r\n";
    let bytes = text.encode_utf16().flat_map(u16::to_le_bytes);
    let file: Vec<u8> = [0xFF, 0xFE].into_iter().chain(bytes).collect();
    let (read, reading) = read(&file, &Choices::default()).unwrap();
    assert_eq!(read, purchases(&[("Анна", "2024-01-15", 1250.5)]));
    assert_eq!(
        (reading.encoding, reading.separator),
        (Encoding::Utf16, '\t')
    );
}

#[test]
fn the_reading_tells_how_it_was_decided() {
    let (_, reading) = reads(
        "Client;Date;Sum\nAnna;13/04/2024;1.500\nGuest;14/04/2024;9\nAnna;1/5/2024;12,5\nTotal;;1521,5\n",
    );
    assert_eq!(
        reading,
        Reading {
            encoding: Encoding::Utf8,
            separator: ';',
            columns: Columns {
                customer: 0,
                date: 1,
                amount: 2
            },
            headings: Some(["Client", "Date", "Sum"].map(str::to_owned)),
            date_order: Some(DateOrder::DayFirst),
            decimal: Some(DecimalSign::Comma),
            rows: 2,
            without_customer: 1,
            totals: 1,
            unreadable: 0,
        }
    );
}

fn asked(file: &str, choices: &Choices) -> Question {
    match read(file.as_bytes(), choices) {
        Err(SalesError::Ask(question)) => question,
        other => panic!("{other:?}\n{file}"),
    }
}

#[test]
fn an_order_of_dates_that_nothing_tells_is_asked_and_answered() {
    let file = "client,date,sum\nAnna,03/03/2024,5\nAnna,03/04/2024,5\nBob,11/12/2024,7\n";
    let mut choices = Choices::default();
    let question = asked(file, &choices);
    let (line, written) = (3, "03/04/2024".to_owned());
    let orders = vec![DateOrder::DayFirst, DateOrder::MonthFirst];
    assert_eq!(
        question,
        Question::DateOrder {
            line,
            written,
            choices: orders
        }
    );
    for (order, days) in [
        (
            DateOrder::DayFirst,
            ["2024-03-03", "2024-04-03", "2024-12-11"],
        ),
        (
            DateOrder::MonthFirst,
            ["2024-03-03", "2024-03-04", "2024-11-12"],
        ),
    ] {
        choices.date_order = Some(order);
        let expected = [
            ("Anna", days[0], 5.0),
            ("Anna", days[1], 5.0),
            ("Bob", days[2], 7.0),
        ];
        let (read, reading) = read(file.as_bytes(), &choices).unwrap();
        assert_eq!(
            (read, reading.date_order),
            (purchases(&expected), Some(order))
        );
    }
}

#[test]
fn thousands_or_decimals_that_nothing_tells_are_asked_and_answered() {
    let file = "client;date;sum\nAnna;2024-01-15;1,500\nBob;2024-01-16;12,750\n";
    let mut choices = Choices::default();
    let question = asked(file, &choices);
    let (line, written) = (2, "1,500".to_owned());
    let signs = [DecimalSign::Comma, DecimalSign::Point];
    assert_eq!(
        question,
        Question::Decimal {
            line,
            written,
            choices: signs
        }
    );
    for (sign, amounts) in [(signs[0], [1.5, 12.75]), (signs[1], [1500.0, 12_750.0])] {
        choices.decimal = Some(sign);
        let expected = [
            ("Anna", "2024-01-15", amounts[0]),
            ("Bob", "2024-01-16", amounts[1]),
        ];
        assert_eq!(
            read(file.as_bytes(), &choices).unwrap().0,
            purchases(&expected)
        );
    }
}

#[test]
fn columns_that_nothing_tells_are_asked_and_answered() {
    for (file, headings, found) in [
        (
            "Товар;Дата;Сумма\nA;2024-01-15;5\nB;2024-01-16;7\n",
            Some(["Товар", "Дата", "Сумма"]),
            (None, Some(1), Some(2)),
        ),
        (
            "who;when;how much\nA;2024-01-15;5\nB;2024-01-16;7\n",
            Some(["who", "when", "how much"]),
            (None, Some(1), None),
        ),
        (
            "17;2024-01-15;5\n18;2024-01-16;7\n",
            None,
            (None, Some(1), None),
        ),
    ] {
        let Question::Columns {
            columns,
            found: by_itself,
        } = asked(file, &Choices::default())
        else {
            panic!("{file}");
        };
        assert_eq!(
            (by_itself.customer, by_itself.date, by_itself.amount),
            found,
            "{file}"
        );
        let seen: Option<Vec<String>> = columns
            .iter()
            .map(|column| column.heading.clone())
            .collect();
        assert_eq!(
            seen,
            headings.map(|texts| texts.map(str::to_owned).to_vec())
        );
        assert_eq!(
            (columns[1].holds, columns[2].holds),
            (Holds::Dates, Holds::Numbers)
        );
        let columns = Some(Columns {
            customer: 0,
            date: 1,
            amount: 2,
        });
        let (read, reading) = read(
            file.as_bytes(),
            &Choices {
                columns,
                ..Choices::default()
            },
        )
        .unwrap();
        assert_eq!(
            (reading.rows, reading.headings.is_some()),
            (2, headings.is_some()),
            "{file}"
        );
        assert_eq!(
            read.span(),
            Day::from_iso("2024-01-15").zip(Day::from_iso("2024-01-16"))
        );
    }
}

#[test]
fn chosen_columns_go_before_headings() {
    let file = "customer;date;amount;till\nAnna;2024-01-15;5;A\nBob;2024-01-16;7;A\n";
    let columns = Some(Columns {
        customer: 3,
        date: 1,
        amount: 2,
    });
    let (read, _) = read(
        file.as_bytes(),
        &Choices {
            columns,
            ..Choices::default()
        },
    )
    .unwrap();
    assert_eq!(
        read,
        purchases(&[("A", "2024-01-15", 5.0), ("A", "2024-01-16", 7.0)])
    );
}

/// The lines and reasons of the rows for which a file is refused.
fn faults(file: &str) -> Vec<(u32, Reason)> {
    match read(file.as_bytes(), &Choices::default()) {
        Err(SalesError::Rows { faults, .. }) => faults
            .into_iter()
            .map(|fault| (fault.line, fault.reason))
            .collect(),
        other => panic!("{other:?}\n{file}"),
    }
}

#[test]
fn rows_that_cannot_be_read_are_refused_with_line_and_reason() {
    let text = str::to_owned;
    for (rows, line, reason) in [
        ("Anna;;5", 3, Reason::NoDate),
        ("Anna;soon;5", 3, Reason::NotADate(text("soon"))),
        (
            "Anna;31.11.2024;5",
            3,
            Reason::NoSuchDay(text("31.11.2024")),
        ),
        (
            "Anna;15.01.0024;5",
            3,
            Reason::NoSuchDay(text("15.01.0024")),
        ),
        ("Anna;16.01.2024;", 3, Reason::NoAmount),
        (
            "Anna;16.01.2024",
            3,
            Reason::TooFewCells {
                found: 2,
                needed: 3,
            },
        ),
        ("Anna;16.01.2024;free", 3, Reason::NotAnAmount(text("free"))),
        ("Anna;16.01.2024;1e99", 3, Reason::TooLarge(text("1e99"))),
        (
            "Anna;16.01.2024;5;7",
            3,
            Reason::TooManyCells {
                found: 4,
                expected: 3,
            },
        ),
        ("7,92E+10;16.01.2024;5", 3, Reason::Shortened),
        ("Anna;01/16/2024;5", 3, Reason::OtherOrder(2)),
        ("\nAnna;16.01.2024;\"5", 4, Reason::OpenQuote),
        (
            "\r\n\r\nAnna;16.01.2024;x",
            5,
            Reason::NotAnAmount(text("x")),
        ),
    ] {
        let file = format!("client;date;sum\nAnna;15.01.2024;5\n{rows}\n");
        assert_eq!(faults(&file), [(line, reason)], "{rows}");
    }
    // An unquoted decimal comma makes a row longer than its headings.
    let file = "client,date,sum\nAnna,2024-01-15,12,50\n";
    let [(2, reason)] = &faults(file)[..] else {
        panic!("{file}");
    };
    assert_eq!(
        *reason,
        Reason::TooManyCells {
            found: 4,
            expected: 3
        }
    );
}

#[test]
fn the_first_ten_faults_are_named_and_all_are_counted() {
    let file = format!(
        "client;date;sum\n{}Bob;2024-01-15;7\n",
        "Anna;x;5\n".repeat(40)
    );
    let error = read(file.as_bytes(), &Choices::default()).unwrap_err();
    let SalesError::Rows { faults, count } = &error else {
        panic!("{error}");
    };
    assert_eq!((faults.len(), *count), (10, 40));
    let said = error.to_string();
    assert!(
        said.starts_with("line 2: \"x\" is not a date; line 3:"),
        "{said}"
    );
    assert!(said.ends_with("; and 30 more rows"), "{said}");
    let leave_out = Choices {
        leave_out: true,
        ..Choices::default()
    };
    let (read, reading) = read(file.as_bytes(), &leave_out).unwrap();
    assert_eq!(read, purchases(&[("Bob", "2024-01-15", 7.0)]));
    assert_eq!((reading.rows, reading.unreadable), (1, 40));
}

#[test]
fn files_that_hold_no_sales_are_refused() {
    let refused = |file: &[u8]| read(file, &Choices::default()).unwrap_err();
    let none = |without_customer| SalesError::NoSales { without_customer };
    for (file, error) in [
        (&b""[..], none(0)),
        (b"\n\r\n", none(0)),
        (b"sep=;\n", none(0)),
        (b"customer;date;amount\n", none(0)),
        (
            b"customer;date;amount\n;2024-01-15;5\nGuest;2024-01-15;5\n",
            none(2),
        ),
        (b"x", SalesError::OneColumn),
        (b"a line\nand another\n", SalesError::OneColumn),
        (b"PK\x03\x04....", SalesError::Workbook),
        (b"\0\x01\x02", SalesError::NotText),
    ] {
        assert_eq!(refused(file), error);
    }
}

#[test]
fn every_refusal_is_one_line_that_does_not_quote_without_end() {
    let long = "x".repeat(100_000);
    for file in [
        format!("client;date;sum\nAnna;{long};5\n"),
        "client;date;sum\nAnna;\"2024\n\n01\";5\n".to_owned(),
        format!("{long};{long}\n2024-01-15;5\n"),
        "Anna;2024-01-15".repeat(50),
        "client;date;sum\nAnna;03/04/2024;5\nBob;13/13/2024;5".to_owned(),
        "client,date,sum\nAnna,03/04/2024,5\n".to_owned(),
    ] {
        let said = read(file.as_bytes(), &Choices::default())
            .unwrap_err()
            .to_string();
        assert!(said.len() < 400 && said.lines().count() == 1, "{said}");
    }
}
