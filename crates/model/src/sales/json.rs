//! Sales as JSON: a CSV text or rows, and the figures, in the form of the golden cases.

use super::customer::Customer;
use super::day::Day;
use super::figures::{Figures, TooShort};
use super::file::{Choices, Columns, DateOrder, DecimalSign, Question, Reading, SalesError, read};
use super::money::Money;
use super::purchases::{Purchases, Sale};
use crate::InputError;
use serde::{Deserialize, Serialize};

/// Sales, and what is asked about them: either `csv` or `rows`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// The text of a file.
    csv: Option<String>,
    /// Rows that a program has read already.
    rows: Option<Vec<Row>>,
    /// The day of a change, `YYYY-MM-DD`.
    change: Option<String>,
    columns: Option<Columns>,
    date_order: Option<DateOrder>,
    decimal: Option<DecimalSign>,
    #[serde(default)]
    leave_out: bool,
}

/// A sale: `{"customer": …, "date": "YYYY-MM-DD", "amount": …}`, or a list of the three.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    customer: Name,
    date: String,
    amount: f64,
}

/// Customers are named by texts or by numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Name {
    Text(String),
    Number(serde_json::Number),
}

/// The figures, or what stands in their way: both are answers.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// The figures, and how the file was read.
    Figures {
        /// What the sales tell.
        #[serde(flatten)]
        figures: Figures,
        /// Only where a file was read.
        #[serde(skip_serializing_if = "Option::is_none")]
        reading: Option<Reading>,
    },
    /// `{"error": "sales", "days": …}`: the sales are of less than a year.
    TooShort {
        /// Always `sales`.
        error: &'static str,
        /// The days there are.
        days: u32,
    },
    /// `{"error": "sales", "ask": …}`: something has to be asked first.
    Ask {
        /// Always `sales`.
        error: &'static str,
        /// What; the answer goes into the input under the name that stands in `ask`.
        #[serde(flatten)]
        question: Question,
    },
}

/// What stands in `error`.
const ERROR: &str = "sales";

impl Input {
    /// The figures of these sales.
    ///
    /// # Errors
    /// A sentence that names the field and what is wrong with it.
    pub fn answer(self) -> Result<Answer, String> {
        let change = self.change.as_deref().map(|text| day("change", text));
        let change = change.transpose()?;
        let choices = Choices {
            columns: self.columns,
            date_order: self.date_order,
            decimal: self.decimal,
            leave_out: self.leave_out,
        };
        let (purchases, reading) = match (self.csv, self.rows) {
            (Some(csv), None) => match read(csv.as_bytes(), &choices) {
                Ok((purchases, reading)) => (purchases, Some(reading)),
                Err(SalesError::Ask(question)) => {
                    return Ok(Answer::Ask {
                        error: ERROR,
                        question,
                    });
                }
                Err(error) => return Err(format!("csv: {error}")),
            },
            (None, Some(rows)) => (of_rows(&rows)?, None),
            (None, None) => {
                let field = "csv".into();
                return Err(InputError::Missing { field }.to_string());
            }
            (Some(_), Some(_)) => {
                let fields = vec!["csv", "rows"];
                return Err(InputError::Conflict { fields }.to_string());
            }
        };
        Ok(match purchases.figures(change) {
            Ok(figures) => Answer::Figures { figures, reading },
            Err(TooShort { days }) => Answer::TooShort { error: ERROR, days },
        })
    }
}

fn day(field: &str, text: &str) -> Result<Day, String> {
    let refused = || format!("{field}: {text:?} is not a day YYYY-MM-DD from 1970 to 2099");
    Day::from_iso(text).ok_or_else(refused)
}

fn of_rows(rows: &[Row]) -> Result<Purchases, String> {
    let sale = |(at, row): (usize, &Row)| {
        let name = match &row.customer {
            Name::Text(name) => name.clone(),
            Name::Number(number) => number.to_string(),
        };
        let customer = Customer::of(&name);
        let amount = Money::from_number(row.amount);
        Ok(Sale {
            customer: customer.ok_or_else(|| format!("rows[{at}].customer: nobody is named"))?,
            day: day(&format!("rows[{at}].date"), &row.date)?,
            amount: amount.ok_or_else(|| {
                let (min, max) = (-1e12, 1e12);
                let (field, value) = (format!("rows[{at}].amount").into(), row.amount);
                InputError::OutOfRange {
                    field,
                    value,
                    min,
                    max,
                }
                .to_string()
            })?,
        })
    };
    let sales: Result<Vec<Sale>, String> = rows.iter().enumerate().map(sale).collect();
    Ok(Purchases::of(sales?))
}
