#![allow(clippy::unwrap_used)]

use super::*;
use DateOrder::{DayFirst, MonthFirst, YearFirst};

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

#[test]
fn dates_that_tell_their_day() {
    for text in [
        "2024-01-15",
        " 2024-01-15 ",
        "2024/01/15",
        "2024.01.15",
        "2024-1-15",
        "20240115",
        "20240115T134500Z",
        "2024-01-15 13:45",
        "2024-01-15T13:45:00.000Z",
        "2024-01-15T23:59:59+03:00",
        "15 Jan 2024",
        "15-Jan-24",
        "15-jan-2024",
        "15Jan2024",
        "Jan 15, 2024",
        "January 15th, 2024 1:45 PM",
        "15 января 2024 г.",
        "15 янв. 2024",
        "15 ЯНВАРЯ 2024 13:45",
        "2024 Jan 15",
        "\u{200E}2024‑01‑15",
        "２０２４-０１-１５",
    ] {
        assert_eq!(
            Written::read(text),
            Ok(Written::Known(day("2024-01-15"))),
            "{text}"
        );
    }
}

#[test]
fn dates_that_need_an_order() {
    for (text, day_first, month_first, year_first) in [
        ("03/04/2024", Some("2024-04-03"), Some("2024-03-04"), None),
        (
            "3.4.2024 13:45",
            Some("2024-04-03"),
            Some("2024-03-04"),
            None,
        ),
        ("3. 4. 2024", Some("2024-04-03"), Some("2024-03-04"), None),
        ("15-01-2024", Some("2024-01-15"), None, None),
        ("1/15/2024 1:45:00 PM", None, Some("2024-01-15"), None),
        ("15.01.24", Some("2024-01-15"), None, Some("2015-01-24")),
        ("1/15/24", None, Some("2024-01-15"), None),
        ("24-01-15", Some("2015-01-24"), None, Some("2024-01-15")),
        ("31/12/99", Some("1999-12-31"), None, None),
        ("29/02/2024", Some("2024-02-29"), None, None),
    ] {
        let read = Written::read(text).unwrap();
        for (order, expected) in [
            (DayFirst, day_first),
            (MonthFirst, month_first),
            (YearFirst, year_first),
        ] {
            assert_eq!(read.day(order), expected.map(day), "{text} {order:?}");
        }
    }
}

#[test]
fn what_is_no_date_is_refused() {
    let endless = "1".repeat(100_000);
    for text in [
        "",
        "x",
        "2024",
        "2024-01",
        "01/2024",
        "45306",
        "1705312800",
        "2024-01-15x",
        "15 Foo 2024",
        "12,50",
        "1 234",
        "13:45",
        "2024-01-15-03",
        "1/2/3/4",
        "2024--01--",
        "15/January",
        "123/1/2024",
        "1/1/024",
        "yesterday",
        "2024 - - - 01 - 15",
        &endless,
    ] {
        assert_eq!(Written::read(text), Err(NoDate::Form), "{text}");
    }
    for text in [
        "2023-02-29",
        "2024-13-01",
        "2024-15-01",
        "31/11/2024",
        "30.02.2024",
        "32/01/2024",
        "00.00.0000",
        "0001-01-01",
        "9999-12-31",
        "31 Jun 2024",
        "20241301",
        "99/99/99",
        "01.01.1900",
    ] {
        assert_eq!(Written::read(text), Err(NoDate::NoSuchDay), "{text}");
    }
}

fn decide(texts: &[&str]) -> Result<Option<DateOrder>, NoOrder> {
    let mut evidence = Evidence::default();
    for (line, text) in (1..).zip(texts) {
        evidence.add(Written::read(text).unwrap(), line, text);
    }
    evidence.decide(None)
}

#[test]
fn the_whole_file_decides_the_order() {
    for (texts, expected) in [
        (&["2024-01-05", "5 Jan 2024"][..], None),
        (&["03/04/2024", "13/04/2024"], Some(DayFirst)),
        (&["03/04/2024", "04/13/2024"], Some(MonthFirst)),
        (&["03.04.24", "15.04.24", "16.05.25"], Some(DayFirst)),
        (&["3/4/24", "4/13/24"], Some(MonthFirst)),
        (&["24-01-15", "24-01-16", "24-02-20"], Some(YearFirst)),
        (&["15-01-24", "16-01-24", "20-02-24"], Some(DayFirst)),
        (&["99-12-31", "05-01-02"], Some(YearFirst)),
        (&["15.01.24"], Some(DayFirst)),
        (&["15.01.2024", "16.01.24"], Some(DayFirst)),
        // Day and month are the same number: the order does not matter.
        (&["03/03/2024", "04/04/2024"], Some(DayFirst)),
        (&["2024-01-05", "13/04/2024"], Some(DayFirst)),
    ] {
        assert_eq!(decide(texts), Ok(expected), "{texts:?}");
    }
}

#[test]
fn what_the_file_does_not_tell_is_asked() {
    let ask = |line, text: &str, orders: &[DateOrder]| {
        Err(NoOrder::Ask(line, text.to_owned(), orders.to_vec()))
    };
    assert_eq!(
        decide(&["03/03/2024", "03/04/2024", "12/11/2024"]),
        ask(2, "03/04/2024", &[DayFirst, MonthFirst])
    );
    assert_eq!(
        decide(&["03/04/24", "05/04/24"]),
        ask(1, "03/04/24", &[DayFirst, MonthFirst])
    );
    assert_eq!(
        decide(&["24-01-15"]),
        ask(1, "24-01-15", &[DayFirst, YearFirst])
    );
    assert_eq!(
        decide(&["13/01/2024", "01/02/2024", "01/13/2024"]),
        Err(NoOrder::Mixed(3, 1))
    );
}
