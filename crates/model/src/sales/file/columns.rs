//! Which columns of a file hold the customer, the date and the amount.

use super::content::{Content, Holds};
use super::heading;

/// What a column is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Who bought.
    Customer,
    /// When.
    Date,
    /// For how much.
    Amount,
}

/// The columns that are read, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Columns {
    /// The customer's name, number, phone or e-mail address.
    pub customer: usize,
    /// The day of the sale.
    pub date: usize,
    /// Its amount.
    pub amount: usize,
}

impl Columns {
    /// How many cells a row must have.
    pub fn needed(&self) -> usize {
        self.customer
            .max(self.date)
            .max(self.amount)
            .saturating_add(1)
    }
}

/// The columns that could be told, counted from 0; `None` for those to ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Found {
    /// As in [`Columns`].
    pub customer: Option<usize>,
    /// As in [`Columns`].
    pub date: Option<usize>,
    /// As in [`Columns`].
    pub amount: Option<usize>,
}

impl Found {
    /// All three columns.
    pub fn all(&self) -> Option<Columns> {
        Some(Columns {
            customer: self.customer?,
            date: self.date?,
            amount: self.amount?,
        })
    }

    /// How many of the three are found.
    pub fn count(&self) -> usize {
        [self.customer, self.date, self.amount]
            .iter()
            .flatten()
            .count()
    }

    /// What headings tell; of dates and amounts a column that holds such goes before others, of
    /// phone numbers and e-mail addresses the column with fewer empty cells. Where two columns are
    /// equally likely, neither is taken. `contents` may be empty.
    pub fn by_headings<'h>(
        headings: impl Iterator<Item = &'h str> + Clone,
        contents: &[Content],
    ) -> Self {
        let by_piece = headings.clone().any(heading::is_quantity);
        let filled = |at: usize| contents.get(at).map_or(0, Content::filled);
        let holds = |at: usize, wanted| contents.get(at).is_some_and(|c| c.holds() == wanted);
        let mut candidates = Vec::new();
        for (at, text) in headings.enumerate() {
            // The smaller the preference, the better.
            let (role, preference) = match heading::role(text) {
                Some((Role::Customer, rank)) if heading::is_contact(rank) => {
                    let empty = usize::MAX.saturating_sub(filled(at));
                    (Role::Customer, (heading::CONTACT, empty, rank))
                }
                Some((Role::Customer, rank)) => (Role::Customer, (rank, 0, 0)),
                Some((Role::Date, rank)) => {
                    let other = usize::from(!holds(at, Holds::Dates));
                    (Role::Date, (other, rank, 0))
                }
                Some((Role::Amount, rank)) if !(by_piece && heading::is_of_one(rank)) => {
                    let other = usize::from(!holds(at, Holds::Numbers));
                    (Role::Amount, (other, rank, 0))
                }
                _ => continue,
            };
            candidates.push((role, preference, at));
        }
        let best = |wanted: Role| {
            let of_role = || candidates.iter().filter(|(role, ..)| *role == wanted);
            let best = of_role().map(|(_, preference, _)| *preference).min()?;
            let mut best = of_role().filter(|(_, preference, _)| *preference == best);
            let only = best.next().filter(|_| best.next().is_none());
            only.map(|(.., at)| *at)
        };
        Self {
            customer: best(Role::Customer),
            date: best(Role::Date),
            amount: best(Role::Amount),
        }
    }

    /// What the columns' contents tell: the only column of dates, the only one of amounts (or the
    /// only one with decimals, signs of currencies or negative numbers), and of the others the
    /// only one, the only one of phone numbers or e-mail addresses, or the only one in which texts
    /// recur.
    pub fn by_content(columns: &[Content]) -> Self {
        let of = |wanted: &dyn Fn(&Content) -> bool| {
            let columns = columns.iter().enumerate();
            let found = columns
                .filter(|(_, column)| wanted(column))
                .map(|(at, _)| at);
            found.collect::<Vec<usize>>()
        };
        let only = |found: Vec<usize>| match found.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let date = only(of(&|column| column.holds() == Holds::Dates));
        let amounts = of(&|column| column.holds() == Holds::Numbers);
        let money = of(&|column| column.holds() == Holds::Numbers && column.is_money());
        let amount = only(amounts).or_else(|| only(money));
        let mut customer = None;
        if let (Some(date), Some(amount)) = (date, amount) {
            let others = |wanted: fn(&Content) -> bool| {
                let mut found = of(&|column| column.holds() != Holds::Nothing && wanted(column));
                found.retain(|at| *at != date && *at != amount);
                found
            };
            customer = only(others(|_| true))
                .or_else(|| only(others(Content::is_contact)))
                .or_else(|| only(others(Content::recurs)));
        }
        Self {
            customer,
            date,
            amount,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_headings(line: &str) -> [Option<usize>; 3] {
        let found = Found::by_headings(line.split(';'), &[]);
        [found.customer, found.date, found.amount]
    }

    #[test]
    fn headings_tell_the_columns_in_any_order() {
        for (line, columns) in [
            ("customer;date;amount", [0, 1, 2]),
            ("Сумма, руб.;Дата;Клиент", [2, 1, 0]),
            (
                "№;Дата и время;Телефон;Имя;Товар;Кол-во;Цена;Сумма",
                [2, 1, 7],
            ),
            (
                "Order ID,x;Order date;Shipped date;Customer name;Email;Qty;Price;Discount;Total",
                [4, 1, 8],
            ),
            ("Name;Email;Subtotal;Total;Created at", [1, 4, 3]),
            ("Контрагент;Дата документа;Номер;Сумма документа", [0, 1, 3]),
            ("Дата рождения;ФИО;Дата визита;Стоимость", [1, 2, 3]),
        ] {
            assert_eq!(by_headings(line), columns.map(Some), "{line}");
        }
    }

    #[test]
    fn a_column_that_headings_do_not_tell_is_left_open() {
        for (line, columns) in [
            ("Клиент;Дата;Количество;Цена", [Some(0), Some(1), None]),
            ("Товар;Дата;Сумма", [None, Some(1), Some(2)]),
            ("Client;Order date;Visit date;Sum", [Some(0), None, Some(3)]),
            ("a;b;c", [None, None, None]),
        ] {
            assert_eq!(by_headings(line), columns, "{line}");
        }
    }

    #[test]
    fn contents_choose_among_columns_whose_headings_would_do() {
        let headings = "Name;Email;Phone;Paid at;Created at;Total;Amount";
        let rows = [
            "17;a@b.de;;;2024-01-15;paid;5.5",
            "18;b@b.de;;;2024-01-16;paid;7",
        ];
        let mut contents = Vec::new();
        for row in rows {
            Content::add_row(&mut contents, row.split(';'));
        }
        let found = Found::by_headings(headings.split(';'), &contents);
        assert_eq!(
            [found.customer, found.date, found.amount],
            [1, 4, 6].map(Some)
        );
        assert_eq!(by_headings(headings), [2, 3, 5].map(Some));
    }

    fn by_content(rows: &[&str]) -> [Option<usize>; 3] {
        let mut columns = Vec::new();
        for row in rows {
            Content::add_row(&mut columns, row.split(';'));
        }
        let found = Found::by_content(&columns);
        [found.customer, found.date, found.amount]
    }

    #[test]
    fn contents_tell_the_columns() {
        for (rows, columns) in [
            (&["c1;2024-01-15;5.50", "c2;2024-01-16;7"][..], [0, 1, 2]),
            (
                &["15.01.2024;1 500,00 ₽;Анна", "16.01.2024;700,00 ₽;Пётр"],
                [2, 0, 1],
            ),
            // Numbered customers: the amounts are those with decimals.
            (&["17;2024-01-15;5.50", "18;2024-01-16;7"], [0, 1, 2]),
            // Among surplus columns a phone number is the customer.
            (
                &[
                    "1;2024-01-15;+7 916 123-45-67;cut;5.5",
                    "2;2024-01-16;89161234567;dye;7",
                ],
                [2, 1, 4],
            ),
            // Among others the one in which texts recur.
            (
                &[
                    "r1;2024-01-15;anna;5.5",
                    "r2;2024-01-16;anna;7",
                    "r3;2024-01-16;bob;7",
                ],
                [2, 1, 3],
            ),
        ] {
            assert_eq!(by_content(rows), columns.map(Some), "{rows:?}");
        }
    }

    #[test]
    fn what_contents_do_not_tell_is_left_open() {
        for (rows, columns) in [
            (
                &["17;2024-01-15;5", "18;2024-01-16;7"][..],
                [None, Some(1), None],
            ),
            (&["a;2024-01-15;2024-01-16;5"], [None, None, Some(3)]),
            (
                &["a;b;2024-01-15;5.5", "c;d;2024-01-15;5.5"],
                [None, Some(2), Some(3)],
            ),
            (&["a;b;c"], [None, None, None]),
        ] {
            assert_eq!(by_content(rows), columns, "{rows:?}");
        }
    }
}
